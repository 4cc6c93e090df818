import { blockMarkup } from '../block-comment.ts'
import { escapeAttribute, escapeText } from '../escape-html.ts'
import { textDirection } from '../text-direction.ts'
import { isInline } from './classic-paragraphs.ts'
import { takeFootnotes } from './footnotes-in-html.ts'
import { classesOf, findTag, htmlTree, isTag, textOf, writeHtmlTree, type HtmlTag, type HtmlTree } from './html-tree.ts'
import { inlineMarkup, type InlineSituation } from './inline-markup.ts'
import type { StoredFootnote } from '../footnotes-meta.ts'
import { safeHtml } from './safe-html.ts'
import { tableMarkup } from './table-markup.ts'

export interface IncomingMarkup {
  /** WordPress's own block markup. A picture has the `ref` of its image as its address. */
  markup: string
  footnotes: StoredFootnote[]
  /** In the order of the text: where each picture is, as it stood there, a path, an address or a `data:` one. */
  images: { ref: string; address: string }[]
  language: string | null
  direction: 'ltr' | 'rtl' | null
  title: string | null
  /** What was not taken over, by name, such as `script`. */
  dropped: Map<string, number>
}

const SILENT = new Set(['style', 'noscript', 'template', 'head', 'title', 'meta', 'link', 'base'])
const REFUSED = new Set(['script', 'object', 'embed', 'applet', 'frame', 'frameset'])
const TRANSPARENT = new Set(
  'html body div section article main header footer nav aside center font form fieldset tbody tr td th li dd dt span'.split(
    ' ',
  ),
)

/**
 * Any HTML as a blog would store it: known things become core blocks, scripts are left out, and what is neither stays as a
 * custom HTML block without anything that runs. `newId` makes the ids of footnotes; `keptMarkup` see markdown-to-html.ts.
 */
export function htmlToMarkup(html: string, newId: () => string, keptMarkup: readonly string[] = []): IncomingMarkup {
  const tree = htmlTree(html)
  const root = findTag(tree, 'html')
  const { nodes, notes } = takeFootnotes(root ? (findTag(tree, 'body')?.children ?? root.children) : tree, newId)
  const writer = new MarkupWriter(notes.byAnchor, keptMarkup)
  const blocks = writer.blocks(nodes)
  const dir = (root?.attributes.get('dir') ?? findTag(tree, 'body')?.attributes.get('dir') ?? '').toLowerCase()
  const title = textOf(findTag(tree, 'title')?.children ?? []).trim()
  const footnotes = notes.list.map(({ id, children }) => ({ id, html: writer.inline(children) }))
  if (footnotes.length > 0) blocks.push('<!-- wp:footnotes /-->')
  return {
    markup: blocks.join('\n\n'),
    footnotes,
    images: writer.images,
    language: root?.attributes.get('lang') ?? null,
    direction: dir === 'rtl' || dir === 'ltr' ? dir : null,
    title: title === '' ? null : title,
    dropped: writer.dropped,
  }
}

class MarkupWriter {
  readonly images: IncomingMarkup['images'] = []
  readonly dropped = new Map<string, number>()
  readonly #footnotes: ReadonlyMap<string, { id: string; number: number }>
  #pictures: string[] = []

  readonly #keptMarkup: readonly string[]

  constructor(footnotes: ReadonlyMap<string, { id: string; number: number }>, keptMarkup: readonly string[]) {
    this.#footnotes = footnotes
    this.#keptMarkup = keptMarkup
  }

