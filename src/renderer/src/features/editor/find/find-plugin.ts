import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { Finder, isSameQuery, type FindQuery, type Match } from './find-matches.ts'

export interface Found {
  query: FindQuery
  matches: readonly Match[]
  /** The match the person is at; -1 when there is none. */
  current: number
}

interface FindState extends Found {
  finder: Finder
  marks: DecorationSet
}

type FindOrder = { query: FindQuery } | { current: number } | { close: true }

const KEY = new PluginKey<FindState | null>('find')
/** More than this are found and counted, but only those around the current one are marked. */
const MARKED_AT_ONCE = 1000

/** What is being looked for in this text; null while nobody looks. */
export function found(state: EditorState): Found | null {
  return KEY.getState(state) ?? null
}

export function orderFind(tr: Transaction, order: FindOrder): Transaction {
  return tr.setMeta(KEY, order).setMeta('addToHistory', false)
}

/** Finds in the open text and marks what it found. The marks are drawn only, and never a part of the text. */
export const Find = Extension.create({
  name: 'find',
  addProseMirrorPlugins() {
    return [
      new Plugin<FindState | null>({
        key: KEY,
        state: {
          init: () => null,
          apply: (transaction, before, _old, state) => nextFind(transaction, before, state),
        },
        props: { decorations: (state) => KEY.getState(state)?.marks ?? null },
      }),
    ]
  },
})

function nextFind(transaction: Transaction, before: FindState | null, state: EditorState): FindState | null {
  const order = transaction.getMeta(KEY) as FindOrder | undefined
  if (order && 'close' in order) return null
  if (order && 'query' in order) {
    const finder = before && isSameQuery(before.query, order.query) ? before.finder : new Finder(order.query)
    return stateOf(finder, finder.matchesIn(state.doc), null, state)
  }
  if (!before) return null
  if (order && 'current' in order) return withMarks(before, order.current, state.doc)
  if (!transaction.docChanged) return before
  const mark = before.matches[before.current]
  return stateOf(
    before.finder,
    before.finder.matchesIn(state.doc),
    mark ? transaction.mapping.map(mark.from) : null,
    state,
  )
}

/** The current match is the one at `near`, or else the first from the caret on. */
function stateOf(finder: Finder, matches: readonly Match[], near: number | null, state: EditorState): FindState {
  const from = near ?? state.selection.from
  const next = matches.findIndex((match) => match.from >= from)
  const current = next === -1 && matches.length > 0 ? 0 : next
  return withMarks({ finder, query: finder.query, matches }, current, state.doc)
}

function withMarks(
  { finder, query, matches }: Pick<FindState, 'finder' | 'query' | 'matches'>,
  current: number,
  doc: Node,
): FindState {
  const first = Math.max(0, current - MARKED_AT_ONCE / 2)
  const marks = matches.slice(first, first + MARKED_AT_ONCE).map(({ from, to }, index) => {
    const isCurrent = first + index === current
    return Decoration.inline(from, to, { class: isCurrent ? 'found found-current' : 'found' })
  })
  return { finder, query, matches, current, marks: DecorationSet.create(doc, marks) }
}
