import { isInline } from './classic-paragraphs.ts'
import { findTag, isTag, textOf, writeHtmlTree, type HtmlTag, type HtmlTree } from './html-tree.ts'
import type { StoredFootnote } from '../footnotes-meta.ts'

interface MarkdownSituation {
  footnotes: readonly StoredFootnote[]
  /** The path or address to write for a picture. */
  addressOf: (src: string) => string
}

/** The tree of a published text as Markdown. What Markdown has no sign for goes as the HTML that it is. */
export class MarkdownWriter {
  readonly #footnotes: readonly StoredFootnote[]
  readonly #addressOf: (src: string) => string

  constructor({ footnotes, addressOf }: MarkdownSituation) {
    this.#footnotes = footnotes
    this.#addressOf = addressOf
  }

  blocks(nodes: readonly HtmlTree[]): string {
    const blocks: string[] = []
    let run: HtmlTree[] = []
    const endRun = (): void => {
      const text = atLineStart(this.#inline(run).trim())
      if (text !== '') blocks.push(text)
      run = []
    }
    for (const node of nodes) {
      if (isInline(node) && !isTag(node, 'img')) run.push(node)
      else if (typeof node !== 'string') {
        endRun()
        blocks.push(this.#block(node))
      }
    }
    endRun()
    return blocks.filter((block) => block !== '').join('\n\n')
  }

  #block(tag: HtmlTag): string {
    switch (tag.name) {
      case 'p':
        return this.blocks(tag.children)
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return `${'#'.repeat(Number(tag.name[1]))} ${this.#line(tag.children)}`
      case 'ul':
      case 'ol':
        return this.#list(tag)
      case 'blockquote':
        return this.#quote(tag)
      case 'pre':
        return fenced(textOf(tag.children))
      case 'hr':
        return '---'
      case 'img':
        return this.#picture(tag, '')
      case 'figure':
        return this.#figure(tag)
      case 'table':
        return this.#table(tag)
      default:
        return withoutBlankLines(writeHtmlTree([tag]))
    }
  }

  #list(list: HtmlTag): string {
    const start = Number(list.attributes.get('start') ?? 1)
    return list.children
      .filter((child) => isTag(child, 'li'))
      .map((item, index) => {
        const sign = list.name === 'ul' ? '- ' : `${(Number.isSafeInteger(start) ? start : 1) + index}. `
        const inner = this.#item(isTag(item) ? item.children : [])
        return sign + inner.replaceAll(/\n(?!\n|$)/g, `\n${' '.repeat(sign.length)}`)
      })
      .join('\n')
  }

  #item(nodes: readonly HtmlTree[]): string {
    const firstBlock = nodes.findIndex((node) => !isInline(node))
    const text = atLineStart(this.#inline(firstBlock === -1 ? nodes : nodes.slice(0, firstBlock)).trim())
    const blocks = firstBlock === -1 ? '' : this.blocks(nodes.slice(firstBlock))
    if (blocks === '' || text === '') return text + blocks
    // A list may stand right under the words it belongs to, one that counts from elsewhere may not.
    const first = nodes[firstBlock]
    const isClose = isTag(first, 'ul') || (isTag(first, 'ol') && (first.attributes.get('start') ?? '1') === '1')
    return `${text}${isClose ? '\n' : '\n\n'}${blocks}`
  }

