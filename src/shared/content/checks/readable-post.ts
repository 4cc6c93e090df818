import type { PostDocument } from '../document.ts'
import { htmlToText } from '../html-to-text.ts'
import { besideContent, wordsBeside, type BesideField, type WordsBeside } from '../words-beside.ts'

/** Stands for what is in a line and is no text: a picture, a footnote's number, a comment. */
export const IN_LINE = '\u{FFFC}'

/** A stretch of a text block in which one thing holds. `from` and `to` as in `Where`. */
export interface Stretch {
  from: number
  to: number
}
export interface LinkStretch extends Stretch {
  href: string
}
export interface LanguageStretch extends Stretch {
  language: string
}
/** An element of the blog's own that is kept as it is, by its start tag. */
export interface KeptStretch extends Stretch {
  open: string
}

/** Whose words they are: of the text itself, or written beside it. `source`: what a reader reads of a piece that is kept as it is. */
export type Holder = 'text' | 'title' | 'excerpt' | 'beside' | 'source'

/** Words in a line: of a paragraph, a heading, a cell, a button; or of a title, a caption, a description. */
export interface TextBlock {
  path: number[]
  type: string
  holder: Holder
  /** Which field of the block; null where the words are in none. */
  field: BesideField | null
  attrs: Attributes
  /** A line break is `\n`, anything else that is no text `IN_LINE`: positions are the editor's. */
  text: string
  /** Of the post, unless the block says otherwise. '' when not known. */
  language: string
  links: LinkStretch[]
  passages: LanguageStretch[]
  code: Stretch[]
  kept: KeptStretch[]
  /** Words that are shown as written, such as code: no rule of writing holds there. */
  isVerbatim: boolean
}

/** Any block, in reading order, with where it stands. */
export interface PlacedBlock {
  path: number[]
  type: string
  attrs: Attributes
  children: LooseNode[]
}

export type Attributes = Record<string, unknown>

/** A node of any kind, read by name: a check must not fail at a block that is newer than itself. */
export interface LooseNode {
  type: string
  attrs?: Attributes
  content?: LooseNode[]
  text?: string
  marks?: { type: string; attrs?: Attributes }[]
}

/** The post laid out for reading: made once, read by every check. */
export interface ReadablePost {
  top: LooseNode[]
  blocks: PlacedBlock[]
  texts: TextBlock[]
  title: string
  excerpt: string
  language: string
}

export interface PostToRead {
  title: string
  document: PostDocument
  excerpt: string
  language: string
}

const INLINE = new Set(['text', 'hardBreak', 'footnoteReference', 'keptInline'])
const TEXT_BLOCKS = new Set(['paragraph', 'heading', 'codeBlock', 'preformatted', 'verse', 'button', 'footnote'])
const VERBATIM = new Set(['codeBlock', 'preformatted', 'verse'])

