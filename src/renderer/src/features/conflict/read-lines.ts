import type {
  AudioNode,
  EmbedNode,
  FileNode,
  InlineMark,
  InlineNode,
  PostDocument,
  StructureNode,
  TextDirection,
  VideoNode,
} from '../../../../shared/content/document.ts'
import { nodeText } from '../../../../shared/content/document-to-text.ts'
import { childrenOf } from '../../../../shared/content/document-walk.ts'
import { CLASSIC, markupToDocument } from '../../../../shared/content/markup-to-document.ts'

/** `source`: what the desk does not model, byte for byte. */
type LineLook = 'paragraph' | 'heading' | 'item' | 'numbered-item' | 'quote' | 'code' | 'picture' | 'rule' | 'source'

export interface TextRun {
  text: string
  marks: readonly InlineMark[]
}

/** One line of a text as a reader sees it. `dir` null: by its first strong letter. */
export interface ReadLine {
  look: LineLook
  /** How far inside lists and quotes, from 0. */
  depth: number
  dir: TextDirection | null
  runs: TextRun[]
}

/** Block markup as lines of readable text, through the readers that the editor uses. */
export function readMarkup(markup: string): ReadLine[] {
  return readDocument(markupToDocument(markup.trim()))
}

export const readDocument = ({ content }: PostDocument): ReadLine[] =>
  content.flatMap((node) => readNode(node, 'paragraph', 0))

export function readPlainText(text: string): ReadLine[] {
  return text.split('\n').map((line) => ({ look: 'paragraph', depth: 0, dir: null, runs: plain(line) }))
}

function readNode(node: StructureNode, look: LineLook, depth: number): ReadLine[] {
  switch (node.type) {
    case 'paragraph':
      return inlineLines(node.content, { look, depth, dir: node.attrs.dir })
    case 'heading':
      return inlineLines(node.content, { look: 'heading', depth, dir: node.attrs.dir })
    case 'bulletList':
      return node.content.flatMap((item) => readNode(item, 'item', depth + 1))
    case 'orderedList':
      return node.content.flatMap((item) => readNode(item, 'numbered-item', depth + 1))
    case 'listItem':
      return node.content.flatMap((child) => readNode(child, look, depth))
    case 'preformatted':
    case 'verse':
    case 'button':
    case 'footnote':
      return inlineLines(node.content, { look, depth, dir: null })
    case 'gallery':
    case 'table':
    case 'tableCell':
    case 'tableHeader':
    case 'buttons':
    case 'container':
    case 'footnotes':
      return childrenOf(node).flatMap((child) => readNode(child, look, depth))
    case 'tableRow':
      return [line(look, depth, nodeText(node))]
    case 'embed':
    case 'video':
    case 'audio':
    case 'file':
      return mediaLines(node, depth)
    case 'moreBreak':
      return [line('rule', depth, node.attrs.text === '' ? 'Read more' : node.attrs.text)]
    case 'pageBreak':
      return [line('rule', depth, 'A new page')]
    case 'customHtml':
      return node.attrs.html.split('\n').map((text) => line('source', depth, text))
    case 'blockquote':
    case 'pullquote':
      return [
        ...node.content.flatMap((child) => readNode(child, 'quote', depth + 1)),
        ...(node.attrs.citation === '' ? [] : [line('quote', depth + 1, `— ${node.attrs.citation}`)]),
      ]
    case 'codeBlock':
      return (node.content ?? [])
        .map(({ text }) => text)
        .join('')
        .split('\n')
        .map((text) => line('code', depth, text))
    case 'picture': {
      const { alt, caption, url } = node.attrs
      const name = url?.split('/').at(-1) ?? ''
      return [
        line('picture', depth, alt === '' ? `Picture ${name}`.trim() : `Picture: ${alt}`),
        ...(caption === '' ? [] : [line('picture', depth, caption)]),
      ]
    }
    case 'horizontalRule':
      return [line('rule', depth, 'A line across')]
    case 'opaque':
      return node.attrs.source
        .trim()
        .split('\n')
        .map((text) =>
          line(node.attrs.blockName === CLASSIC && !text.includes('<') ? 'paragraph' : 'source', depth, text),
        )
  }
}

function mediaLines(node: EmbedNode | VideoNode | AudioNode | FileNode, depth: number): ReadLine[] {
  return [node.attrs.url ?? '', nodeText(node)].filter((text) => text !== '').map((text) => line('source', depth, text))
}

const plain = (text: string): TextRun[] => (text === '' ? [] : [{ text, marks: [] }])

const line = (look: LineLook, depth: number, text: string): ReadLine => ({ look, depth, dir: null, runs: plain(text) })

function inlineLines(content: readonly InlineNode[] = [], head: Omit<ReadLine, 'runs'>): ReadLine[] {
  const lines: ReadLine[] = [{ ...head, runs: [] }]
  for (const node of content) {
    if (node.type === 'hardBreak') lines.push({ ...head, runs: [] })
    else lines.at(-1)?.runs.push({ text: runText(node), marks: node.marks ?? [] })
  }
  return lines
}

function runText(node: Exclude<InlineNode, { type: 'hardBreak' }>): string {
  switch (node.type) {
    case 'text':
      return node.text
    case 'footnoteReference':
      return '[note]'
    case 'keptInline':
      return node.attrs.source
  }
}
