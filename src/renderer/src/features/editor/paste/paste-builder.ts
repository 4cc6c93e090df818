import type { FlatItem } from './flat-items.ts'

export type Mark =
  { tag: 'a'; href: string } | { tag: 'span'; lang: string } | { tag: 'strong' | 'em' | 's' | 'sup' | 'sub' | 'code' }

export interface BlockFacts {
  dir: 'ltr' | 'rtl' | null
}

interface OpenList {
  item: FlatItem
  list: Element
  entry: Element
}

/** Lists and cells take paragraphs only; what else stands in them comes behind the block they are in. */
type Place = 'blocks' | 'item' | 'quote' | 'cell'

interface Level {
  element: Element
  place: Place
}

/**
 * Writes plain HTML of blocks, lists, tables and marks, as the editor's schema reads it. Text that comes while no block is
 * open gets a paragraph; a block that ends without text leaves nothing behind.
 */
export class PasteBuilder {
  readonly #document: Document
  readonly #levels: Level[] = []
  readonly #flat: OpenList[] = []
  /** How many items of flat lists are being read, one inside the other. */
  #itemsOpen = 0
  #block: Element | null = null
  #isExact = false
  /** Pictures found where none may stand. */
  #behind: Element[] = []

  constructor(document: Document) {
    this.#document = document
    this.#levels.push({ element: document.createElement('div'), place: 'blocks' })
  }

  finish(): Element {
    this.endBlock()
    this.#endFlat()
    this.#settle()
    return this.#top.element
  }

  get isInCell(): boolean {
    return this.#levels.some(({ place }) => place === 'cell')
  }

  get isInBlock(): boolean {
    return this.#block !== null
  }

  /** `exact`: white space means itself, and nothing is a mark. */
  beginBlock(tag: 'p' | 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'pre', { dir }: BlockFacts = { dir: null }): void {
    this.endBlock()
    if (this.#isInFlatItem) {
      this.#openInItem()
      return
    }
    this.#endFlat()
    const { place } = this.#top
    const isHeading = tag.startsWith('h')
    const isFitting = tag === 'p' || (isHeading ? place === 'blocks' || place === 'quote' : place === 'blocks')
    this.#block = this.#document.createElement(isFitting ? tag : 'p')
    this.#isExact = tag === 'pre' && isFitting
    if (dir !== null) this.#block.setAttribute('dir', dir)
    this.#top.element.append(this.#block)
  }

