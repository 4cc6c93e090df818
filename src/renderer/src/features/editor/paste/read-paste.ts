import { toCarrier } from '../schema/own-clipboard.ts'
import { textDirection } from '../../../../../shared/content/text-direction.ts'
import { type Mark, PasteBuilder } from './paste-builder.ts'
import type { PasteSource } from './paste-source.ts'
import type { Look } from './look.ts'
import { cleanLink } from './paste-links.ts'
import { fitsText, languageOf, mainLanguage, primaryOf } from './paste-languages.ts'
import { readTable } from './paste-tables.ts'
import { hasLooks, isBold, isHighlighted, isItalic, isStruck, shiftOf } from './styles.ts'

const PLAIN: Look = {
  isBold: false,
  isItalic: false,
  isStruck: false,
  isCode: false,
  shift: null,
  href: null,
  lang: '',
  dir: '',
  ignoresBold: false,
}

const SKIPPED = new Set(
  'script style xmp meta link title head template noscript colgroup col datalist map area xml o:documentproperties'.split(
    ' ',
  ),
)
const EMBEDS = new Set(['iframe', 'video', 'audio', 'object', 'embed', 'canvas', 'svg', 'math'])
const CONTROLS = new Set(['button', 'input', 'select', 'textarea', 'progress', 'meter'])
const BOXES = new Set(
  (
    'address article aside body center dd details dialog div dl dt fieldset figcaption figure footer form header hgroup html ' +
    'legend main menu nav search section summary tbody td tfoot th thead tr'
  ).split(' '),
)

/** Reads a pasted tree, after its origin's cleaner has been over it, into the HTML that the editor's schema knows. */
export class PasteReader {
  readonly source: PasteSource
  readonly builder: PasteBuilder
  readonly #pictureFor: (address: string) => string | null
  readonly #mainLanguage: string
  readonly #headingShift: number
  /** Captions that went to their pictures. */
  readonly #taken = new Set<Element>()

  constructor(source: PasteSource, pictureFor: (address: string) => string | null) {
    this.source = source
    this.builder = new PasteBuilder(source.root.ownerDocument)
    this.#pictureFor = pictureFor
    this.#mainLanguage = mainLanguage(source.root)
    // The title of the post is its only first level.
    const hasFirstLevel = source.root.querySelector('h1') !== null || [...source.headings.values()].includes(1)
    this.#headingShift = hasFirstLevel ? 1 : 0
  }

  read(): Element {
    this.children(this.source.root, PLAIN)
    return this.builder.finish()
  }

