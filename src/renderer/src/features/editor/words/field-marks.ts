import type { WordsField } from './words-fields.ts'

/** Some words of a field that are marked. */
export interface FieldMark<About = unknown> {
  field: WordsField
  from: number
  to: number
  className: string
  about: About
}

interface Layer<About> {
  dom: HTMLElement
  words: string
  marks: FieldMark<About>[]
  end: () => void
}

/** A field keeps the name its layers know it by. */
const anchors = new WeakMap<WordsField, string>()
let lastAnchor = 0

function anchorOf(field: WordsField): string {
  const known = anchors.get(field)
  if (known !== undefined) return known
  lastAnchor += 1
  const anchor = `--marked-field-${lastAnchor}`
  anchors.set(field, anchor)
  field.style.setProperty('anchor-name', anchor)
  return anchor
}

/**
 * Marks under words in fields of the platform, which cannot mark a part of themselves: the same words lie over the field, unseen but
 * for what is drawn on them. Never read by anyone, never in the way of the pointer.
 */
export class FieldMarks<About> {
  readonly #layers = new Map<WordsField, Layer<About>>()
  readonly #onMarked: (field: WordsField, isMarked: boolean) => void

  constructor(onMarked: (field: WordsField, isMarked: boolean) => void = () => undefined) {
    this.#onMarked = onMarked
  }

  /** These and no others. */
  show(marks: readonly FieldMark<About>[]): void {
    const byField = Map.groupBy(marks, ({ field }) => field)
    for (const field of this.#layers.keys()) if (!byField.has(field)) this.#remove(field)
    for (const [field, own] of byField) this.#draw(field, own)
  }

  /** The mark at a place of a field; also right behind its last letter. */
  at(field: WordsField, offset: number): FieldMark<About> | null {
    return this.#layers.get(field)?.marks.find(({ from, to }) => from <= offset && offset <= to) ?? null
  }

  /** The mark under a point of the window. */
  under(field: WordsField, { clientX, clientY }: { clientX: number; clientY: number }): FieldMark<About> | null {
    const layer = this.#layers.get(field)
    const isUnder = (mark: Element): boolean =>
      [...mark.getClientRects()].some(
        ({ left, right, top, bottom }) => left <= clientX && clientX <= right && top <= clientY && clientY <= bottom,
      )
    const index = layer ? [...layer.dom.querySelectorAll('mark')].findIndex(isUnder) : -1
    return layer?.marks[index] ?? null
  }

  /** What is drawn of a mark; null where it is not. */
  drawn({ field, from }: Pick<FieldMark<About>, 'field' | 'from'>): HTMLElement | null {
    const layer = this.#layers.get(field)
    const index = layer?.marks.findIndex((mark) => mark.from === from) ?? -1
    return layer?.dom.querySelectorAll('mark')[index] ?? null
  }

  /** A field of one line is moved until these words are in sight in it. */
  bringIntoField(mark: Pick<FieldMark<About>, 'field' | 'from'>): void {
    const drawn = this.drawn(mark)
    if (!drawn) return
    const { field } = mark
    const own = field.getBoundingClientRect()
    const box = drawn.getBoundingClientRect()
    if (box.left < own.left || box.right > own.right) field.scrollLeft += box.left - own.left - own.width / 2
  }

  #remove(field: WordsField): void {
    const layer = this.#layers.get(field)
    if (!layer) return
    this.#layers.delete(field)
    layer.end()
    layer.dom.remove()
    this.#onMarked(field, false)
  }

  #draw(field: WordsField, marks: FieldMark<About>[]): void {
    const layer = this.#layers.get(field) ?? this.#begin(field)
    layer.words = field.value
    layer.marks = marks
    const parts: (Node | string)[] = []
    let at = 0
    for (const { from, to, className } of marks) {
      const mark = document.createElement('mark')
      mark.className = className
      mark.textContent = field.value.slice(from, to)
      parts.push(field.value.slice(at, from), mark)
      at = to
    }
    const line = document.createElement('span')
    line.append(...parts, field.value.slice(at))
    layer.dom.replaceChildren(line)
    layer.dom.scrollTo(field.scrollLeft, field.scrollTop)
    this.#onMarked(field, marks.length > 0)
  }

  #begin(field: WordsField): Layer<About> {
    const dom = document.createElement('div')
    dom.className = `field-marks ${field instanceof HTMLTextAreaElement ? 'field-marks-of-lines' : ''}`
    dom.setAttribute('aria-hidden', 'true')
    dom.contentEditable = 'false'
    dom.style.setProperty('position-anchor', anchorOf(field))
    copyLook(field, dom)
    const follow = (): void => dom.scrollTo(field.scrollLeft, field.scrollTop)
    const typed = (): void => this.#shift(field)
    const looks = new ResizeObserver(() => {
      copyLook(field, dom)
      follow()
    })
    looks.observe(field)
    field.addEventListener('scroll', follow)
    field.addEventListener('input', typed)
    field.after(dom)
    const layer: Layer<About> = {
      dom,
      words: field.value,
      marks: [],
      end() {
        looks.disconnect()
        field.removeEventListener('scroll', follow)
        field.removeEventListener('input', typed)
      },
    }
    this.#layers.set(field, layer)
    return layer
  }

  /** Until somebody looks again, marks move with the words around what was typed, and what was typed into is not marked. */
  #shift(field: WordsField): void {
    const layer = this.#layers.get(field)
    if (!layer) return
    const { words } = layer
    const next = field.value
    let same = 0
    while (same < words.length && same < next.length && words[same] === next[same]) same += 1
    let behind = 0
    const most = Math.min(words.length, next.length) - same
    while (behind < most && words.at(-1 - behind) === next.at(-1 - behind)) behind += 1
    const by = next.length - words.length
    const marks = layer.marks.flatMap((mark) => {
      if (mark.to < same) return [mark]
      return mark.from > words.length - behind ? [{ ...mark, from: mark.from + by, to: mark.to + by }] : []
    })
    if (marks.length === 0) this.#remove(field)
    else this.#draw(field, marks)
  }
}

const RING_PX = 6
const LOOK = [
  'direction',
  'fontFamily',
  'fontFeatureSettings',
  'fontSize',
  'fontStyle',
  'fontWeight',
  'letterSpacing',
  'lineHeight',
  'paddingTop',
  'paddingBottom',
  'paddingLeft',
  'paddingRight',
  'borderTopWidth',
  'borderBottomWidth',
  'borderLeftWidth',
  'borderRightWidth',
  'textAlign',
] as const

function copyLook(field: WordsField, dom: HTMLElement): void {
  const look = getComputedStyle(field)
  for (const name of LOOK) dom.style[name] = look[name]
  // Room for a ring around letters that are higher than their line; see the style.
  dom.style.paddingTop = `calc(${look.paddingTop} + ${RING_PX}px)`
  dom.style.paddingBottom = `calc(${look.paddingBottom} + ${RING_PX}px)`
}
