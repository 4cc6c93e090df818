import { escapeAttribute, escapeText } from '../escape-html.ts'
import { classesOf, isTag, textOf, type HtmlTag, type HtmlTree } from './html-tree.ts'
import { lookUp } from '../../look-up.ts'

/** What text that comes from outside is read with. */
export interface InlineSituation {
  /** Called for a picture inside text: on a blog it is a block of its own. */
  onPicture(image: HtmlTag): void
  /** The number and id of the footnote that `href` leads to; null when it leads to none. */
  footnoteAt(href: string): { id: string; number: number } | null
}

const MARK_TAGS: Record<string, string> = {
  b: 'strong',
  strong: 'strong',
  i: 'em',
  em: 'em',
  dfn: 'em',
  s: 's',
  strike: 's',
  del: 's',
  sup: 'sup',
  sub: 'sub',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
}
const SILENT = new Set(['script', 'style', 'noscript', 'template', 'head', 'title', 'meta', 'link', 'input'])
const SAFE_ADDRESS = /^(?:https?:|mailto:|tel:|[#/?]|[^:/?#]*(?:[/?#]|$))/i

export const isSafeAddress = (address: string): boolean => SAFE_ADDRESS.test(address.trim())

/** The inside of a paragraph, heading, item or cell as WordPress's own editor writes it; runs of white space are one space. */
export function inlineMarkup(nodes: readonly HtmlTree[], situation: InlineSituation): string {
  return write(nodes, situation, [])
    .replaceAll(/[ \t\n\f\r]+/g, ' ')
    .replaceAll(/ ?<br> ?/g, '<br>')
    .replace(/^(?: |<br>)+/, '')
    .replace(/(?: |<br>)+$/, '')
}

function write(nodes: readonly HtmlTree[], situation: InlineSituation, marks: readonly string[]): string {
  return nodes.map((node) => (typeof node === 'string' ? escapeText(node) : writeTag(node, situation, marks))).join('')
}

function writeTag(tag: HtmlTag, situation: InlineSituation, marks: readonly string[]): string {
  if (SILENT.has(tag.name)) return ''
  if (tag.name === 'br') return '<br>'
  if (tag.name === 'img') {
    situation.onPicture(tag)
    return ''
  }
  const footnote = footnoteOf(tag, situation)
  if (footnote) {
    const id = escapeAttribute(footnote.id)
    return `<sup data-fn="${id}" class="fn"><a href="#${id}" id="${id}-link">${footnote.number}</a></sup>`
  }
  const wrapped = markOf(tag)
  // A mark inside itself says nothing new.
  if (!wrapped || marks.includes(wrapped.name)) return write(tag.children, situation, marks)
  const inner = write(tag.children, situation, [...marks, wrapped.name])
  return textOf(tag.children).trim() === '' ? inner : `<${wrapped.open}>${inner}</${wrapped.name}>`
}

function markOf(tag: HtmlTag): { name: string; open: string } | null {
  const name = lookUp(MARK_TAGS, tag.name)
  if (name !== undefined) return { name, open: name }
  const { attributes } = tag
  if (tag.name === 'a') {
    const href = attributes.get('href')?.trim() ?? ''
    const isKept = href !== '' && isSafeAddress(href) && !href.startsWith('#_')
    return isKept ? { name: 'a', open: `a href="${escapeAttribute(href)}"` } : null
  }
  const lang = attributes.get('lang') ?? ''
  const dir = attributes.get('dir') ?? ''
  if ((tag.name === 'span' || tag.name === 'bdo' || tag.name === 'q') && lang !== '') {
    const direction = dir === 'rtl' || dir === 'ltr' ? ` dir="${dir}"` : ''
    return { name: 'span', open: `span lang="${escapeAttribute(lang)}"${direction}` }
  }
  return null
}

/** Of our own pages and WordPress's, of Word by mammoth, of Markdown: a raised link to a note. */
function footnoteOf(tag: HtmlTag, situation: InlineSituation) {
  const link = tag.name === 'sup' ? tag.children.find((child) => isTag(child, 'a')) : tag
  if (!isTag(link, 'a')) return null
  if (tag.name === 'a' && !classesOf(tag).some((name) => /footnote/i.test(name))) return null
  const href = link.attributes.get('href') ?? ''
  return href.startsWith('#') ? situation.footnoteAt(href.slice(1)) : null
}
