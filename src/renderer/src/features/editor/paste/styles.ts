import { LOOKS } from './quiet-styles.ts'

export type Declarations = ReadonlyMap<string, string>

const NONE: Declarations = new Map()

/**
 * What elements of a pasted document look like, from `style` attributes and the document's own style element. Read as text:
 * the window's policy allows no style of others to take effect, so the browser does not know them.
 */
export class Styles {
  readonly #rules = new Map<string, Declarations>()
  /** Word's own `@list l0:level1` rules, by `l0:level1`. */
  readonly #lists = new Map<string, Declarations>()
  readonly #known = new Map<string, Declarations>()

  constructor(styleSheets: Iterable<string>) {
    for (const sheet of styleSheets) this.#read(sheet)
  }

  of(element: Element): Declarations {
    const style = element.getAttribute(LOOKS) ?? ''
    const classes = element.getAttribute('class') ?? ''
    if (style === '' && (this.#rules.size === 0 || classes === '')) return NONE
    const tag = element.localName
    const key = `${tag} ${classes} ${style}`
    const known = this.#known.get(key)
    if (known) return known
    const all = new Map<string, string>()
    for (const name of classes.split(/\s+/).filter((one) => one !== '')) {
      for (const selector of [`.${name}`, `${tag}.${name}`]) {
        for (const [property, value] of this.#rules.get(selector.toLowerCase()) ?? []) all.set(property, value)
      }
    }
    for (const [property, value] of declarations(style)) all.set(property, value)
    this.#known.set(key, all)
    return all
  }

  list(id: string, level: number): Declarations {
    return this.#lists.get(`${id}:level${level}`) ?? NONE
  }

  #read(sheet: string): void {
    const text = sheet.replaceAll(/<!--|-->|\/\*[\s\S]*?\*\//g, ' ')
    for (const [, selectors = '', body = ''] of text.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      const list = /@list\s+(l\d+:level\d+)\s*$/.exec(selectors)?.[1]
      if (list !== undefined) {
        this.#lists.set(list, declarations(body))
        continue
      }
      for (const selector of selectors.split(',')) {
        const name = selector.trim().toLowerCase()
        if (/^[a-z0-9]*\.[\w-]+$/.test(name)) {
          this.#rules.set(name, new Map([...(this.#rules.get(name) ?? []), ...declarations(body)]))
        }
      }
    }
  }
}

export function declarations(text: string): Declarations {
  const found = new Map<string, string>()
  // A semicolon inside quotes or brackets (font names, data addresses) ends nothing.
  for (const part of text.match(/(?:[^;"'(]|"[^"]*"|'[^']*'|\([^)]*\)|["'(])+/g) ?? []) {
    const colon = part.indexOf(':')
    if (colon === -1) continue
    found.set(
      part.slice(0, colon).trim().toLowerCase(),
      part
        .slice(colon + 1)
        .trim()
        .toLowerCase(),
    )
  }
  return found
}

/** null where nothing is said. */
export function isBold(style: Declarations): boolean | null {
  const weight = style.get('font-weight')
  if (weight === undefined) return null
  if (weight === 'bold' || weight === 'bolder') return true
  if (weight === 'normal' || weight === 'lighter') return false
  const number = Number.parseInt(weight, 10)
  return Number.isNaN(number) ? null : number >= 600
}

export function isItalic(style: Declarations): boolean | null {
  const value = style.get('font-style')
  return value === undefined ? null : value.startsWith('italic') || value.startsWith('oblique')
}

export function isStruck(style: Declarations): boolean | null {
  const value = style.get('text-decoration') ?? style.get('text-decoration-line')
  return value === undefined ? null : value.includes('line-through')
}

export function shiftOf(style: Declarations): 'super' | 'sub' | null {
  const value = style.get('vertical-align')
  return value === 'super' || value === 'sub' ? value : null
}

const isPlainColour = (value: string): boolean =>
  /^(?:transparent|initial|inherit|none|white|#fff(?:fff)?|rgba?\(\s*(?:255[\s,]+255[\s,]+255|0[\s,]+0[\s,]+0[\s,/]+0)\b.*)$/.test(
    value,
  )

/** A marker was drawn over these words. */
export function isHighlighted(style: Declarations): boolean {
  const value = style.get('mso-highlight') ?? style.get('background-color') ?? style.get('background')
  return value !== undefined && value !== '' && !isPlainColour(value)
}

const DRESS = ['color', 'font-family', 'font-size', 'font']

export const hasLooks = (style: Declarations): boolean => DRESS.some((property) => style.has(property))
