import type { ParsedBlock } from './block-grammar.ts'
import type { KeptParts } from './document.ts'
import { escapeAttribute } from './escape-html.ts'
import type { HtmlElement } from './strict-html.ts'

const LONG_NUMBER = /[:[,]\s*-?(\d{16,}|\d[\d.]*[eE]|\d+\.\d{16})/g

/** Whether JavaScript would write the numbers of a JSON text otherwise than they are. */
const hasLongNumber = (json: string): boolean =>
  [...json.matchAll(LONG_NUMBER)].some(([, number]) => !Number.isSafeInteger(Number(number)))

/**
 * What is left of a block when its reader has taken the parts that it models. The reader takes what it knows and hands in
 * every element it has passed; `kept` is the rest.
 */
export class BlockRest {
  readonly #attributes: Map<string, unknown>
  readonly #html: [string, string][] = []

  private constructor(attributes: Record<string, unknown>) {
    this.#attributes = new Map(Object.entries(attributes))
  }

  /** null when the comment's attributes cannot be read, or could not be written again as they are. */
  static of(block: ParsedBlock): BlockRest | null {
    if (block.closing !== 'closed' && block.closing !== 'void') return null
    if (block.attributes === null) return null
    const [comment = ''] = /^<!--[^]*?-->/.exec(block.source) ?? []
    return hasLongNumber(comment) ? null : new BlockRest(block.attributes)
  }

  /** Of an element that is no block of its own. */
  static empty(): BlockRest {
    return new BlockRest({})
  }

  /** undefined when the block does not have it. */
  take(name: string): unknown {
    const value = this.#attributes.get(name)
    this.#attributes.delete(name)
    return value
  }

  /** Without taking it. */
  peek(name: string): unknown {
    return this.#attributes.get(name)
  }

  /**
   * Takes a class out of the list of those the person gave. An older WordPress (seen on 6.1) that meets the class a newer one
   * gives a block of itself notes it down as the person's choice; it means nothing.
   */
  takeClassName(name: string): boolean {
    const value = this.#attributes.get('className')
    if (typeof value !== 'string') return false
    const classes = value.split(/\s+/).filter((each) => each !== '')
    if (!classes.includes(name)) return false
    const others = classes.filter((each) => each !== name)
    if (others.length > 0) this.#attributes.set('className', others.join(' '))
    else this.#attributes.delete('className')
    return true
  }

  /** Keeps the element's attributes but `own`, and its classes but `ownClasses`. `where`: '' for the outermost element. */
  keep(element: HtmlElement, where: string, own: readonly string[], ownClasses: readonly string[]): void {
    for (const [name, value] of element.attributes) {
      if (own.includes(name)) continue
      const kept = name === 'class' ? classesBut(value, ownClasses) : value
      if (name !== 'class' || kept !== '') this.#html.push([where === '' ? name : `${where}/${name}`, kept])
    }
  }

  /** Of an element that is no block of its own yet: its classes, as the block that it becomes states them. */
  stateClass(): void {
    const classes = this.#html.find(([key]) => key === 'class')
    if (classes) this.#attributes.set('className', classes[1])
  }

  note(key: string): void {
    this.#html.push([key, ''])
  }

  keepInner(elementName: string, html: string): void {
    this.#html.push([`<${elementName}>`, html])
  }

  get kept(): KeptParts | null {
    return this.#attributes.size === 0 && this.#html.length === 0
      ? null
      : { attributes: Object.fromEntries(this.#attributes), html: Object.fromEntries(this.#html) }
  }
}

export const classesOf = (element: HtmlElement): string[] =>
  (element.attributes.get('class') ?? '').split(/\s+/).filter((each) => each !== '')

const classesBut = (value: string, own: readonly string[]): string =>
  value
    .split(/\s+/)
    .filter((each) => each !== '' && !own.includes(each))
    .join(' ')

/** One form for the same parts; null of none. */
export function storableKept(kept: KeptParts | null | undefined): KeptParts | null {
  if (!kept) return null
  const { attributes, html } = kept
  if (Object.keys(attributes).length === 0 && Object.keys(html).length === 0) return null
  return { attributes: sorted(attributes), html: sorted(html) }
}

const sorted = <Value>(record: Record<string, Value>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)))

/** `kept` as an attribute of a node: absent where there is none, so that a node has one form. */
export const withKept = (kept: KeptParts | null | undefined): { kept?: KeptParts } => {
  const storable = storableKept(kept)
  return storable ? { kept: storable } : {}
}

/** The block's attributes with the kept ones behind. */
export const withKeptAttributes = (
  own: Record<string, unknown>,
  kept: KeptParts | null | undefined,
): Record<string, unknown> => ({ ...own, ...kept?.attributes })

/** A start tag up to its end: own attributes in their order (undefined: not there), then the kept ones; classes joined, own ones first. */
export function startTag(
  name: string,
  own: Record<string, string | undefined>,
  kept: KeptParts | null | undefined,
  where = '',
): string {
  const prefix = where === '' ? '' : `${where}/`
  const attributes = new Map<string, string>()
  for (const [each, value] of Object.entries(own)) {
    const added = each === 'class' ? kept?.html[`${prefix}class`] : undefined
    const text = [value, added].filter((part) => part !== undefined && part !== '').join(' ')
    if (value !== undefined || text !== '') attributes.set(each, each === 'class' ? text : (value ?? ''))
  }
  for (const [key, value] of Object.entries(kept?.html ?? {})) {
    const each = attributeAt(key, prefix)
    if (each !== null && !attributes.has(each)) attributes.set(each, value)
  }
  return `<${name}${[...attributes].map(writtenAttribute).join('')}`
}

const BOOLEAN = new Set(['autoplay', 'controls', 'default', 'download', 'loop', 'muted', 'playsinline', 'reversed'])

const writtenAttribute = ([name, value]: [string, string]): string =>
  value === '' && BOOLEAN.has(name) ? ` ${name}` : ` ${name}="${escapeAttribute(value)}"`

function attributeAt(key: string, prefix: string): string | null {
  if (key.startsWith('<') || !key.startsWith(prefix)) return null
  const name = key.slice(prefix.length)
  return name.includes('/') ? null : name
}
