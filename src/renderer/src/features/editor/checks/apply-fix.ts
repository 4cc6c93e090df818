import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import type { Change, Finding } from '../../../../../shared/content/checks/finding.ts'
import { FieldStep } from '../words/field-step.ts'
import type { PostFields } from '../working-copy.ts'
import { whereNow } from './finding-marks.ts'
import { blockAt, wordsIn } from './locate.ts'

/** Does what a fix says, as one step that undo takes back. False when the words it was made for do not stand there any more. */
export function applyFix(
  editor: Editor,
  fields: Pick<PostFields, 'title' | 'excerpt'>,
  finding: Finding,
  change: Change,
): boolean {
  if (change.kind === 'go') return false
  if (change.kind === 'replace-field') {
    if (fields[change.field] !== change.expected) return false
    editor.view.dispatch(editor.state.tr.step(new FieldStep(change.field, change.expected, change.text)))
    return true
  }
  const { tr } = editor.state
  if (!build(tr, editor, finding, change)) return false
  editor.view.dispatch(tr)
  return true
}

function build(
  tr: Transaction,
  editor: Editor,
  finding: Finding,
  change: Exclude<Change, { kind: 'go' | 'replace-field' }>,
): boolean {
  const { doc, schema } = editor.state
  if (change.kind === 'replace-text') {
    const now = whereNow(editor, finding)
    if (!now || finding.where.in !== 'text') return false
    const from = now.from + change.from - finding.where.from
    const to = from + change.to - change.from
    if (from < 0 || to > doc.content.size || wordsIn(doc, from, to) !== change.expected) return false
    tr.insertText(change.text, from, to)
    return true
  }
  const block = blockAt(doc, change.path)
  if (!block) return false
  const { position, node } = block
  switch (change.kind) {
    case 'set-attributes':
      if (Object.keys(change.attrs).some((name) => !(name in node.attrs))) return false
      tr.setNodeMarkup(position, undefined, { ...node.attrs, ...change.attrs })
      return true
    case 'remove-block':
      // A document has to have one block.
      if (doc.childCount === 1 && change.path.length === 1)
        tr.replaceWith(0, doc.content.size, schema.node('paragraph'))
      else tr.delete(position, position + node.nodeSize)
      return true
    case 'make-table-head': {
      const row = node.firstChild
      const head = schema.nodes['tableHeader']
      if (!row || !head) return false
      if ('section' in row.attrs) tr.setNodeMarkup(position + 1, undefined, { ...row.attrs, section: 'head' })
      row.forEach((cell, offset) => tr.setNodeMarkup(position + 2 + offset, head, cell.attrs))
      return true
    }
  }
}
