import type { Editor } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { Finding, Where } from '../../../../../shared/content/checks/finding.ts'
import type { BesideField } from '../../../../../shared/content/words-beside.ts'
import { whereNow } from './finding-marks.ts'
import { blockAt } from './locate.ts'

/** What each thing written beside a block is called on its field. */
const FIELD_NAMES: Record<BesideField, RegExp> = {
  alt: /^description\b/i,
  credit: /credit|who took/i,
  caption: /^caption\b/i,
  citation: /source|who said/i,
  name: /words of the link/i,
  text: /words of the link/i,
}

/** Selects the words a finding is about, so that typing replaces them; or puts the caret into the field beside a block. */
export function selectInText(editor: Editor, finding: Finding, where: Where): boolean {
  const { doc, tr } = editor.state
  if (where.in === 'text') {
    const range = whereNow(editor, finding)
    if (!range) return false
    const selection = TextSelection.between(doc.resolve(range.from), doc.resolve(range.to))
    editor.view.dispatch(tr.setSelection(selection).scrollIntoView())
    editor.view.focus()
    return true
  }
  if (where.in !== 'block') return false
  const block = blockAt(doc, where.path)
  if (!block) return false
  editor.view.dispatch(tr.setSelection(NodeSelection.create(doc, block.position)).scrollIntoView())
  const dom = editor.view.nodeDOM(block.position)
  const field = dom instanceof HTMLElement && where.field ? fieldIn(dom, where.field) : null
  // What is seldom said of a picture is folded away.
  field?.closest('details')?.setAttribute('open', '')
  if (field) field.focus()
  else editor.view.focus()
  ;(field ?? (dom instanceof HTMLElement ? dom : null))?.scrollIntoView({ block: 'nearest' })
  return true
}

function fieldIn(block: HTMLElement, name: BesideField): HTMLElement | null {
  const fields = block.querySelectorAll<HTMLElement>('input, textarea, [contenteditable="true"]')
  return [...fields].find((field) => FIELD_NAMES[name].test(field.getAttribute('aria-label') ?? '')) ?? null
}
