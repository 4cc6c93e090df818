import type { Editor, JSONContent } from '@tiptap/core'
import { t } from '../../../../../shared/words/t.ts'
import type { IconName } from '../../../ui/icon.tsx'
import { turnInto, type TextBlockId } from '../blocks/turn-into.ts'
import { foldText } from '../find/fold-text.ts'
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
  name: () => string
  /** Other words a person may type for it. */
  words: () => string
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
  {
    id: 'heading-2',
    name: () => t('Heading', {}, 'a block of the text'),
    words: () => t('title section h2 ##', {}, 'other words for a block, to find it by'),
    icon: 'heading',
    insert: asText('heading-2'),
  },
  {
    id: 'heading-3',
    name: () => t('Smaller heading', {}, 'a block of the text'),
    words: () => t('subtitle h3 ###', {}, 'other words for a block, to find it by'),
    icon: 'heading',
    insert: asText('heading-3'),
  },
  {
    id: 'bulletList',
    name: () => t('Bulleted list', {}, 'a block of the text'),
    words: () => t('points unordered ul -', {}, 'other words for a block, to find it by'),
    icon: 'list',
    insert: asText('bulletList'),
  },
  {
    id: 'orderedList',
    name: () => t('Numbered list', {}, 'a block of the text'),
    words: () => t('steps ordered ol 1.', {}, 'other words for a block, to find it by'),
    icon: 'numbers',
    insert: asText('orderedList'),
  },
  {
    id: 'blockquote',
    name: () => t('Quote', {}, 'a block of the text'),
    words: () => t('citation said >', {}, 'other words for a block, to find it by'),
    icon: 'quote',
    insert: asText('blockquote'),
  },
  {
    id: 'pullquote',
    name: () => t('Pull quote', {}, 'a block of the text'),
    words: () => t('large', {}, 'other words for a block, to find it by'),
    icon: 'quote',
    insert: asText('pullquote'),
  },
  {
    id: 'picture',
    name: () => t('Picture', {}, 'a block of the text'),
    words: () => t('image photo jpeg', {}, 'other words for a block, to find it by'),
    icon: 'picture',
    insert: (_editor, ports) => ports.choosePictures('pictures'),
  },
  {
    id: 'gallery',
    name: () => t('Gallery', {}, 'a block of the text'),
    words: () => t('images photos pictures', {}, 'other words for a block, to find it by'),
    icon: 'gallery',
    insert: (_editor, ports) => ports.choosePictures('gallery'),
  },
  {
    id: 'library',
    name: () => t('Picture from the library', {}, 'a block of the text'),
    words: () => t('image photo reuse again', {}, 'other words for a block, to find it by'),
    icon: 'picture',
    insert: (editor) => void editor.view.dom.dispatchEvent(new CustomEvent('desk-choose-picture')),
  },
  {
    id: 'media',
    name: () => t('Video, audio or document', {}, 'a block of the text'),
    words: () => t('film mp4 sound mp3 pdf file download upload', {}, 'other words for a block, to find it by'),
    icon: 'embed',
    insert: (editor) =>
      void editor.view.dom.dispatchEvent(new CustomEvent('desk-add-media', { detail: { file: null } })),
  },
  {
    id: 'table',
    name: () => t('Table', {}, 'a block of the text'),
    words: () => t('grid rows columns cells', {}, 'other words for a block, to find it by'),
    icon: 'table',
    insert: asBlock(TABLE),
  },
  {
    id: 'embed',
    name: () => t('Embed from another site', {}, 'a block of the text'),
    words: () =>
      t(
        'video youtube vimeo x twitter post soundcloud spotify link address',
        {},
        'other words for a block, to find it by',
      ),
    icon: 'embed',
    insert: asBlock({ type: 'embed' }),
  },
  {
    id: 'interview',
    name: () => t('Interview', {}, 'a block of the text'),
    words: () => t('question answer conversation speaker initials', {}, 'other words for a block, to find it by'),
    icon: 'interview',
    insert: (_editor, ports) => ports.askForSpeakers(),
  },
  {
    id: 'update',
    name: () => t('Dated update', {}, 'a block of the text'),
    words: () => t('note correction addition', {}, 'other words for a block, to find it by'),
    icon: 'update',
    insert: insertUpdateNote,
  },
  {
    id: 'footnote',
    name: () => t('Footnote', {}, 'a block of the text'),
    words: () => t('note reference source', {}, 'other words for a block, to find it by'),
    icon: 'footnote',
    insert: (editor) => void insertFootnote(editor),
  },
  {
    id: 'buttons',
    name: () => t('Button', {}, 'a block of the text'),
    words: () => t('link call to action', {}, 'other words for a block, to find it by'),
    icon: 'button',
    insert: asBlock({ type: 'buttons', content: [{ type: 'button' }] }),
  },
  {
    id: 'columns',
    name: () => t('Columns', {}, 'a block of the text'),
    words: () => t('side by side layout', {}, 'other words for a block, to find it by'),
    icon: 'columns',
    insert: asBlock(COLUMNS),
  },
  {
    id: 'horizontalRule',
    name: () => t('Separator', {}, 'a block of the text'),
    words: () => t('line rule divider --- hr', {}, 'other words for a block, to find it by'),
    icon: 'separator',
    insert: asBlock({ type: 'horizontalRule' }),
  },
  {
    id: 'moreBreak',
    name: () => t('Read more', {}, 'a block of the text'),
    words: () => t('teaser list', {}, 'other words for a block, to find it by'),
    icon: 'more',
    insert: asBlock({ type: 'moreBreak' }),
  },
  {
    id: 'pageBreak',
    name: () => t('Page break', {}, 'a block of the text'),
    words: () => t('new page next', {}, 'other words for a block, to find it by'),
    icon: 'page',
    insert: asBlock({ type: 'pageBreak' }),
  },
  {
    id: 'verse',
    name: () => t('Verse', {}, 'a block of the text'),
    words: () => t('poem lines song', {}, 'other words for a block, to find it by'),
    icon: 'verse',
    insert: asText('verse'),
  },
  {
    id: 'preformatted',
    name: () => t('Preformatted', {}, 'a block of the text'),
    words: () => t('plain spaces', {}, 'other words for a block, to find it by'),
    icon: 'code',
    insert: asText('preformatted'),
  },
  {
    id: 'codeBlock',
    name: () => t('Code', {}, 'a block of the text'),
    words: () => t('program ```', {}, 'other words for a block, to find it by'),
    icon: 'code',
    insert: asText('codeBlock'),
  },
  {
    id: 'customHtml',
    name: () => t('HTML', {}, 'a block of the text'),
    words: () => t('source markup custom', {}, 'other words for a block, to find it by'),
    icon: 'code',
    insert: asBlock({ type: 'customHtml' }),
  },
]

/** Without accents, which few type in a hurry. */
const comparable = (words: string): string => foldText(words, { matchesCase: false, matchesAccents: false }).text

/** A word may have a space in it, as in Vietnamese. */
const hasWord = (words: string, beginning: string): boolean => ` ${words}`.includes(` ${beginning}`)

/** Those whose name or other words begin with what was typed, best first; all of them for nothing typed. */
export function findInsertable(typed: string): readonly InsertableBlock[] {
  const wanted = comparable(typed.trim())
  if (wanted === '') return INSERTABLE_BLOCKS
  const rank = ({ name, words }: InsertableBlock): number => {
    const own = comparable(name())
    if (own.startsWith(wanted)) return 0
    if (hasWord(own, wanted)) return 1
    return hasWord(comparable(words()), wanted) ? 2 : 3
  }
  return INSERTABLE_BLOCKS.map((block) => ({ block, rank: rank(block) }))
    .filter((ranked) => ranked.rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ block }) => block)
}
