import type {
  BlockNode,
  HeadingNode,
  InlineNode,
  ParagraphNode,
  ParagraphVariant,
  PostDocument,
  QuoteNode,
} from '../document.ts'

/** What a template asks for stands in square brackets, as in any office form; the check for leftovers finds it. */
export const ask = (what: string): string => `[${what}]`

type Words = string | InlineNode | (string | InlineNode)[]

const inline = (words: Words): InlineNode[] =>
  (Array.isArray(words) ? words : [words])
    .map((word): InlineNode => (typeof word === 'string' ? { type: 'text', text: word } : word))
    .filter((node) => node.type !== 'text' || node.text !== '')

export const bold = (text: string): InlineNode => ({ type: 'text', text, marks: [{ type: 'bold' }] })
export const italic = (text: string): InlineNode => ({ type: 'text', text, marks: [{ type: 'italic' }] })
export const linked = (text: string, href: string): InlineNode => ({
  type: 'text',
  text,
  marks: [{ type: 'link', attrs: { href } }],
})

export const paragraph = (words: Words, variant: ParagraphVariant | null = null): ParagraphNode => ({
  type: 'paragraph',
  attrs: { dir: null, variant, source: null, kept: null },
  content: inline(words),
})

export const heading = (words: Words): HeadingNode => ({
  type: 'heading',
  attrs: { level: 2, dir: null, source: null },
  content: inline(words),
})

export const quote = (paragraphs: Words[], citation: string): QuoteNode => ({
  type: 'blockquote',
  attrs: { citation, source: null },
  content: paragraphs.map((words) => paragraph(words)),
})

export const bullets = (items: Words[]): BlockNode => ({
  type: 'bulletList',
  attrs: { source: null },
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
})

export const rule = (): BlockNode => ({ type: 'horizontalRule', attrs: { source: null } })

export const documentOf = (content: BlockNode[]): PostDocument => ({ type: 'doc', content })
