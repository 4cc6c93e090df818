import type {
  BlockNode,
  InlineMark,
  InlineNode,
  ListItemNode,
  TextDirection,
} from '../../../../shared/content/document.ts'
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
  return markupToDocument(markup.trim()).content.flatMap((node) => readNode(node, 'paragraph', 0))
}

export function readPlainText(text: string): ReadLine[] {
  return text.split('\n').map((line) => ({ look: 'paragraph', depth: 0, dir: null, runs: plain(line) }))
}

function readNode(node: BlockNode | ListItemNode, look: LineLook, depth: number): ReadLine[] {
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
    case 'blockquote':
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

const plain = (text: string): TextRun[] => (text === '' ? [] : [{ text, marks: [] }])

const line = (look: LineLook, depth: number, text: string): ReadLine => ({ look, depth, dir: null, runs: plain(text) })

function inlineLines(content: readonly InlineNode[] = [], head: Omit<ReadLine, 'runs'>): ReadLine[] {
  const lines: ReadLine[] = [{ ...head, runs: [] }]
  for (const node of content) {
    if (node.type === 'hardBreak') lines.push({ ...head, runs: [] })
    else lines.at(-1)?.runs.push({ text: node.text, marks: node.marks ?? [] })
  }
  return lines
}
