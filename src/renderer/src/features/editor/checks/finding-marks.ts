import type { Editor } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Finding } from '../../../../../shared/content/checks/finding.ts'
import { rangeOf } from './locate.ts'

interface Shown {
  findings: readonly Finding[]
  current: string | null
}

const key = new PluginKey<DecorationSet>('findingMarks')

/** Lines under the words that a finding is about. They move with the text, so that a finding is still found after an edit before it. */
export const createFindingMarks = (): Plugin<DecorationSet> =>
  new Plugin({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, marks) {
        const shown = transaction.getMeta(key) as Shown | undefined
        if (!shown) return marks.map(transaction.mapping, transaction.doc)
        const { findings, current } = shown
        return DecorationSet.create(
          transaction.doc,
          findings.flatMap((finding) => {
            const range = rangeOf(transaction.doc, finding.where)
            if (!range || range.from === range.to) return []
            const { fingerprint, severity, where, sentence } = finding
            const isCurrent = fingerprint === current ? ' finding-current' : ''
            const attributes = { class: `finding-mark finding-${severity}${isCurrent}`, title: sentence }
            return where.in === 'block'
              ? [Decoration.node(range.from, range.to, { class: `finding-block${isCurrent}` }, { fingerprint })]
              : [Decoration.inline(range.from, range.to, attributes, { fingerprint })]
          }),
        )
      },
    },
    props: { decorations: (state) => key.getState(state) },
  })

export const findingMarksKey = key

export function showMarks(editor: Editor, shown: Shown): void {
  if (!editor.isDestroyed) editor.view.dispatch(editor.state.tr.setMeta(key, shown).setMeta('addToHistory', false))
}

/** Where a finding is by now: as it moved with the text, else as it was found. */
export function whereNow(editor: Editor, finding: Finding): { from: number; to: number } | null {
  const [mark] =
    key.getState(editor.state)?.find(undefined, undefined, (spec) => spec['fingerprint'] === finding.fingerprint) ?? []
  return mark ? { from: mark.from, to: mark.to } : rangeOf(editor.state.doc, finding.where)
}