  readonly #situation: InlineSituation = {
    onPicture: (image) => {
      const picture = this.#picture(image, '')
      if (picture) this.#pictures.push(picture)
    },
    footnoteAt: (anchor) => this.#footnotes.get(anchor) ?? null,
  }

  inline(nodes: readonly HtmlTree[]): string {
    return inlineMarkup(nodes, this.#situation)
  }

  blocks(nodes: readonly HtmlTree[], direction: string | null = null): string[] {
    const blocks: string[] = []
    let run: HtmlTree[] = []
    const endRun = (): void => {
      blocks.push(...this.#paragraph(run, direction))
      run = []
    }
    for (const node of nodes) {
      if (isInline(node) && !holdsBlocks(node)) run.push(node)
      else if (typeof node !== 'string') {
        endRun()
        blocks.push(...this.#block(node, direction))
      }
    }
    endRun()
    return blocks
  }

  #takePictures(): string[] {
    const pictures = this.#pictures
    this.#pictures = []
    return pictures
  }

  /** A paragraph parts at its pictures. */
  #paragraph(nodes: readonly HtmlTree[], direction: string | null): string[] {
    const html = this.inline(nodes)
    const pictures = this.#takePictures()
    if (html === '') return pictures
    const dir =
      direction === 'rtl' || (direction !== 'ltr' && textDirection(textOf(nodes)) === 'rtl') ? 'rtl' : undefined
    return [
      blockMarkup('core/paragraph', { direction: dir }, `<p${dir ? ` dir="${dir}"` : ''}>${html}</p>`),
      ...pictures,
    ]
  }

  #block(tag: HtmlTag, around: string | null): string[] {
    const direction = tag.attributes.get('dir')?.toLowerCase() ?? around
    switch (tag.name) {
      case 'p':
      case 'address':
        return this.#paragraph(tag.children, direction)
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        return this.#heading(tag)
      case 'ul':
      case 'ol':
        return [this.#list(tag, 1), ...this.#takePictures()]
      case 'blockquote':
        return this.#quote(tag, direction)
      case 'pre':
        return [preformatted(tag)]
      case 'hr':
        return [blockMarkup('core/separator', {}, '<hr class="wp-block-separator has-alpha-channel-opacity"/>')]
      case 'figure':
        return this.#figure(tag, direction)
      case 'table': {
        const table = tableMarkup(tag, '', (cell) => this.inline(cell))
        return [...(table === null ? this.blocks(tag.children, direction) : [table]), ...this.#takePictures()]
      }
      default:
        return this.#otherBlock(tag, direction)
    }
  }

  #otherBlock(tag: HtmlTag, direction: string | null): string[] {
    if (SILENT.has(tag.name)) return []
    const kept = this.#keptMarkup[Number(tag.attributes.get('data-kept-markup') ?? Number.NaN)]
    if (kept !== undefined) return [kept]
    if (REFUSED.has(tag.name)) {
      this.dropped.set(tag.name, (this.dropped.get(tag.name) ?? 0) + 1)
      return []
    }
    if (TRANSPARENT.has(tag.name) || isInline(tag)) return this.blocks(tag.children, direction)
    const html = writeHtmlTree(safeHtml([tag]))
    return html.trim() === '' ? [] : [blockMarkup('core/html', {}, html)]
  }

  #heading(tag: HtmlTag): string[] {
    const html = this.inline(tag.children)
    const pictures = this.#takePictures()
    if (html === '') return pictures
    const level = Number(tag.name[1])
    const text = `<h${level} class="wp-block-heading">${html}</h${level}>`
    return [blockMarkup('core/heading', { level: level === 2 ? undefined : level }, text), ...pictures]
  }

  #list(tag: HtmlTag, level: number): string {
    const items = tag.children
      .filter((child) => isTag(child))
      .map((child) =>
        child.name === 'li' ? this.#item(child, level) : this.#item({ ...child, children: [child] }, level),
      )
      .join('\n\n')
    if (tag.name === 'ul') return blockMarkup('core/list', {}, `<ul class="wp-block-list">${items}</ul>`)
    const start = Number(tag.attributes.get('start') ?? 1)
    const hasStart = Number.isSafeInteger(start) && start !== 1
    return blockMarkup(
      'core/list',
      { ordered: true, start: hasStart ? start : undefined },
      `<ol ${hasStart ? `start="${start}" ` : ''}class="wp-block-list">${items}</ol>`,
    )
  }

  /** Paragraphs in an item are lines of it; lists in it stand at its end. */
  #item(tag: HtmlTag, level: number): string {
    const texts: string[] = []
    const lists: string[] = []
    let run: HtmlTree[] = []
    const endRun = (): void => {
      const html = this.inline(run)
      if (html !== '') texts.push(html)
      run = []
    }
    const take = (nodes: readonly HtmlTree[]): void => {
      for (const node of nodes) {
        if (isTag(node, 'ul', 'ol') && level < 16) {
          endRun()
          lists.push(this.#list(node, level + 1))
        } else if (isInline(node) && !holdsBlocks(node)) run.push(node)
        else if (typeof node !== 'string') {
          endRun()
          take(node.children)
          endRun()
        }
      }
    }
    take(tag.children)
    endRun()
    return blockMarkup('core/list-item', {}, `<li>${texts.join('<br>')}${lists.join('\n\n')}</li>`)
  }

  #quote(tag: HtmlTag, direction: string | null): string[] {
    const cite = tag.children.findLast((child) => isTag(child, 'cite', 'footer'))
    const blocks = this.blocks(
      tag.children.filter((child) => child !== cite),
      direction,
    )
    const source = isTag(cite) ? this.inline(cite.children) : ''
    if (blocks.length === 0 && source === '') return []
    const citation = source === '' ? '' : `<cite>${source}</cite>`
    return [
      blockMarkup(
        'core/quote',
        {},
        `<blockquote class="wp-block-quote">${blocks.join('\n\n')}${citation}</blockquote>`,
      ),
      ...this.#takePictures(),
    ]
  }

  #figure(tag: HtmlTag, direction: string | null): string[] {
    const captionTag = tag.children.find((child) => isTag(child, 'figcaption'))
    const caption = isTag(captionTag) ? this.inline(captionTag.children) : ''
    const inside = tag.children.filter((child) => child !== captionTag)
    const table = findTag(inside, 'table')
    const quote = findTag(inside, 'blockquote')
    if (table) {
      const markup = tableMarkup(table, caption, (cell) => this.inline(cell))
      if (markup !== null) return [markup, ...this.#takePictures()]
    }
    if (quote && classesOf(tag).includes('wp-block-pullquote')) return [this.#pullquote(quote)]
    const isOnePicture = findTag(inside, 'img') && textOf(inside).trim() === '' && !findTag(inside, 'figure', 'video')
    if (isOnePicture) {
      const image = findTag(inside, 'img')
      const picture = image && this.#picture(image, caption)
      if (picture) return [picture]
    }
    const address = textOf(inside).trim()
    if (classesOf(tag).includes('wp-block-embed') && /^https?:\/\/\S+$/.test(address))
      return [embedMarkup(address, caption)]
    return this.blocks(tag.children, direction)
  }

  #pullquote(quote: HtmlTag): string {
    const cite = quote.children.findLast((child) => isTag(child, 'cite'))
    const paragraphs = quote.children
      .filter((child) => isTag(child, 'p'))
      .map((child) => `<p>${this.inline(isTag(child) ? child.children : [])}</p>`)
      .join('')
    const source = isTag(cite) ? `<cite>${this.inline(cite.children)}</cite>` : ''
    return blockMarkup(
      'core/pullquote',
      {},
      `<figure class="wp-block-pullquote"><blockquote>${paragraphs}${source}</blockquote></figure>`,
    )
  }

  #picture(image: HtmlTag, caption: string): string | null {
    const address = (image.attributes.get('src') ?? '').trim()
    if (address === '' || /^(?:javascript|vbscript|file|blob|cid):/i.test(address)) {
      this.dropped.set('img', (this.dropped.get('img') ?? 0) + 1)
      return null
    }
    const known = this.images.find((other) => other.address === address)
    const ref = known?.ref ?? (/^data:/i.test(address) ? `picture-${this.images.length + 1}` : address)
    if (!known) this.images.push({ ref, address })
    const alt = image.attributes.get('alt') ?? ''
    const words = caption === '' ? escapeText(image.attributes.get('data-caption') ?? '') : caption
    const figcaption = words === '' ? '' : `<figcaption class="wp-element-caption">${words}</figcaption>`
    const img = `<img src="${escapeAttribute(ref)}" alt="${escapeAttribute(alt)}"/>`
    return blockMarkup('core/image', {}, `<figure class="wp-block-image">${img}${figcaption}</figure>`)
  }
}

function holdsBlocks(node: HtmlTree): boolean {
  return typeof node !== 'string' && node.children.some((child) => !isInline(child) || holdsBlocks(child))
}

function preformatted(tag: HtmlTag): string {
  const classes = classesOf(tag)
  const text = textOf(tag.children)
  if (classes.includes('wp-block-verse'))
    return blockMarkup('core/verse', {}, `<pre class="wp-block-verse">${escapeText(text)}</pre>`)
  if (classes.includes('wp-block-preformatted'))
    return blockMarkup('core/preformatted', {}, `<pre class="wp-block-preformatted">${escapeText(text)}</pre>`)
  const code = escapeText(text.replace(/\n$/, '')).replaceAll('[', '&#91;')
  return blockMarkup('core/code', {}, `<pre class="wp-block-code"><code>${code}</code></pre>`)
}

function embedMarkup(url: string, caption: string): string {
  const figcaption = caption === '' ? '' : `<figcaption class="wp-element-caption">${caption}</figcaption>`
  const wrapper = `<div class="wp-block-embed__wrapper">\n${escapeText(url)}\n</div>`
  return blockMarkup('core/embed', { url }, `<figure class="wp-block-embed">${wrapper}${figcaption}</figure>`)
}
