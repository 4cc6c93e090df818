import { escapeAttribute, escapeText } from '../../../shared/content/escape-html.ts'
import { htmlTree, isTag, type HtmlTag, type HtmlTree } from '../../../shared/content/interchange/html-tree.ts'
import { isBlank } from '../../../shared/content/white-space.ts'
import { t } from '../../../shared/words/t.ts'

const DROPPED = new Set(
  'script style template noscript head title meta link base svg canvas button select option textarea input'.split(' '),
)
const KEPT_INLINE = new Set('abbr b bdi cite code del em i q s strong'.split(' '))
const TURNED = new Map([
  ['bdo', 'bdi'],
  ['strike', 's'],
  ['tt', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['dfn', 'em'],
  ['var', 'em'],
])
/** What of a page is a file or a page of its own. */
function elsewhereWords(name: string): string | null {
  switch (name) {
    case 'video':
      return t('Video', {}, 'left out of an item of a feed')
    case 'audio':
      return t('Sound', {}, 'left out of an item of a feed')
    case 'iframe':
    case 'embed':
    case 'object':
      return t('Page inside', {}, 'left out of an item of a feed')
    default:
      return null
  }
}
const BLOCKS = new Set(
  'address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/**
 * A feed's HTML in the few tags of a comment, so that the one sanitiser leaves the shape of a text: headings become bold lines,
 * tables lines, and whatever would have to be fetched the way to it. It makes nothing safe; that is the sanitiser's.
 */
export function readableHtml(html: string, baseUrl: string | null): string {
  return blocksOf(htmlTree(html), { base: baseUrl, attributes: '' })
}

interface Around {
  base: string | null
  /** How an enclosing block runs, and in which language, for what has no block of its own. */
  attributes: string
}

function blocksOf(nodes: readonly HtmlTree[], around: Around): string {
  let html = ''
  let line = ''
  const endLine = (): void => {
    if (!isBlank(withoutTags(line))) html += `<p${around.attributes}>${line.trim()}</p>`
    line = ''
  }
  for (const node of nodes) {
    if (typeof node !== 'string' && BLOCKS.has(node.name)) {
      endLine()
      html += blockOf(node, around)
    } else line += inlineOf(node, around)
  }
  endLine()
  return html
}

function blockOf(tag: HtmlTag, outer: Around): string {
  const attributes = directionOf(tag) || outer.attributes
  const around = { ...outer, attributes }
  switch (tag.name) {
    case 'hr':
      return ''
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return wrapped(`p`, attributes, inlinesOf(tag.children, around), '<strong>', '</strong>')
    case 'pre':
      return wrapped('pre', attributes, inlinesOf(tag.children, around))
    case 'tr':
      return wrapped('p', attributes, cellsOf(tag, around))
    case 'dl':
      return blocksOf(tag.children, around)
    case 'ul':
    case 'ol':
      return wrapped(tag.name, attributes, tag.children.flatMap((item) => itemOf(item, around)).join(''))
    case 'li':
      return wrapped('ul', attributes, itemOf(tag, around).join(''))
    case 'blockquote':
      return wrapped('blockquote', attributes, blocksOf(tag.children, around))
    default:
      return blocksOf(tag.children, around)
  }
}

function itemOf(node: HtmlTree, around: Around): string[] {
  if (typeof node === 'string') return isBlank(node) ? [] : [`<li>${escapeText(node)}</li>`]
  const hasBlocks = node.children.some((child) => typeof child !== 'string' && BLOCKS.has(child.name))
  const inside = hasBlocks ? blocksOf(node.children, around) : inlinesOf(node.children, around)
  return isBlank(inside) ? [] : [`<li${directionOf(node)}>${inside}</li>`]
}

const cellsOf = (row: HtmlTag, around: Around): string =>
  row.children
    .flatMap((cell) => (isTag(cell, 'td', 'th') ? [inlinesOf(cell.children, around).trim()] : []))
    .filter((words) => words !== '')
    .join(' · ')

const inlinesOf = (nodes: readonly HtmlTree[], around: Around): string =>
  nodes.map((node) => inlineOf(node, around)).join('')

function inlineOf(node: HtmlTree, around: Around): string {
  if (typeof node === 'string') return escapeText(node)
  const { name, attributes, children } = node
  if (DROPPED.has(name)) return ''
  if (name === 'br') return '<br>'
  if (name === 'img') return pictureOf(node, around)
  const elsewhere = elsewhereWords(name)
  if (elsewhere !== null) return linkTo(addressOf(node, around) ?? sourceOf(children, around), elsewhere)
  // A block in a line: its words stay apart from those beside it.
  const inside = BLOCKS.has(name) ? ` ${inlinesOf(children, around)} ` : inlinesOf(children, around)
  if (name === 'a') {
    const href = resolved(attributes.get('href') ?? '', around.base)
    return href === null ? inside : `<a href="${escapeAttribute(href)}">${inside}</a>`
  }
  const kept = TURNED.get(name) ?? (KEPT_INLINE.has(name) ? name : attributes.has('dir') ? 'bdi' : null)
  return kept === null ? inside : `<${kept}${directionOf(node)}>${inside}</${kept}>`
}

/** The way to a picture; nothing for one that only counts its readers. */
function pictureOf(tag: HtmlTag, around: Around): string {
  const isDot = ['width', 'height'].some((side) => /^[0-2](?:px)?$/.test((tag.attributes.get(side) ?? '').trim()))
  if (isDot) return ''
  const alt = (tag.attributes.get('alt') ?? '').trim().slice(0, 500)
  return linkTo(
    addressOf(tag, around),
    alt === ''
      ? t('Picture', {}, 'left out of an item of a feed')
      : t('Picture: {alt}', { alt }, 'left out of an item of a feed'),
  )
}

const addressOf = (tag: HtmlTag, { base }: Around): string | null =>
  resolved(tag.attributes.get('src') ?? tag.attributes.get('data') ?? '', base)

function sourceOf(nodes: readonly HtmlTree[], around: Around): string | null {
  const source = nodes.find((node) => isTag(node, 'source'))
  return isTag(source) ? addressOf(source, around) : null
}

const linkTo = (address: string | null, words: string): string =>
  address === null
    ? ` <em>[${escapeText(words)}]</em> `
    : ` <a href="${escapeAttribute(address)}">[${escapeText(words)}]</a> `

/** null for what leads to no page. */
export function resolved(address: string, base: string | null): string | null {
  const text = address.trim()
  if (text === '' || text.length > 2000) return null
  const url = base === null ? URL.parse(text) : URL.parse(text, base)
  return url && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null
}

function directionOf({ attributes }: HtmlTag): string {
  const dir = (attributes.get('dir') ?? '').toLowerCase()
  const lang = attributes.get('lang') ?? ''
  return `${['ltr', 'rtl', 'auto'].includes(dir) ? ` dir="${dir}"` : ''}${/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(lang) ? ` lang="${lang}"` : ''}`
}

const wrapped = (name: string, attributes: string, inside: string, open = '', close = ''): string =>
  isBlank(withoutTags(inside)) ? '' : `<${name}${attributes}>${open}${inside}${close}</${name}>`

const withoutTags = (html: string): string => html.replaceAll(/<[^<>]*>/g, '')
