import type {
  EmbedNode,
  FileNode,
  InlineMark,
  InlineNode,
  OpaqueNode,
  PictureNode,
  PostDocument,
  StructureNode,
  TableNode,
  TextDirection,
} from '../../../../shared/content/document.ts'
import { t } from '../../../../shared/words/t.ts'
import { childrenOf, referredFootnotes } from '../../../../shared/content/document-walk.ts'
import { embedOf } from '../../../../shared/content/embed-address.ts'
import { inlineOfNote } from '../../../../shared/content/footnotes-meta.ts'
import { CLASSIC, markupToDocument } from '../../../../shared/content/markup-to-document.ts'
import { addressWords, fileName } from '../../ui/address-words.ts'
import { containerName } from '../editor/schema/container-name.ts'
import { kindWord, trackName } from '../pictures/track-words.ts'

/** `name`: what the desk calls what follows. `detail`: what it says of it. `source`: what it does not model, byte for byte. */
type LineLook =
  | 'paragraph'
  | 'heading'
  | 'item'
  | 'numbered-item'
  | 'quote'
  | 'code'
  | 'note'
  | 'name'
  | 'detail'
  | 'picture'
  | 'rule'
  | 'source'

export interface TextRun {
  text: string
  marks: readonly InlineMark[]
}

/** Where a line stands in a table. A cell of several lines has several of one place. */
export interface TableCell {
  row: number
  column: number
  isHead: boolean
  colspan: number
  rowspan: number
}

/** One line of a text as a reader sees it. `dir` null: by its first strong letter. */
export interface ReadLine {
  look: LineLook
  /** How far inside lists, quotes and containers, from 0. */
  depth: number
  dir: TextDirection | null
  runs: TextRun[]
  cell?: TableCell
}

/** The numbers of the footnotes, by their ids, as a reader counts them. */
export type NoteNumbers = ReadonlyMap<string, number>

/** Block markup as lines of readable text, through the readers that the editor uses. */
export function readMarkup(markup: string, numbers: NoteNumbers = new Map()): ReadLine[] {
  return markupToDocument(markup.trim()).content.flatMap((node) => readNode(node, 'paragraph', 0, numbers))
}

export function readDocument({ content }: PostDocument): ReadLine[] {
  const numbers = numbersOf(referredFootnotes(content))
  return content.flatMap((node) => readNode(node, 'paragraph', 0, numbers))
}

export const numbersOf = (ids: readonly string[]): NoteNumbers => new Map(ids.map((id, index) => [id, index + 1]))

/** A note beside the post, inline HTML. */
export const readNote = (html: string): ReadLine[] =>
  inlineLines(inlineOfNote(html), { look: 'note', depth: 0, dir: null }, new Map())

export function readPlainText(text: string): ReadLine[] {
  return text.split('\n').map((words) => line('paragraph', 0, words))
}

/** What is written, for two texts that read the same and are not. */
export const readSource = (markup: string): ReadLine[] => [
  line('name', 0, t('As it is written')),
  ...markup
    .trim()
    .split('\n')
    .map((words) => line('source', 0, words)),
]

function readNode(node: StructureNode, look: LineLook, depth: number, numbers: NoteNumbers): ReadLine[] {
  const each = (nodes: readonly StructureNode[], inLook: LineLook, inDepth: number): ReadLine[] =>
    nodes.flatMap((child) => readNode(child, inLook, inDepth, numbers))
  switch (node.type) {
    case 'paragraph':
      return inlineLines(node.content, { look, depth, dir: node.attrs.dir }, numbers)
    case 'heading':
      return inlineLines(node.content, { look: 'heading', depth, dir: node.attrs.dir }, numbers)
    case 'bulletList':
      return each(node.content, 'item', depth + 1)
    case 'orderedList':
      return each(node.content, 'numbered-item', depth + 1)
    case 'listItem':
      return each(node.content, look, depth)
    case 'preformatted':
    case 'verse':
      return inlineLines(node.content, { look, depth, dir: null }, numbers)
    case 'tableRow':
    case 'tableCell':
    case 'tableHeader':
      return each(childrenOf(node), look, depth)
    case 'table':
      return tableLines(node, depth, numbers)
    case 'gallery':
      return [
        line(
          'name',
          depth,
          t('Gallery of {count, plural, one {# picture} other {# pictures}}', { count: node.content.length }),
        ),
        ...each(node.content, look, depth),
        ...detail(depth, node.attrs.caption),
      ]
    case 'container':
      return [
        line('name', depth, containerName(node.attrs.blockName, node.attrs.open)),
        ...each(node.content, look, depth + 1),
      ]
    case 'footnotes':
      return [line('name', depth, t('Footnotes')), ...each(childrenOf(node), 'note', depth)]
    case 'footnote': {
      const [first, ...rest] = inlineLines(node.content, { look: 'note', depth, dir: null }, numbers)
      const number = numbers.get(node.attrs.id)
      return first
        ? [{ ...first, runs: [...plain(number === undefined ? '' : `${number}. `), ...first.runs] }, ...rest]
        : []
    }
    case 'buttons':
      return each(node.content, look, depth)
    case 'button':
      return [
        line('name', depth, t('Button')),
        ...inlineLines(node.content, { look, depth, dir: null }, numbers),
        ...detail(depth, node.attrs.url === null ? '' : addressWords(node.attrs.url)),
      ]
    case 'embed':
    case 'file':
      return leadLines(node, depth)
    case 'video':
    case 'audio': {
      const name = fileName(node.attrs.url)
      const tracks = node.type === 'video' ? node.attrs.tracks : []
      return [
        line('name', depth, named(node.type === 'video' ? t('Video') : t('Audio'), name)),
        ...tracks.flatMap((track) => detail(depth, named(kindWord(track.kind), trackName(track)))),
        ...detail(depth, node.attrs.caption),
      ]
    }
    case 'moreBreak':
      return [line('rule', depth, node.attrs.text === '' ? t('Read more') : node.attrs.text)]
    case 'pageBreak':
      return [line('rule', depth, t('A new page'))]
    case 'customHtml':
      return [line('name', depth, 'HTML'), ...sourceLines(node.attrs.html, depth)]
    case 'blockquote':
    case 'pullquote':
      return [
        ...each(node.content, 'quote', depth + 1),
        ...(node.attrs.citation === '' ? [] : [line('quote', depth + 1, `— ${node.attrs.citation}`)]),
      ]
    case 'codeBlock':
      return (node.content ?? [])
        .map(({ text }) => text)
        .join('')
        .split('\n')
        .map((text) => line('code', depth, text))
    case 'picture':
      return pictureLines(node, depth)
    case 'horizontalRule':
      return [line('rule', depth, t('A line across'))]
    case 'opaque':
      return opaqueLines(node, depth)
  }
}

