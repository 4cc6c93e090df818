import { typographyOf, type Typography } from './typography.ts'

/** Of the text before the caret the last `removed` characters go, and `inserted` takes their place and that of the typed sign. */
export interface SmartSign {
  removed: number
  inserted: string
}

/** Words in which a sign is a part of an address, not of a sentence. */
const ADDRESS = /(?:^|[\s(«“])(?:[a-z][a-z0-9+.-]*:\/\/|www\.|[^\s@]+@)\S*$/iu
/** What may stand before an opening quotation mark: the start of a line, white space, a bracket, a dash, another opening mark. */
const OPENS = /(?:^|[\s([{<–—/\-«‹“‘„‚「『])$/u
const SPACE = /[ \u00a0\u202f]$/

/**
 * What a typed sign becomes by the rules of its language, or null when it stays as it is. `before` is the text of the
 * paragraph up to the caret. Never called for code.
 */
export function smartSign(typed: string, before: string, language: string): SmartSign | null {
  if (typed.length !== 1 || ADDRESS.test(before)) return addressSign(typed, before)
  const typography = typographyOf(language, before)
  switch (typed) {
    case '"':
      return doubleQuote(before, typography)
    case "'":
      return singleQuote(before, typography)
    case '-':
      return dash(before, typography)
    case '.':
      return /(?:^|[^.])\.\.$/.test(before) ? { removed: 2, inserted: typography.ellipsis } : null
    case ' ':
      return spaceBar(before, typography)
    default:
      return /\d/.test(typed) ? digit(typed, before) : spacedSign(typed, before, typography)
  }
}

/** A French `https` was given its space before the colon; the first slash shows that it was an address. */
function addressSign(typed: string, before: string): SmartSign | null {
  return typed === '/' && /\b[a-z]{2,}[\u00a0\u202f]:$/i.test(before) ? { removed: 2, inserted: ':/' } : null
}

function doubleQuote(before: string, { double, insideQuotes }: Typography): SmartSign | null {
  if (!double) return null
  const [open, close] = double
  const isOpen = hasOpen(before, open, close)
  const isAfterSpace = SPACE.test(before)
  // Who spaces by hand types the space before the closing mark too.
  if (isOpen && insideQuotes !== '' && isAfterSpace && !before.endsWith(open + insideQuotes)) {
    return { removed: 1, inserted: insideQuotes + close }
  }
  if (OPENS.test(before)) return { removed: 0, inserted: open + insideQuotes }
  return { removed: 0, inserted: insideQuotes + close }
}

function singleQuote(before: string, { single, insideQuotes }: Typography): SmartSign | null {
  if (!single) return null
  const [open, close] = single
  // Spaced guillemets belong to languages in which the straight sign is an apostrophe wherever it stands.
  if (insideQuotes !== '') return { removed: 0, inserted: '’' }
  if (OPENS.test(before)) return { removed: 0, inserted: open }
  return { removed: 0, inserted: hasOpen(before, open, close) ? close : '’' }
}

function dash(before: string, { dash: short, longDash }: Typography): SmartSign | null {
  // At the start of a line hyphens are a list or a separator.
  if (/[^-\s][^\S\n]?-$/u.test(before)) return { removed: 1, inserted: short }
  return short !== longDash && before.endsWith(short) ? { removed: short.length, inserted: longDash } : null
}

function spaceBar(before: string, { dash: short, double, insideQuotes }: Typography): SmartSign | null {
  // The mark brought its space along.
  if (double && insideQuotes !== '' && before.endsWith(double[0] + insideQuotes)) return { removed: 0, inserted: '' }
  return short.length === 1 && /[\p{L}\p{N}\p{P}] -$/u.test(before) ? { removed: 1, inserted: `${short} ` } : null
}

/** ’90s, and 10:30 where a colon was given its space. */
function digit(typed: string, before: string): SmartSign | null {
  if (/(?:^|\s)‘$/.test(before)) return { removed: 1, inserted: `’${typed}` }
  return /\d[\u00a0\u202f]:$/.test(before) ? { removed: 2, inserted: `:${typed}` } : null
}

function spacedSign(typed: string, before: string, { spacedSigns }: Typography): SmartSign | null {
  const space = spacedSigns[typed]
  if (typed === '/') return addressSign(typed, before)
  if (space === undefined) return null
  if (SPACE.test(before)) return /\S $/.test(before) ? { removed: 1, inserted: space + typed } : null
  return /[\p{L}\p{N}\p{M}»”’)\]…%€]$/u.test(before) ? { removed: 0, inserted: space + typed } : null
}

/** Whether a quotation mark stands open. Where both marks are the same sign every second one closes; an apostrophe is none. */
function hasOpen(before: string, open: string, close: string): boolean {
  if (open === close) return before.split(open).length % 2 === 0
  return before.lastIndexOf(open) > before.lastIndexOf(close)
}
