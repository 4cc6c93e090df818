import type { Editor } from '@tiptap/core'
import { currentBlock } from './current-block.ts'

/** What a block of text can be, in the order of the menu. The title is the only first-level heading. */
export const TEXT_BLOCKS = [
  { id: 'paragraph', label: 'Paragraph' },
  { id: 'heading-2', label: 'Heading' },
  { id: 'heading-3', label: 'Smaller heading' },
  { id: 'heading-4', label: 'Smallest heading' },
  { id: 'bulletList', label: 'Bulleted list' },
  { id: 'orderedList', label: 'Numbered list' },
  { id: 'blockquote', label: 'Quote' },
  { id: 'pullquote', label: 'Pull quote' },
  { id: 'interview-question', label: 'Question' },
  { id: 'interview-answer', label: 'Answer' },
  { id: 'update-note', label: 'Update note' },
  { id: 'codeBlock', label: 'Code' },
  { id: 'preformatted', label: 'Preformatted' },
  { id: 'verse', label: 'Verse' },
] as const

export type TextBlockId = (typeof TEXT_BLOCKS)[number]['id']

/** What the block at the caret is; `id` null for one that is no text. */
export function textBlockAt(editor: Editor): { id: TextBlockId | null; label: string } {
  const { parent } = editor.state.selection.$head
  const around = currentBlock(editor.state)?.node
  const names = [around?.type.name, parent.type.name, String(parent.attrs['variant'] ?? '')]
  if (parent.type.name === 'heading') {
    const level = String(parent.attrs['level'])
    names.push(`heading-${level}`)
    if (!TEXT_BLOCKS.some(({ id }) => id === `heading-${level}`)) return { id: null, label: `Heading, level ${level}` }
  }
  // The innermost name that the menu has; a list or quote around a paragraph says more than “paragraph”.
  const known = TEXT_BLOCKS.filter(({ id }) => names.includes(id)).toSorted(
    (a, b) => Number(a.id === 'paragraph') - Number(b.id === 'paragraph'),
  )[0]
  return known ?? { id: null, label: 'Block' }
}

export function turnInto(editor: Editor, id: TextBlockId): void {
  const chain = editor.chain().focus()
  switch (id) {
    case 'bulletList':
      chain.toggleBulletList().run()
      return
    case 'orderedList':
      chain.toggleOrderedList().run()
      return
    case 'blockquote':
    case 'pullquote':
      chain.clearNodes().wrapIn(id).run()
      return
    case 'heading-2':
    case 'heading-3':
    case 'heading-4':
      chain
        .clearNodes()
        .setNode('heading', { level: Number(id.slice(-1)) })
        .run()
      return
    case 'interview-question':
    case 'interview-answer':
    case 'update-note':
      chain.clearNodes().setNode('paragraph', { variant: id }).run()
      return
    case 'paragraph':
      chain.clearNodes().setNode('paragraph', { variant: null }).run()
      return
    case 'codeBlock':
    case 'preformatted':
    case 'verse':
      chain.clearNodes().setNode(id).run()
      return
  }
}