  children(parent: Element, look: Look): void {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) this.#text(child.textContent ?? '', look)
      else if (child.nodeType === 1) this.#element(child as Element, look)
    }
  }

  #text(text: string, look: Look): void {
    this.builder.text(text, this.#marks(look, text))
  }

  #element(element: Element, look: Look): void {
    const { builder, source } = this
    const tag = element.localName
    if (SKIPPED.has(tag) || this.#taken.has(element) || isHidden(this, element)) return
    if (EMBEDS.has(tag)) return source.report.count('embeds')
    if (CONTROLS.has(tag)) return source.report.count('controls')
    const note = source.references.get(element)
    if (note !== undefined) return this.#reference(note)
    const inner = this.#lookOf(element, look)
    if (source.flatItems.has(element)) return this.#flatItem(element, inner)
    const heading = source.headings.get(element) ?? (/^h[1-6]$/.test(tag) ? Number(tag[1]) : null)
    if (heading !== null) return this.#heading(element, heading, inner)
    switch (tag) {
      case 'p':
        return this.#paragraph(element, inner)
      case 'br':
        return builder.lineBreak()
      case 'hr':
        return builder.separator()
      case 'img':
        return this.#picture(element)
      case 'ul':
      case 'ol':
        return this.#list(element, inner)
      case 'li':
        return this.#item(element, inner)
      case 'blockquote':
        return this.#quote(element, inner)
      case 'pre':
        return this.#exact(element)
      case 'table':
        return builder.isInCell || !readTable(this, element, inner) ? this.#box(element, inner) : undefined
      default:
        return BOXES.has(tag) ? this.#box(element, inner) : this.children(element, inner)
    }
  }

  #lookOf(element: Element, look: Look): Look {
    const style = this.source.styles.of(element)
    const tag = element.localName
    if (hasLooks(style) || tag === 'font') this.source.report.count('looks')
    if (isHighlighted(style) && isMarked(element)) this.source.report.count('highlights')
    const shift = shiftOf(style) ?? (tag === 'sup' ? 'super' : tag === 'sub' ? 'sub' : null)
    return {
      isBold: isBold(style) ?? (look.isBold || tag === 'b' || tag === 'strong'),
      isItalic: isItalic(style) ?? (look.isItalic || tag === 'i' || tag === 'em' || tag === 'cite' || tag === 'dfn'),
      isStruck: isStruck(style) || look.isStruck || tag === 's' || tag === 'strike' || tag === 'del',
      isCode: look.isCode || tag === 'code' || tag === 'kbd' || tag === 'samp' || tag === 'tt',
      shift: shift ?? look.shift,
      href: tag === 'a' ? this.#href(element) : look.href,
      lang: languageOf(element) ?? look.lang,
      dir: style.get('direction') ?? (element.getAttribute('dir')?.toLowerCase() || look.dir),
      ignoresBold: look.ignoresBold,
    }
  }

  #href(element: Element): string | null {
    const href = element.getAttribute('href')
    if (href === null) return null
    const cleaned = cleanLink(href)
    if (cleaned === null && (element.textContent ?? '').trim() !== '') this.source.report.count('dead-links')
    return cleaned
  }

  #marks(look: Look, text: string): Mark[] {
    const marks: Mark[] = []
    if (look.href !== null) marks.push({ tag: 'a', href: look.href })
    const isForeign = look.lang !== '' && primaryOf(look.lang) !== primaryOf(this.#mainLanguage)
    if (isForeign && fitsText(look.lang, text)) marks.push({ tag: 'span', lang: look.lang })
    if (look.isBold && !look.ignoresBold) marks.push({ tag: 'strong' })
    if (look.isItalic) marks.push({ tag: 'em' })
    if (look.isStruck) marks.push({ tag: 's' })
    if (look.shift !== null) marks.push({ tag: look.shift === 'super' ? 'sup' : 'sub' })
    if (look.isCode) marks.push({ tag: 'code' })
    return marks
  }

  #paragraph(element: Element, look: Look): void {
    const { builder, source } = this
    if (source.continuing.has(element) && builder.continueFlatItem()) {
      this.children(element, look)
      return builder.endBlock()
    }
    const isQuoted = source.quoted.has(element)
    // Slanted letters are how its style draws a quote.
    const inner = isQuoted ? { ...look, isItalic: false } : look
    if (isQuoted && !builder.continueQuote()) builder.beginQuote()
    builder.beginBlock('p', { dir: directionOf(element, look) })
    this.children(element, inner)
    builder.endBlock()
    if (isQuoted) builder.end()
  }

  #heading(element: Element, level: number, look: Look): void {
    const { builder } = this
    if (builder.isInCell) {
      this.source.report.count('blocks-in-cells')
      return this.#box(element, { ...look, isBold: true })
    }
    const shown = Math.min(6, level + this.#headingShift) as 2 | 3 | 4 | 5 | 6
    builder.beginBlock(`h${shown}`, { dir: directionOf(element, look) })
    this.children(element, { ...look, ignoresBold: true })
    builder.endBlock()
  }

  #box(element: Element, look: Look): void {
    this.builder.endBlock()
    this.children(element, look)
    this.builder.endBlock()
  }

  #list(element: Element, look: Look): void {
    const { builder, source } = this
    const isFlat = [...element.children].some((item) => source.flatItems.has(item))
    // A list in a list whose items say their level themselves, or one in a cell, brings its items only.
    if (isFlat || builder.isInCell || element.querySelector('li') === null) return this.children(element, look)
    const start = Number(element.getAttribute('start') ?? 1)
    builder.beginList(element.localName === 'ol', Number.isSafeInteger(start) ? start : 1)
    for (const child of element.children) this.#element(child, this.#lookOf(element, look))
    builder.end()
  }

  #item(element: Element, look: Look): void {
    const { builder } = this
    if (builder.isInCell) return this.#lineInCell(element, look)
    if (!/^[uo]l$/.test(element.parentElement?.localName ?? '')) {
      this.source.flatItems.set(element, { level: 1, isOrdered: false, listId: null, number: null })
      return this.#flatItem(element, look)
    }
    builder.beginItem()
    this.children(element, look)
    builder.end()
  }

  #flatItem(element: Element, look: Look): void {
    const { builder, source } = this
    const item = source.flatItems.get(element)
    if (!item) return
    if (builder.isInCell) return this.#lineInCell(element, look)
    builder.beginFlatItem(item)
    this.children(element, look)
    builder.endFlatItem()
  }

  #lineInCell(element: Element, look: Look): void {
    this.source.report.count('blocks-in-cells')
    this.builder.endBlock()
    this.builder.text('• ', [])
    const [only, ...others] = element.children
    const isOneParagraph = only?.localName === 'p' && others.length === 0
    this.children(isOneParagraph ? only : element, look)
    this.builder.endBlock()
  }

  #quote(element: Element, look: Look): void {
    const { builder } = this
    if (builder.isInCell) return this.#box(element, look)
    builder.beginQuote()
    this.children(element, look)
    builder.end()
  }

  #exact(element: Element): void {
    this.builder.beginBlock('pre')
    for (const line of element.querySelectorAll('br')) line.replaceWith('\n')
    this.builder.text((element.textContent ?? '').replace(/^\n/, '').replace(/\n$/, ''), [])
    this.builder.endBlock()
  }

  #picture(element: Element): void {
    const address = element.getAttribute('src') ?? ''
    const { width, height } = sizeOf(element)
    // Counters and spacers are no pictures.
    if (address === '' || width === 1 || height === 1) return
    const mediaId = this.#pictureFor(address)
    if (mediaId === null) {
      const isElsewhere = /^(?:https?:)?\/\//i.test(address)
      return this.source.report.count(isElsewhere ? 'pictures-elsewhere' : 'pictures-in-files')
    }
    const alt = usefulAlt(element.getAttribute('alt') ?? '')
    const said = element.closest('figure')?.querySelector('figcaption')
    const caption = (said?.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
    if (said) this.#taken.add(said)
    const attrs = { mediaId, remoteId: null, url: null, alt, caption, source: null }
    const carrier = element.ownerDocument.createElement('div')
    for (const [name, value] of Object.entries(toCarrier('picture', attrs))) carrier.setAttribute(name, value)
    this.builder.picture(carrier)
  }

  #reference(id: string): void {
    const carrier = this.source.root.ownerDocument.createElement('sup')
    for (const [name, value] of Object.entries(toCarrier('footnoteReference', { id })))
      carrier.setAttribute(name, value)
    this.builder.inline(carrier)
  }
}