/** Walks instead of recursing: a document from a window may be as deep as the contract allows. */
export function readPost({ title, document, excerpt, language }: PostToRead): ReadablePost {
  const top = document.content as LooseNode[]
  const post: ReadablePost = { top, blocks: [], texts: [], title, excerpt, language }
  const waiting: { node: LooseNode; path: number[]; isVerbatim: boolean; spoken: string }[] = []
  const push = (nodes: LooseNode[], parent: number[], isVerbatim: boolean, spoken: string): void => {
    for (let index = nodes.length - 1; index >= 0; index--) {
      const node = nodes[index]
      if (node) waiting.push({ node, path: [...parent, index], isVerbatim, spoken })
    }
  }
  const plain = (holder: Holder, path: number[], type: string, words: string, spoken: string): void => {
    if (words === '') return
    const line = readLine([{ type: 'text', text: words }], spoken)
    post.texts.push({ ...line, path, type, attrs: {}, holder, field: null, isVerbatim: false })
  }
  plain('title', [], 'title', title, language)
  plain('excerpt', [], 'excerpt', excerpt, language)
  push(top, [], false, language)
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, path } = next
    const isVerbatim = next.isVerbatim || VERBATIM.has(node.type)
    const children = node.content ?? []
    const attrs = node.attrs ?? {}
    const spoken = languageOfBlock(attrs) ?? next.spoken
    if (TEXT_BLOCKS.has(node.type) || (children[0] !== undefined && INLINE.has(children[0].type))) {
      const line = readLine(children, spoken)
      post.texts.push({ ...line, path, type: node.type, attrs, holder: 'text', field: null, isVerbatim })
      post.blocks.push({ path, type: node.type, attrs, children: [] })
      continue
    }
    post.blocks.push({ path, type: node.type, attrs, children })
    for (const words of wordsBeside(node.type, attrs)) {
      const line = readBeside(words, attrs, words.language ?? spoken)
      post.texts.push({
        ...line,
        path,
        type: node.type,
        attrs: {},
        holder: 'beside',
        field: words.field,
        isVerbatim: false,
      })
    }
    const source = node.type === 'customHtml' ? attrs['html'] : node.type === 'opaque' ? attrs['source'] : null
    if (typeof source === 'string') plain('source', path, node.type, htmlToText(source), spoken)
    push(children, path, isVerbatim, spoken)
  }
  return post
}

/** What the blog says of a block's own language (`lang`); null where it is that of what it stands in. */
export function languageOfBlock(attrs: Attributes): string | null {
  const kept = attrs['kept'] as { html?: Record<string, string> } | null | undefined
  return kept?.html?.['lang'] || null
}

/** The words of a field with what holds where. Positions are those of the field: where something in it is no text, only the words count. */
export function readBeside(words: Pick<WordsBeside, 'field' | 'words'>, attrs: Attributes, language: string): Line {
  const line = readLine(besideContent(words, attrs), language)
  return line.text.length === words.words.length
    ? { ...line, text: words.words }
    : readLine([{ type: 'text', text: words.words }], language)
}

export type Line = Pick<TextBlock, 'text' | 'language' | 'links' | 'passages' | 'code' | 'kept'>

/** The words of one text block with what holds where, from its children. */
export function readLine(nodes: LooseNode[], language: string): Line {
  const line: Line = { text: '', language, links: [], passages: [], code: [], kept: [] }
  for (const node of nodes) {
    const from = line.text.length
    line.text += node.type === 'text' ? (node.text ?? '') : node.type === 'hardBreak' ? '\n' : IN_LINE
    const to = line.text.length
    for (const { type, attrs = {} } of node.marks ?? []) {
      if (type === 'code') line.code.push({ from, to })
      if (type === 'link') extend(line.links, { from, to, href: textOf(attrs['href']) }, 'href')
      if (type === 'language') extend(line.passages, { from, to, language: textOf(attrs['lang']) }, 'language')
      if (type === 'kept') extend(line.kept, { from, to, open: textOf(attrs['open']) }, 'open')
    }
  }
  return line
}

/** Bold inside a link parts its text nodes, not the link. */
function extend<Key extends string, One extends Stretch & Record<Key, string>>(
  stretches: One[],
  next: One,
  key: Key,
): void {
  const last = stretches.findLast((one) => one[key] === next[key])
  if (last && last.to === next.from) last.to = next.to
  else stretches.push(next)
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The language spoken at a place of the block. */
export function languageAt(block: Pick<TextBlock, 'language' | 'passages'>, position: number): string {
  const passage = block.passages.findLast(({ from, to }) => from <= position && position < to)
  return passage?.language ?? block.language
}

/** `fr` of `fr-CA`. */
export const primaryLanguage = (language: string): string => language.toLowerCase().split('-')[0] ?? ''

export const isInCode = (block: Pick<TextBlock, 'isVerbatim' | 'code'>, position: number): boolean =>
  block.isVerbatim || block.code.some(({ from, to }) => from <= position && position < to)
