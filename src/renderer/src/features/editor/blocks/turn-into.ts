import type { Editor } from '@tiptap/core'
import { t } from '../../../../../shared/words/t.ts'
import { currentBlock } from './current-block.ts'

/** What a block of text can be, in the order of the menu. The title is the only first-level heading. */
export const TEXT_BLOCKS = [
  { id: 'paragraph', label: () => t('Paragraph', {}, 'a block of the text') },
  { id: 'heading-2', label: () => t('Heading', {}, 'a block of the text') },
  { id: 'heading-3', label: () => t('Smaller heading', {}, 'a block of the text') },
  { id: 'heading-4', label: () => t('Smallest heading', {}, 'a block of the text') },
  { id: 'bulletList', label: () => t('Bulleted list', {}, 'a block of the text') },
  { id: 'orderedList', label: () => t('Numbered list', {}, 'a block of the text') },
  { id: 'blockquote', label: () => t('Quote', {}, 'a block of the text') },
  { id: 'pullquote', label: () => t('Pull quote', {}, 'a block of the text') },
  { id: 'interview-question', label: () => t('Question', {}, 'a block of the text') },
  { id: 'interview-answer', label: () => t('Answer', {}, 'a block of the text') },
  { id: 'update-note', label: () => t('Update note', {}, 'a block of the text') },
  { id: 'codeBlock', label: () => t('Code', {}, 'a block of the text') },
  { id: 'preformatted', label: () => t('Preformatted', {}, 'a block of the text') },
  { id: 'verse', label: () => t('Verse', {}, 'a block of the text') },
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
    if (!TEXT_BLOCKS.some(({ id }) => id === `heading-${level}`))
      return { id: null, label: t('Heading, level {level, number}', { level: Number(level) }) }
  }
  // The innermost name that the menu has; a list or quote around a paragraph says more than “paragraph”.
  const known = TEXT_BLOCKS.filter(({ id }) => names.includes(id)).toSorted(
    (a, b) => Number(a.id === 'paragraph') - Number(b.id === 'paragraph'),
  )[0]
  return known ? { id: known.id, label: known.label() } : { id: null, label: t('Block') }
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
