import { Parser } from 'htmlparser2'
import { AppError } from '../../errors.ts'
import { escapeAttribute, escapeText } from '../escape-html.ts'

export interface HtmlTag {
  name: string
  attributes: Map<string, string>
  children: HtmlTree[]
}
export type HtmlTree = string | HtmlTag

/** What is nested deeper lies side by side at this depth: nothing that a person wrote is as deep. */
const MAX_DEPTH = 100
const MAX_NODES = 500_000

/**
 * The tree of any HTML whatever, mended as a browser would roughly mend it; comments are left out. For what comes from
 * outside and for what is written out of a post. Whoever wants to write the same bytes again reads with `parseStrictHtml`.
 * Throws `unreadable-file` (`too-large`) for more nodes than any text has.
 */
export function htmlTree(html: string): HtmlTree[] {
  const root: HtmlTag = { name: '', attributes: new Map(), children: [] }
  const open: HtmlTag[] = [root]
  let tooDeep = 0
  let nodeCount = 0
  const put = (node: HtmlTree): void => {
    nodeCount += 1
    if (nodeCount > MAX_NODES) throw new AppError({ kind: 'unreadable-file', fileName: '', why: 'too-large' })
    open.at(-1)?.children.push(node)
  }
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const tag: HtmlTag = { name, attributes: new Map(Object.entries(attributes)), children: [] }
        put(tag)
        if (open.length < MAX_DEPTH) open.push(tag)
        else tooDeep += 1
      },
      ontext(text) {
        const siblings = open.at(-1)?.children ?? []
        const last = siblings.at(-1)
        if (typeof last === 'string') siblings[siblings.length - 1] = last + text
        else put(text)
      },
      onclosetag() {
        if (tooDeep > 0) tooDeep -= 1
        else if (open.length > 1) open.pop()
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.write(html)
  parser.end()
  return root.children
}

const VOID = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr'])

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
