import { lookUp } from '../look-up.ts'

/** How one language sets its signs. Pairs are opening and closing. */
export interface Typography {
  /** null: the straight sign stays, because no rule serves its writers (Hebrew writes abbreviations with it). */
  double: readonly [string, string] | null
  single: readonly [string, string] | null
  /** Between a quotation mark and what it encloses. */
  insideQuotes: string
  /** Before these signs stands a space that does not break. */
  spacedSigns: Readonly<Record<string, string>>
  /** What two hyphens become; a third makes the long dash. */
  dash: string
  longDash: string
  ellipsis: string
}

const NO_BREAK = '\u00a0'
const NARROW = '\u202f'

const PLAIN: Typography = {
  double: ['“', '”'],
  single: ['‘', '’'],
  insideQuotes: '',
  spacedSigns: {},
  dash: '–',
  longDash: '—',
  ellipsis: '…',
}

const quotes = (double: string, single: string): Typography => ({
  ...PLAIN,
  double: [double.charAt(0), double.charAt(1)],
  single: [single.charAt(0), single.charAt(1)],
})

/** Lexique des règles typographiques en usage à l’Imprimerie nationale; the colon takes the full space. */
const FRENCH: Typography = {
  ...quotes('«»', '“”'),
  insideQuotes: NARROW,
  spacedSigns: { ';': NARROW, '!': NARROW, '?': NARROW, ':': NO_BREAK },
}

/** Office québécois de la langue française: only the colon and the guillemets are spaced. */
const CANADIAN_FRENCH: Typography = { ...FRENCH, insideQuotes: NO_BREAK, spacedSigns: { ':': NO_BREAK } }

const CHINESE: Typography = { ...PLAIN, dash: '——', longDash: '——', ellipsis: '……' }
const CORNERS: Typography = { ...CHINESE, double: ['「', '」'], single: ['『', '』'] }

/** By language tag; a longer tag wins over its language. Quotation marks after Unicode CLDR 48 and the houses named above. */
const TABLE: Readonly<Record<string, Typography>> = {
  ar: quotes('«»', '‹›'),
  bg: quotes('„“', '‚‘'),
  ca: quotes('«»', '“”'),
  cs: quotes('„“', '‚‘'),
  da: quotes('””', '’’'),
  de: quotes('„“', '‚‘'),
  'de-ch': quotes('«»', '‹›'),
  'de-li': quotes('«»', '‹›'),
  el: quotes('«»', '“”'),
  en: PLAIN,
  es: quotes('«»', '“”'),
  'es-419': PLAIN,
  'es-mx': PLAIN,
  'es-us': PLAIN,
  et: quotes('„“', '‚‘'),
  fa: quotes('«»', '‹›'),
  fi: quotes('””', '’’'),
  fr: FRENCH,
  'fr-ca': CANADIAN_FRENCH,
  he: { ...PLAIN, double: null, single: null },
  hr: quotes('„”', '‘’'),
  hu: quotes('„”', '»«'),
  is: quotes('„“', '‚‘'),
  it: quotes('«»', '“”'),
  ja: CORNERS,
  lt: quotes('„“', '‚‘'),
  nb: quotes('«»', '‘’'),
  nn: quotes('«»', '‘’'),
  no: quotes('«»', '‘’'),
  pl: quotes('„”', '«»'),
  ps: quotes('«»', '‹›'),
  pt: PLAIN,
  'pt-pt': quotes('«»', '“”'),
  ro: quotes('„”', '«»'),
  ru: quotes('«»', '„“'),
  sk: quotes('„“', '‚‘'),
  sl: quotes('„“', '‚‘'),
  sr: quotes('„“', '’’'),
  sv: quotes('””', '’’'),
  uk: quotes('«»', '„“'),
  vi: PLAIN,
  yi: { ...PLAIN, double: null, single: null },
  zh: CHINESE,
  'zh-hant': CORNERS,
  'zh-hk': CORNERS,
  'zh-tw': CORNERS,
}

/** `language`: BCP 47, '' when nobody said; then the script of the last letters in `before` decides. */
export function typographyOf(language: string, before = ''): Typography {
  const parts = language.toLowerCase().split(/[-_]/)
  for (let length = parts.length; length > 0; length -= 1) {
    const known = lookUp(TABLE, parts.slice(0, length).join('-'))
    if (known) return known
  }
  const letter = before.match(/\p{L}/gu)?.at(-1) ?? ''
  if (/\p{Script=Arabic}/u.test(letter)) return TABLE['ar'] ?? PLAIN
  if (/\p{Script=Hebrew}/u.test(letter)) return TABLE['he'] ?? PLAIN
  return PLAIN
}