function pictureLines({ attrs }: PictureNode, depth: number): ReadLine[] {
  const { alt, caption, url, credit = '', isDecorative } = attrs
  const name = isDecorative === true && alt === '' ? t('Picture, decorative') : t('Picture')
  return [
    line('picture', depth, alt === '' ? `${name} ${fileName(url)}`.trim() : named(name, alt)),
    ...detail(depth, caption),
    ...detail(depth, credit),
  ]
}

function leadLines(node: EmbedNode | FileNode, depth: number): ReadLine[] {
  if (node.type === 'file')
    return [line('name', depth, t('File')), ...detail(depth, node.attrs.name || fileName(node.attrs.url))]
  const { url, caption } = node.attrs
  return [
    line('name', depth, named(t('Embed'), embedOf(url).name)),
    ...detail(depth, addressWords(url)),
    ...detail(depth, caption),
  ]
}

function tableLines({ attrs, content }: TableNode, depth: number, numbers: NoteNumbers): ReadLine[] {
  const cells = content.flatMap(({ attrs: { section }, content: inRow }, row) =>
    inRow.flatMap((node, column) => {
      const { colspan, rowspan } = node.attrs
      const cell = { row, column, isHead: section === 'head' || node.type === 'tableHeader', colspan, rowspan }
      return readNode(node, 'paragraph', depth, numbers).map((read): ReadLine => ({ ...read, cell }))
    }),
  )
  return [line('name', depth, t('Table')), ...cells, ...detail(depth, attrs.caption)]
}

function opaqueLines({ attrs: { blockName, source } }: OpaqueNode, depth: number): ReadLine[] {
  if (blockName !== CLASSIC) return [line('name', depth, blockName), ...sourceLines(source, depth)]
  return source
    .trim()
    .split('\n')
    .map((text) => line(text.includes('<') ? 'source' : 'paragraph', depth, text))
}

const sourceLines = (source: string, depth: number): ReadLine[] =>
  source
    .trim()
    .split('\n')
    .map((text) => line('source', depth, text))

/** What the desk calls a thing, and what it is called. */
const named = (what: string, name: string): string => (name === '' ? what : t('{what}: {name}', { what, name }))

const plain = (text: string): TextRun[] => (text === '' ? [] : [{ text, marks: [] }])

const line = (look: LineLook, depth: number, text: string): ReadLine => ({ look, depth, dir: null, runs: plain(text) })

const detail = (depth: number, text: string): ReadLine[] => (text === '' ? [] : [line('detail', depth, text)])

function inlineLines(
  content: readonly InlineNode[] = [],
  head: Omit<ReadLine, 'runs'>,
  numbers: NoteNumbers,
): ReadLine[] {
  const lines: ReadLine[] = [{ ...head, runs: [] }]
  for (const node of content) {
    if (node.type === 'hardBreak') lines.push({ ...head, runs: [] })
    else lines.at(-1)?.runs.push(runOf(node, numbers))
  }
  return lines
}

function runOf(node: Exclude<InlineNode, { type: 'hardBreak' }>, numbers: NoteNumbers): TextRun {
  const marks = node.marks ?? []
  switch (node.type) {
    case 'text':
      return { text: node.text, marks }
    case 'footnoteReference':
      return {
        text: `[${numbers.get(node.attrs.id) ?? t('note', {}, 'in brackets, for a footnote without number')}]`,
        marks: [...marks, { type: 'superscript' }],
      }
    case 'keptInline':
      return { text: node.attrs.source, marks }
  }
}
