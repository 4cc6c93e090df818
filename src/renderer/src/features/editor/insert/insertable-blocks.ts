import type { Editor, JSONContent } from '@tiptap/core'
import type { IconName } from '../../../ui/icon.tsx'
import { turnInto, type TextBlockId } from '../blocks/turn-into.ts'
import { insertFootnote } from '../schema/footnote-nodes.ts'
import { ensureEmptyParagraph, insertBlock } from './insert-block.ts'
import { insertUpdateNote } from './insert-update-note.ts'

/** What a block needs from outside the text before it can stand in it. */
export interface InsertPorts {
  choosePictures: (as: 'pictures' | 'gallery') => void
  askForSpeakers: () => void
}

export interface InsertableBlock {
  id: string
  name: string
  /** Other words a person may type for it. */
  words: string
  icon: IconName
  insert: (editor: Editor, ports: InsertPorts) => void
}

/** Text becomes what it is to be in the place of an empty line. */
const asText =
  (id: TextBlockId) =>
  (editor: Editor): void => {
    ensureEmptyParagraph(editor)
    turnInto(editor, id)
  }

const asBlock =
  (json: JSONContent | (() => JSONContent)) =>
  (editor: Editor): void =>
    insertBlock(editor, typeof json === 'function' ? json() : json)

const cell = (type: 'tableCell' | 'tableHeader'): JSONContent => ({ type, content: [{ type: 'paragraph' }] })

const row = (section: 'head' | 'body'): JSONContent => {
  const type = section === 'head' ? 'tableHeader' : 'tableCell'
  return { type: 'tableRow', attrs: { section }, content: [cell(type), cell(type), cell(type)] }
}

const TABLE: JSONContent = { type: 'table', content: [row('head'), row('body'), row('body')] }

/** As the block editor of WordPress 7.1 writes two columns side by side. */
const column: JSONContent = {
  type: 'container',
  attrs: {
    blockName: 'core/column',
    open: '<!-- wp:column -->\n<div class="wp-block-column">',
    close: '</div>\n<!-- /wp:column -->',
  },
  content: [{ type: 'paragraph' }],
}
const COLUMNS: JSONContent = {
  type: 'container',
  attrs: {
    blockName: 'core/columns',
    open: '<!-- wp:columns -->\n<div class="wp-block-columns">',
    close: '</div>\n<!-- /wp:columns -->',
  },
  content: [column, column],
}

/** Everything that can be put into a post, in one list: the slash menu and the Insert menu offer the same. */
export const INSERTABLE_BLOCKS: readonly InsertableBlock[] = [
  { id: 'heading-2', name: 'Heading', words: 'title section h2 ##', icon: 'heading', insert: asText('heading-2') },
  { id: 'heading-3', name: 'Smaller heading', words: 'subtitle h3 ###', icon: 'heading', insert: asText('heading-3') },
  {
    id: 'bulletList',
    name: 'Bulleted list',
    words: 'points unordered ul -',
    icon: 'list',
    insert: asText('bulletList'),
  },
  {
    id: 'orderedList',
    name: 'Numbered list',
    words: 'steps ordered ol 1.',
    icon: 'numbers',
    insert: asText('orderedList'),
  },
  { id: 'blockquote', name: 'Quote', words: 'citation said >', icon: 'quote', insert: asText('blockquote') },
  { id: 'pullquote', name: 'Pull quote', words: 'large', icon: 'quote', insert: asText('pullquote') },
  {
    id: 'picture',
    name: 'Picture',
    words: 'image photo jpeg',
    icon: 'picture',
    insert: (_editor, ports) => ports.choosePictures('pictures'),
  },
  {
    id: 'gallery',
    name: 'Gallery',
    words: 'images photos pictures',
    icon: 'gallery',
    insert: (_editor, ports) => ports.choosePictures('gallery'),
  },
  {
    id: 'library',
    name: 'Picture from the library',
    words: 'image photo reuse again',
    icon: 'picture',
    insert: (editor) => void editor.view.dom.dispatchEvent(new CustomEvent('desk-choose-picture')),
  },
  {
    id: 'media',
    name: 'Video, audio or document',
    words: 'film mp4 sound mp3 pdf file download upload',
    icon: 'embed',
    insert: (editor) =>
      void editor.view.dom.dispatchEvent(new CustomEvent('desk-add-media', { detail: { file: null } })),
  },
  { id: 'table', name: 'Table', words: 'grid rows columns cells', icon: 'table', insert: asBlock(TABLE) },
  {
    id: 'embed',
    name: 'Embed from another site',
    words: 'video youtube vimeo x twitter post soundcloud spotify link address',
    icon: 'embed',
    insert: asBlock({ type: 'embed' }),
  },
  {
    id: 'interview',
    name: 'Interview',
    words: 'question answer conversation speaker initials',
    icon: 'interview',
    insert: (_editor, ports) => ports.askForSpeakers(),
  },
  { id: 'update', name: 'Dated update', words: 'note correction addition', icon: 'update', insert: insertUpdateNote },
  {
    id: 'footnote',
    name: 'Footnote',
    words: 'note reference source',
    icon: 'footnote',
    insert: (editor) => void insertFootnote(editor),
  },
  {
    id: 'buttons',
    name: 'Button',
    words: 'link call to action',
    icon: 'button',
    insert: asBlock({ type: 'buttons', content: [{ type: 'button' }] }),
  },
  { id: 'columns', name: 'Columns', words: 'side by side layout', icon: 'columns', insert: asBlock(COLUMNS) },
  {
    id: 'horizontalRule',
    name: 'Separator',
    words: 'line rule divider --- hr',
    icon: 'separator',
    insert: asBlock({ type: 'horizontalRule' }),
  },
  { id: 'moreBreak', name: 'Read more', words: 'teaser list', icon: 'more', insert: asBlock({ type: 'moreBreak' }) },
  { id: 'pageBreak', name: 'Page break', words: 'new page next', icon: 'page', insert: asBlock({ type: 'pageBreak' }) },
  { id: 'verse', name: 'Verse', words: 'poem lines song', icon: 'verse', insert: asText('verse') },
  { id: 'preformatted', name: 'Preformatted', words: 'plain spaces', icon: 'code', insert: asText('preformatted') },
  { id: 'codeBlock', name: 'Code', words: 'program ```', icon: 'code', insert: asText('codeBlock') },
  {
    id: 'customHtml',
    name: 'HTML',
    words: 'source markup custom',
    icon: 'code',
    insert: asBlock({ type: 'customHtml' }),
  },
]

/** Those whose name or other words begin with what was typed, best first; all of them for nothing typed. */
export function findInsertable(typed: string): readonly InsertableBlock[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return INSERTABLE_BLOCKS
  const rank = ({ name, words }: InsertableBlock): number => {
    const lower = name.toLowerCase()
    if (lower.startsWith(wanted)) return 0
    if (lower.split(' ').some((word) => word.startsWith(wanted))) return 1
    return words.split(' ').some((word) => word.startsWith(wanted)) ? 2 : 3
  }
  return INSERTABLE_BLOCKS.map((block) => ({ block, rank: rank(block) }))
    .filter((ranked) => ranked.rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ block }) => block)
}