  #quote(tag: HtmlTag): string {
    const cite = tag.children.findLast((child) => isTag(child, 'cite'))
    const words = this.blocks(tag.children.filter((child) => child !== cite))
    const source = isTag(cite) ? this.#line(cite.children) : ''
    const text = source === '' ? words : `${words}\n\n— ${source}`
    return text
      .split('\n')
      .map((line) => (line === '' ? '>' : `> ${line}`))
      .join('\n')
  }

  #figure(tag: HtmlTag): string {
    const image = findTag(tag.children, 'img')
    const table = findTag(tag.children, 'table')
    const caption = findTag(tag.children, 'figcaption')
    const words = caption ? caption.children : []
    if (image && !table) return this.#picture(image, textOf(words))
    if (!table) return withoutBlankLines(writeHtmlTree([tag]))
    const under = this.#line(words)
    return under === '' ? this.#table(table) : `${this.#table(table)}\n\n*${under}*`
  }

  #picture(image: HtmlTag, caption: string): string {
    const alt = escaped(image.attributes.get('alt') ?? '').replaceAll('\n', ' ')
    const title = caption.replaceAll(/\s+/g, ' ').trim().replaceAll('\\', '\\\\').replaceAll('"', '\\"')
    const address = this.#addressOf(image.attributes.get('src') ?? '')
    return `![${alt}](${linkAddress(address)}${title === '' ? '' : ` "${title}"`})`
  }

  #table(table: HtmlTag): string {
    const rows = rowsOf(table.children).map((row) =>
      row.children
        .filter((cell) => isTag(cell, 'td', 'th'))
        .map((cell) => this.#cell(isTag(cell) ? cell.children : [])),
    )
    const width = Math.max(0, ...rows.map((row) => row.length))
    const hasHead = findTag(table.children, 'thead') !== null
    const [head = [], ...body] = hasHead ? rows : [[], ...rows]
    const line = (cells: string[]): string =>
      `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |`
    return [line(head), line(Array.from({ length: width }, () => '---')), ...body.map(line)].join('\n')
  }

  #cell = (nodes: readonly HtmlTree[]): string =>
    this.#inline(nodes).trim().replaceAll('\\\n', '<br>').replaceAll('\n', ' ').replaceAll('|', '\\|')

  #line = (nodes: readonly HtmlTree[]): string => this.#inline(nodes).trim().replaceAll(/\\?\n/g, ' ')

  #inline(nodes: readonly HtmlTree[]): string {
    return nodes
      .map((node) => (typeof node === 'string' ? escaped(node.replaceAll(/\s+/g, spaceOf)) : this.#mark(node)))
      .join('')
  }

  #mark(tag: HtmlTag): string {
    const noteId = tag.attributes.get('data-fn')
    const noteNumber = this.#footnotes.findIndex(({ id }) => id === noteId)
    if (noteId !== undefined && noteNumber !== -1) return `[^${noteNumber + 1}]`
    const inner = (): string => this.#inline(tag.children)
    switch (tag.name) {
      case 'br':
        return '\\\n'
      case 'strong':
      case 'b':
        return around('**', inner())
      case 'em':
      case 'i':
        return around('*', inner())
      case 's':
      case 'del':
        return around('~~', inner())
      case 'code':
        return codeSpan(textOf(tag.children))
      case 'img':
        return this.#picture(tag, '')
      case 'a': {
        const href = tag.attributes.get('href')
        return href === undefined ? inner() : `[${inner()}](${linkAddress(href)})`
      }
      default: {
        const attributes = writeHtmlTree([{ ...tag, children: [] }]).replace(/<\/[^>]*>$/, '')
        return `${attributes}${inner()}</${tag.name}>`
      }
    }
  }
}

/** A no-break space stays one. */
const spaceOf = (run: string): string => (/^[ \t\n\f\r]+$/.test(run) ? ' ' : run)

const escaped = (text: string): string =>
  text.replaceAll(/[\\`*_[\]<>~|&]/g, (sign, at: number) => needsEscape(text, sign, at))

/** `_` inside a word, `&` that starts no entity and `>` read as themselves. */
function needsEscape(text: string, sign: string, at: number): string {
  const isInWord = /\p{L}|\p{N}/u
  if (sign === '>' || sign === '|') return sign
  if (sign === '_' && isInWord.test(text[at - 1] ?? '') && isInWord.test(text[at + 1] ?? '')) return sign
  if (sign === '&') return /^&(?:#\w+|\w+);/.test(text.slice(at, at + 34)) ? '&amp;' : sign
  if (sign === '<') return '&lt;'
  return `\\${sign}`
}

/** Signs that would make a paragraph something else. */
const atLineStart = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      line.replace(
        /^(\s*)([#+\->]|=+\s*$|\d{1,9}[.)](?=\s|$))/,
        (_all, space: string, sign: string) => space + shielded(sign),
      ),
    )
    .join('\n')

const shielded = (sign: string): string => (/^\d/.test(sign) ? sign.replace(/([.)])$/, '\\$1') : `\\${sign}`)

/** Signs of emphasis stand at the words, not at the spaces around them. */
function around(sign: string, inner: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner) ?? []
  return words === '' ? inner : `${before}${sign}${words}${sign}${after}`
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return `${fence}${space}${text}${space}${fence}`
}

function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${text.replace(/\n$/, '')}\n${fence}`
}

const linkAddress = (address: string): string =>
  /[\s()<>]/.test(address) ? `<${address.replaceAll(/[<>]/g, encodeURIComponent).replaceAll(/\s/g, '%20')}>` : address

/** A blank line would end the HTML in the middle. */
const withoutBlankLines = (html: string): string => html.trim().replaceAll(/\n\s*\n/g, '\n')

function rowsOf(nodes: readonly HtmlTree[]): HtmlTag[] {
  return nodes.flatMap((node) => {
    if (!isTag(node)) return []
    return node.name === 'tr' ? [node] : rowsOf(node.children)
  })
}