  endBlock(): void {
    const block = this.#block
    this.#block = null
    if (!block) return
    if (!this.#isExact) trimEnd(block)
    if (!hasContent(block)) block.remove()
    this.#isExact = false
  }

  text(text: string, marks: readonly Mark[]): void {
    const isBlank = /^[ \t\r\n\f]*$/.test(text)
    if (!this.#block && isBlank) return
    const block = this.#openBlock()
    if (this.#isExact) {
      block.append(text)
      return
    }
    if (isBlank && !block.hasChildNodes()) return
    append(block, this.#document.createTextNode(spaced(text)), marks)
  }

  /** Two in a row end the paragraph: so people part paragraphs in mail. */
  lineBreak(): void {
    if (this.#isExact) {
      this.#block?.append('\n')
      return
    }
    const block = this.#block
    if (!block?.hasChildNodes()) return
    if (lastOf(block)?.localName === 'br') {
      const { localName } = block
      if (localName === 'p') {
        this.endBlock()
        return
      }
    }
    block.append(this.#document.createElement('br'))
  }

  inline(element: Element): void {
    this.#openBlock().append(element)
  }

  separator(): void {
    this.endBlock()
    this.#endFlat()
    if (this.#top.place === 'blocks') this.#top.element.append(this.#document.createElement('hr'))
  }

  picture(element: Element): void {
    if (this.#levels.length > 1 || this.#flat.length > 0) {
      this.#behind.push(element)
      return
    }
    const dir = this.#block?.getAttribute('dir') ?? null
    const wasInBlock = this.#block?.localName === 'p'
    this.endBlock()
    this.#top.element.append(element)
    if (wasInBlock) this.beginBlock('p', { dir: dir === 'ltr' || dir === 'rtl' ? dir : null })
  }

  beginQuote(): void {
    this.endBlock()
    this.#endFlat()
    if (this.#top.place === 'blocks') this.#push('blockquote', 'quote')
    else this.#levels.push({ ...this.#top })
  }

  /** `continues`: right behind another of its kind, such as Word's one paragraph after the other in the style of quotes. */
  continueQuote(): boolean {
    this.endBlock()
    const last = this.#top.element.lastElementChild
    if (this.#top.place !== 'blocks' || this.#flat.length > 0 || last?.localName !== 'blockquote') return false
    this.#levels.push({ element: last, place: 'quote' })
    return true
  }

  beginList(isOrdered: boolean, start: number): void {
    this.endBlock()
    this.#endFlat()
    // A list right inside a list belongs to the item before it.
    const inside = this.#top.element
    const isDirect = inside.localName === 'ul' || inside.localName === 'ol'
    const parent = isDirect ? (inside.lastElementChild ?? this.#appendTo(inside, 'li')) : inside
    const list = this.#list(isOrdered, start)
    parent.append(list)
    this.#levels.push({ element: list, place: 'item' })
  }

  beginItem(): void {
    this.endBlock()
    if (!/^[uo]l$/.test(this.#top.element.localName)) {
      this.#levels.push({ ...this.#top })
      return
    }
    this.#push('li', 'item')
  }

  beginFlatItem(item: FlatItem): void {
    this.endBlock()
    let open = this.#flat.at(-1)
    while (open && (open.item.level > item.level || (open.item.level === item.level && !isSameList(open.item, item)))) {
      this.#flat.pop()
      open = this.#flat.at(-1)
    }
    if (open?.item.level === item.level) {
      open.entry = this.#appendTo(open.list, 'li')
    } else {
      const list = this.#list(item.isOrdered, item.number ?? 1)
      ;(open?.entry ?? this.#top.element).append(list)
      this.#flat.push({ item, list, entry: this.#appendTo(list, 'li') })
    }
    this.#itemsOpen += 1
    this.#openInItem()
  }

  endFlatItem(): void {
    this.endBlock()
    this.#itemsOpen -= 1
  }

  continueFlatItem(): boolean {
    this.endBlock()
    if (this.#flat.length === 0) return false
    this.#openInItem()
    return true
  }

  beginTable(): void {
    this.endBlock()
    this.#endFlat()
    this.#push('table', 'blocks')
  }

  beginSection(tag: 'thead' | 'tbody' | 'tfoot'): void {
    this.#push(tag, 'blocks')
  }

  beginRow(): void {
    this.#push('tr', 'blocks')
  }

  beginCell(tag: 'td' | 'th', attributes: Record<string, string>): void {
    const cell = this.#push(tag, 'cell')
    for (const [name, value] of Object.entries(attributes)) cell.setAttribute(name, value)
  }

  /** Ends what the last `begin…` of a list, item, quote, table or cell began; what stayed empty goes. */
  end(): void {
    this.endBlock()
    this.#endFlat()
    const level = this.#levels.pop()
    if (!level) return
    const { element } = level
    const isShared = this.#levels.some((other) => other.element === element)
    if (isShared) return
    if (element.localName === 'td' || element.localName === 'th') {
      if (!element.hasChildNodes()) this.#appendTo(element, 'p')
    } else if (element.localName === 'li' && element.firstElementChild?.localName !== 'p' && element.hasChildNodes()) {
      element.prepend(this.#document.createElement('p'))
    } else if (!element.hasChildNodes()) element.remove()
    this.#settle()
  }

  get #top(): Level {
    const top = this.#levels.at(-1)
    if (!top) throw new Error('the outermost level of a paste was ended')
    return top
  }

  #openBlock(): Element {
    if (!this.#block) {
      if (/^[uo]l$/.test(this.#top.element.localName)) {
        const entry = this.#appendTo(this.#top.element, 'li')
        this.#block = this.#appendTo(entry, 'p')
        return this.#block
      }
      this.beginBlock('p')
    }
    // beginBlock has just set it.
    return this.#block ?? this.#appendTo(this.#top.element, 'p')
  }

  get #isInFlatItem(): boolean {
    return this.#itemsOpen > 0 && this.#flat.length > 0
  }

  #openInItem(): void {
    const entry = this.#flat.at(-1)?.entry
    if (entry) this.#block = this.#appendTo(entry, 'p')
  }

  #endFlat(): void {
    for (const { entry, list } of this.#flat.toReversed()) {
      for (const item of list.children) {
        if (item.firstElementChild?.localName !== 'p') item.prepend(this.#document.createElement('p'))
      }
      if (!entry.hasChildNodes()) entry.remove()
    }
    this.#flat.length = 0
    this.#settle()
  }

  /** Pictures that waited come where they may stand. */
  #settle(): void {
    if (this.#levels.length > 1 || this.#flat.length > 0 || this.#behind.length === 0) return
    this.#top.element.append(...this.#behind)
    this.#behind = []
  }

  #push(tag: string, place: Place): Element {
    const element = this.#appendTo(this.#top.element, tag)
    this.#levels.push({ element, place })
    return element
  }

  #list(isOrdered: boolean, start: number): Element {
    const list = this.#document.createElement(isOrdered ? 'ol' : 'ul')
    if (isOrdered && start !== 1) list.setAttribute('start', String(start))
    return list
  }

  #appendTo(parent: Element, tag: string): Element {
    const element = this.#document.createElement(tag)
    parent.append(element)
    return element
  }
}

const isSameList = (one: FlatItem, other: FlatItem): boolean =>
  one.isOrdered === other.isOrdered && (one.listId === null || other.listId === null || one.listId === other.listId)

function append(block: Element, node: Node, marks: readonly Mark[]): void {
  let inner = node
  for (const mark of marks.toReversed()) {
    const element = block.ownerDocument.createElement(mark.tag)
    if (mark.tag === 'a') element.setAttribute('href', mark.href)
    if (mark.tag === 'span') {
      element.setAttribute('class', 'passage')
      element.setAttribute('lang', mark.lang)
    }
    element.append(inner)
    inner = element
  }
  block.append(inner)
}

/** Spaces that do not break are kept where a writer means them, and not where a page was padded with them. */
const spaced = (text: string): string =>
  text.replaceAll(/(?:\u00a0[ \t\r\n]|[ \t\r\n]\u00a0)[\u00a0 \t\r\n]*|\u00a0{2,}/g, ' ')

function trimEnd(block: Element): void {
  let last = block.lastChild
  while (last && (last.nodeType === 3 ? /^\s*$/.test(last.textContent ?? '') : lastOf(block)?.localName === 'br')) {
    last.remove()
    last = block.lastChild
  }
}

const lastOf = (block: Element): Element | null => (block.lastChild?.nodeType === 1 ? block.lastElementChild : null)

const hasContent = (block: Element): boolean =>
  /[^\s\u00a0]/.test(block.textContent ?? '') || block.querySelector('sup, [data-desk-block]') !== null
