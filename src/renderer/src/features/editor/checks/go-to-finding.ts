import type { Editor } from '@tiptap/core'
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { Finding, Where } from '../../../../../shared/content/checks/finding.ts'
import { fieldElement, revealField } from '../words/words-fields.ts'
import { whereNow } from './finding-marks.ts'
import { blockAt } from './locate.ts'

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
  const name = where.field && { in: 'beside' as const, position: block.position, field: where.field }
  const field = name ? fieldElement(editor.view, name) : null
  if (field) revealField(field)
  else if (dom instanceof HTMLElement) dom.scrollIntoView({ block: 'nearest' })
  if (field) field.focus()
  else editor.view.focus()
  return true
}