function isHidden({ source }: PasteReader, element: Element): boolean {
  const style = source.styles.of(element)
  return style.get('display') === 'none' || style.get('mso-hide') === 'all' || element.hasAttribute('hidden')
}

/** A direction is kept only where the first letter would lead to the other one. */
function directionOf(element: Element, { dir }: Look): 'ltr' | 'rtl' | null {
  if (dir !== 'ltr' && dir !== 'rtl') return null
  const byLetter = textDirection(element.textContent ?? '')
  return byLetter === null || byLetter === dir ? null : dir
}

/** Words under a marker, not the ground of a whole box. */
const isMarked = (element: Element): boolean =>
  !BOXES.has(element.localName) && !/^(?:p|li|table|h[1-6]|ul|ol|pre|code|blockquote)$/.test(element.localName)

function sizeOf(element: Element): { width: number; height: number } {
  const number = (name: string): number => Number.parseInt(element.getAttribute(name) ?? '', 10)
  return { width: number('width'), height: number('height') }
}

/** Programs write what they guess, or the name of the file; neither describes a picture. */
const usefulAlt = (alt: string): string =>
  /^(?:image|picture|grafik|bild)?\s*\d*$|\.(?:png|jpe?g|gif|webp|emz|wmf)$|automatically generated|AI-generated/i.test(
    alt.trim(),
  )
    ? ''
    : alt.trim()
