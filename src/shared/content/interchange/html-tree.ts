import { Tokenizer } from 'htmlparser2'
import { AppError } from '../../errors.ts'
import { escapeAttribute, escapeText } from '../escape-html.ts'
import { lookUp } from '../../look-up.ts'

export interface HtmlTag {
  name: string
  attributes: Map<string, string>
  children: HtmlTree[]
}
export type HtmlTree = string | HtmlTag

/** What is nested deeper lies side by side at this depth: nothing that a person wrote is as deep. */
const MAX_DEPTH = 100
const MAX_NODES = 500_000

const VOID = new Set('area br col embed hr img input link meta source track wbr'.split(' '))
const ENDS_PARAGRAPH = new Set(
  'address article aside blockquote center details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul'.split(
    ' ',
  ),
)
/** What an opening tag ends that is still open right above it. */
const ENDS: Record<string, readonly string[]> = {
  li: ['li'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  tr: ['td', 'th', 'tr'],
  thead: ['td', 'th', 'tr', 'thead', 'tbody', 'tfoot'],
  tbody: ['td', 'th', 'tr', 'thead', 'tbody', 'tfoot'],
  tfoot: ['td', 'th', 'tr', 'thead', 'tbody', 'tfoot'],
  option: ['option'],
}

/**
 * The tree of any HTML whatever, mended as a browser would roughly mend it; comments are left out. For what comes from
 * outside and for what is written out of a post. Whoever wants to write the same bytes again reads with `parseStrictHtml`.
 * Linear, however deep the tags lie. Throws `unreadable-file` (`too-large`) for more nodes than any text has.
 */
export function htmlTree(html: string): HtmlTree[] {
  const builder = new TreeBuilder()
  let opening: HtmlTag | null = null
  let attributeName = ''
  let attributeValue = ''
  const ignore = (): void => undefined
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => builder.text(html.slice(start, end)),
      ontextentity: (codePoint) => builder.text(String.fromCodePoint(codePoint)),
      onopentagname: (start, end) => {
        opening = { name: html.slice(start, end).toLowerCase(), attributes: new Map(), children: [] }
      },
      onattribname: (start, end) => {
        attributeName = html.slice(start, end).toLowerCase()
        attributeValue = ''
      },
      onattribdata: (start, end) => {
        attributeValue += html.slice(start, end)
      },
      onattribentity: (codePoint) => {
        attributeValue += String.fromCodePoint(codePoint)
      },
      onattribend: () => {
        if (opening && !opening.attributes.has(attributeName)) opening.attributes.set(attributeName, attributeValue)
      },
      onopentagend: () => {
        if (opening) builder.open(opening)
        opening = null
      },
      onselfclosingtag: () => {
        if (opening) builder.open(opening)
        opening = null
      },
      onclosetag: (start, end) => builder.close(html.slice(start, end).toLowerCase()),
      oncomment: ignore,
      oncdata: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return builder.root
}

class TreeBuilder {
  readonly root: HtmlTree[] = []
  readonly #open: HtmlTag[] = []
  #tooDeep = 0
  #nodeCount = 0

  text(text: string): void {
    const siblings = this.#siblings()
    const last = siblings.at(-1)
    if (typeof last === 'string') siblings[siblings.length - 1] = last + text
    else this.#put(text)
  }

  open(tag: HtmlTag): void {
    if (ENDS_PARAGRAPH.has(tag.name) && this.#open.at(-1)?.name === 'p') this.#open.pop()
    const ended = lookUp(ENDS, tag.name) ?? []
    while (ended.includes(this.#open.at(-1)?.name ?? '')) this.#open.pop()
    this.#put(tag)
    if (VOID.has(tag.name)) return
    if (this.#open.length < MAX_DEPTH) this.#open.push(tag)
    else this.#tooDeep += 1
  }

  /** One that was never opened closes nothing. */
  close(name: string): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1
      return
    }
    const at = this.#open.findLastIndex((tag) => tag.name === name)
    if (at !== -1) this.#open.length = at
  }

  #siblings(): HtmlTree[] {
    return this.#open.at(-1)?.children ?? this.root
  }

  #put(node: HtmlTree): void {
    this.#nodeCount += 1
    if (this.#nodeCount > MAX_NODES) throw new AppError({ kind: 'unreadable-file', fileName: '', why: 'too-large' })
    this.#siblings().push(node)
  }
}

/** The tree as HTML again. */
export function writeHtmlTree(nodes: readonly HtmlTree[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return escapeText(node)
      const attributes = [...node.attributes].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('')
      if (VOID.has(node.name)) return `<${node.name}${attributes}>`
      return `<${node.name}${attributes}>${writeHtmlTree(node.children)}</${node.name}>`
    })
    .join('')
}

export const isTag = (node: HtmlTree | undefined, ...names: string[]): node is HtmlTag =>
  typeof node === 'object' && (names.length === 0 || names.includes(node.name))

/** The words in it, with no white space added. */
export const textOf = (nodes: readonly HtmlTree[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : node.name === 'br' ? '\n' : textOf(node.children))).join('')

/** The first element below that has one of the names; in the order of the text. */
export function findTag(nodes: readonly HtmlTree[], ...names: string[]): HtmlTag | null {
  for (const node of nodes) {
    if (typeof node === 'string') continue
    if (names.includes(node.name)) return node
    const found = findTag(node.children, ...names)
    if (found) return found
  }
  return null
}

export const classesOf = (tag: HtmlTag): string[] => (tag.attributes.get('class') ?? '').split(/\s+/).filter(Boolean)

const LINES = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'td',
  'th',
  'figcaption',
  'cite',
  'summary',
  'dt',
  'dd',
  'pre',
])

/** Each line of text by its own first strong letter where nobody said how it runs: for pages that have a direction of their own. */
export function withAutoDirection(nodes: readonly HtmlTree[]): HtmlTree[] {
  return nodes.map((node) => {
    if (typeof node === 'string') return node
    const children = withAutoDirection(node.children)
    if (!LINES.has(node.name) || node.attributes.has('dir')) return { ...node, children }
    return { ...node, attributes: new Map([...node.attributes, ['dir', 'auto']]), children }
  })
}
