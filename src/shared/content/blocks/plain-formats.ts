import type { ParsedBlock } from '../block-grammar.ts'
import { blockMarkup } from '../block-comment.ts'
import { escapeText } from '../escape-html.ts'
import { isElement, significant, soleElement } from '../html-shape.ts'
import { BlockRest, startTag, withKept, withKeptAttributes } from '../kept-parts.ts'
import { parseStrictHtml, type HtmlElement } from '../strict-html.ts'
import { splitOuterWhiteSpace } from '../white-space.ts'
import type { BlockFormat, BlockOf } from './block-format.ts'

export const codeFormat: BlockFormat<BlockOf<'codeBlock'>> = {
  read(block) {
    const rest = BlockRest.of(block)
    const pre = rest && soleElement(parseStrictHtml(block.inner), 'pre')
    const [code, ...others] = pre?.children ?? []
    const text = pre && isElement(code) && code.name === 'code' && others.length === 0 ? codeText(code) : null
    if (text === null || !pre || !isElement(code)) return null
    rest.takeClassName('wp-block-code')
    rest.keep(pre, '', [], ['wp-block-code'])
    rest.keep(code, 'code', [], [])
    return codeOf(text, rest.kept)
  },
  storable: ({ attrs: { kept }, content = [] }) => codeOf(content.map((node) => node.text).join(''), kept),
  write({ attrs: { kept }, content = [] }) {
    const text = content.map((node) => node.text).join('')
    const code = `${startTag('code', {}, kept, 'code')}>${escapeCode(text)}</code>`
    const html = `${startTag('pre', { class: 'wp-block-code' }, kept)}>${code}</pre>`
    return blockMarkup('core/code', withKeptAttributes({}, kept), html)
  },
}

const codeOf = (text: string, kept: BlockOf<'codeBlock'>['attrs']['kept']): BlockOf<'codeBlock'> => ({
  type: 'codeBlock',
  attrs: { source: null, ...withKept(kept) },
  ...(text !== '' && { content: [{ type: 'text', text }] }),
})

/** Before 5.5 or so a line of code could end in `<br>`. */
function codeText({ children }: HtmlElement): string | null {
  const isText = children.every(
    (node) => typeof node === 'string' || (isElement(node) && node.name === 'br' && node.attributes.size === 0),
  )
  return isText ? children.map((node) => (typeof node === 'string' ? node : '\n')).join('') : null
}

/** Signs in code that WordPress would take for a shortcode, or a line for an address to embed, go as entities. */
function escapeCode(text: string): string {
  return escapeText(text)
    .replaceAll('[', '&#91;')
    .replace(/^([^\S\n]*https?:)\/\/(?=[^\s<>"]+[^\S\n]*$)/gm, '$1&#47;&#47;')
}

export const separatorFormat: BlockFormat<BlockOf<'horizontalRule'>> = {
  read(block) {
    const rest = BlockRest.of(block)
    const rule = rest && soleElement(parseStrictHtml(block.inner), 'hr')
    if (!rule) return null
    rest.keep(rule, '', [], ['wp-block-separator', 'has-alpha-channel-opacity'])
    return { type: 'horizontalRule', attrs: { source: null, ...withKept(rest.kept) } }
  },
  storable: ({ attrs: { kept } }) => ({ type: 'horizontalRule', attrs: { source: null, ...withKept(kept) } }),
  write({ attrs: { kept } }) {
    const isSolid = kept?.attributes['opacity'] === undefined
    const ownClass = isSolid ? 'wp-block-separator has-alpha-channel-opacity' : 'wp-block-separator'
    return blockMarkup('core/separator', withKeptAttributes({}, kept), `${startTag('hr', { class: ownClass }, kept)}/>`)
  },
}

/** The comments a block consists of, white space aside; null when it has anything else. */
function onlyComments(block: ParsedBlock): string[] | null {
  const nodes = significant(parseStrictHtml(block.inner) ?? [''])
  const comments = nodes.flatMap((node) =>
    typeof node === 'object' && 'kind' in node && node.kind === 'comment' ? [node.source] : [],
  )
  return comments.length > 0 && comments.length === nodes.length ? comments : null
}

export const moreFormat: BlockFormat<BlockOf<'moreBreak'>> = {
  read(block) {
    const rest = BlockRest.of(block)
    const comments = onlyComments(block)
    if (!rest || !comments) return null
    const text = rest.take('customText') ?? ''
    const noTeaser = rest.take('noTeaser') ?? false
    if (typeof text !== 'string' || typeof noTeaser !== 'boolean' || rest.kept || text !== moreText(text)) return null
    const expected = [moreComment(text), ...(noTeaser ? [NO_TEASER] : [])]
    return comments.join() === expected.join() ? { type: 'moreBreak', attrs: { text, noTeaser, source: null } } : null
  },
  storable: ({ attrs: { text, noTeaser } }) => ({
    type: 'moreBreak',
    attrs: { text: moreText(text), noTeaser, source: null },
  }),
  write({ attrs: { text, noTeaser } }) {
    const html = noTeaser ? `${moreComment(text)}\n${NO_TEASER}` : moreComment(text)
    return blockMarkup(
      'core/more',
      { customText: text === '' ? undefined : text, noTeaser: noTeaser || undefined },
      html,
    )
  },
}

const NO_TEASER = '<!--noteaser-->'
const moreComment = (text: string): string => (text === '' ? '<!--more-->' : `<!--more ${text}-->`)

/** The words stand inside a comment and must not end it. */
const moreText = (text: string): string =>
  text
    .replace(/[\t\n\f\r<>]+/g, ' ')
    .replace(/-{2,}!?/g, '–')
    .replace(/^[- ]+|[- ]+$/g, '')

export const pageBreakFormat: BlockFormat<BlockOf<'pageBreak'>> = {
  read(block) {
    const rest = BlockRest.of(block)
    return rest && !rest.kept && onlyComments(block)?.join() === '<!--nextpage-->'
      ? { type: 'pageBreak', attrs: { source: null } }
      : null
  },
  storable: () => ({ type: 'pageBreak', attrs: { source: null } }),
  write: () => blockMarkup('core/nextpage', {}, '<!--nextpage-->'),
}

export const customHtmlFormat: BlockFormat<BlockOf<'customHtml'>> = {
  read(block) {
    const rest = BlockRest.of(block)
    const [piece, ...others] = block.inner
    if (!rest || others.length > 0 || (piece && piece.kind !== 'html')) return null
    return {
      type: 'customHtml',
      attrs: { html: splitOuterWhiteSpace(piece?.source ?? '').inner, source: null, ...withKept(rest.kept) },
    }
  },
  storable: ({ attrs: { html, kept } }) => ({
    type: 'customHtml',
    attrs: { html: splitOuterWhiteSpace(html).inner, source: null, ...withKept(kept) },
  }),
  write: ({ attrs: { html, kept } }) => blockMarkup('core/html', withKeptAttributes({}, kept), html),
}
