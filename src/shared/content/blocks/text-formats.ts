import type { ParsedBlock } from '../block-grammar.ts'
import { blockMarkup } from '../block-comment.ts'
import type { InlineNode, KeptParts, ParagraphNode, ParagraphVariant, TextDirection } from '../document.ts'
import { soleElement } from '../html-shape.ts'
import { inlineFromHtml } from '../inline-from-html.ts'
import { mergeInline } from '../inline-marks.ts'
import { inlineToHtml } from '../inline-to-html.ts'
import { BlockRest, classesOf, startTag, withKept, withKeptAttributes } from '../kept-parts.ts'
import { parseStrictHtml } from '../strict-html.ts'
import { textDirection } from '../text-direction.ts'
import { inlineLine } from '../inline-text.ts'
import type { BlockFormat, BlockOf } from './block-format.ts'

export const VARIANTS: readonly ParagraphVariant[] = ['interview-question', 'interview-answer', 'update-note']

export const withContent = <Content>(content: Content[]): { content?: Content[] } =>
  content.length > 0 ? { content } : {}

export const storableInline = (content: readonly InlineNode[] | undefined, isPreformatted = false) =>
  withContent(mergeInline(content, isPreformatted))

export const paragraphFormat: BlockFormat<ParagraphNode> = {
  read(block) {
    const rest = BlockRest.of(block)
    const element = soleElement(parseStrictHtml(block.inner), 'p')
    const dir = rest?.take('direction') ?? null
    if (!rest || !element || (dir !== null && dir !== 'rtl' && dir !== 'ltr')) return null
    if ((element.attributes.get('dir') ?? null) !== dir) return null
    const content = inlineFromHtml(element.children)
    if (!content) return null
    const classes = classesOf(element)
    const variant = VARIANTS.find((each) => classes.includes(each) && rest.takeClassName(each))
    rest.keep(element, '', ['dir'], variant ? [variant] : [])
    return {
      type: 'paragraph',
      attrs: { dir, ...(variant && { variant }), source: null, ...withKept(rest.kept) },
      ...withContent(content),
    }
  },
  storable: ({ attrs: { dir, variant, kept }, content }) => ({
    type: 'paragraph',
    attrs: { dir, ...(variant && { variant }), source: null, ...withKept(kept) },
    ...storableInline(content),
  }),
  write({ attrs, content }, { blogDirection }) {
    const { variant, kept } = attrs
    const direction = attrs.dir ?? oppositeDirection(inlineLine(content ?? []), blogDirection) ?? undefined
    const own = withKeptAttributes({ direction }, kept)
    if (variant) own['className'] = [variant, own['className']].filter((each) => typeof each === 'string').join(' ')
    const tag = startTag('p', { class: variant ?? undefined, dir: direction }, kept)
    return blockMarkup('core/paragraph', own, `${tag}>${inlineToHtml(content)}</p>`)
  },
  writeInner: ({ content }) => inlineToHtml(content),
}

export function oppositeDirection(text: string, blogDirection: TextDirection | null): TextDirection | null {
  const direction = textDirection(text)
  return blogDirection === null || direction === blogDirection ? null : direction
}

export const headingFormat: BlockFormat<BlockOf<'heading'>> = {
  read(block) {
    const rest = BlockRest.of(block)
    const level = rest?.take('level') ?? 2
    if (!rest || (level !== 1 && level !== 2 && level !== 3 && level !== 4 && level !== 5 && level !== 6)) return null
    const element = soleElement(parseStrictHtml(block.inner), `h${level}`)
    const content = element && !element.attributes.has('dir') ? inlineFromHtml(element.children) : null
    if (!element || !content) return null
    rest.takeClassName('wp-block-heading')
    rest.keep(element, '', [], ['wp-block-heading'])
    return {
      type: 'heading',
      attrs: { level, dir: null, source: null, ...withKept(rest.kept) },
      ...withContent(content),
    }
  },
  // WordPress has no place for the direction of a heading (7.1).
  storable: ({ attrs: { level, kept }, content }) => ({
    type: 'heading',
    attrs: { level, dir: null, source: null, ...withKept(kept) },
    ...storableInline(content),
  }),
  write({ attrs: { level, kept }, content }) {
    const own = withKeptAttributes({ level: level === 2 ? undefined : level }, kept)
    const tag = startTag(`h${level}`, { class: 'wp-block-heading' }, kept)
    return blockMarkup('core/heading', own, `${tag}>${inlineToHtml(content)}</h${level}>`)
  },
  writeInner: ({ content }) => inlineToHtml(content),
}

function readPre(block: ParsedBlock, ownClass: string): { content: InlineNode[]; kept: KeptParts | null } | null {
  const rest = BlockRest.of(block)
  const element = soleElement(parseStrictHtml(block.inner), 'pre')
  const content = element && inlineFromHtml(element.children, true)
  if (!rest || !element || !content) return null
  rest.takeClassName(ownClass)
  rest.keep(element, '', [], [ownClass])
  return { content, kept: rest.kept }
}

function preFormat<Type extends 'preformatted' | 'verse'>(type: Type): BlockFormat<BlockOf<'preformatted' | 'verse'>> {
  const ownClass = `wp-block-${type}`
  return {
    read(block) {
      const parts = readPre(block, ownClass)
      return parts && { type, attrs: { source: null, ...withKept(parts.kept) }, ...withContent(parts.content) }
    },
    storable: ({ attrs: { kept }, content }) => ({
      type,
      attrs: { source: null, ...withKept(kept) },
      ...storableInline(content, true),
    }),
    write({ attrs: { kept }, content }) {
      const tag = startTag('pre', { class: ownClass }, kept)
      return blockMarkup(`core/${type}`, withKeptAttributes({}, kept), `${tag}>${inlineToHtml(content, true)}</pre>`)
    },
    writeInner: ({ content }) => inlineToHtml(content, true),
  }
}

export const preformattedFormat = preFormat('preformatted') as BlockFormat<BlockOf<'preformatted'>>
export const verseFormat = preFormat('verse') as BlockFormat<BlockOf<'verse'>>
