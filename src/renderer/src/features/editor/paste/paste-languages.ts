import { textDirection } from '../../../../../shared/content/text-direction.ts'

/** By what elements say; programs say the same of every word. */
const canonical = new Map<string, string | null>()
const MOST_KNOWN = 1000

/** The canonical tag an element says, or null when it says none that means something. */
export function languageOf(element: Element): string | null {
  const stated = element.getAttribute('lang') ?? element.getAttribute('xml:lang')
  if (stated === null || stated === '') return null
  const known = canonical.get(stated)
  if (known !== undefined) return known
  const tag = canonicalTag(stated)
  if (canonical.size < MOST_KNOWN) canonical.set(stated, tag)
  return tag
}

function canonicalTag(stated: string): string | null {
  if (/^(?:x-none|und|zxx)$/i.test(stated)) return null
  try {
    return Intl.getCanonicalLocales(stated)[0] ?? null
  } catch {
    return null
  }
}

export const primaryOf = (tag: string): string => tag.split('-')[0] ?? tag

const RIGHT_TO_LEFT_SCRIPTS = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm'])

/** Programs call Arabic letters by whatever language their user has set; a language in other letters is no word about them. */
export function fitsText(lang: string, text: string): boolean {
  const direction = textDirection(text)
  const { script } = new Intl.Locale(lang).maximize()
  return direction === null || script === undefined || RIGHT_TO_LEFT_SCRIPTS.has(script) === (direction === 'rtl')
}

/** The language most of the letters are in; '' when nothing says. Programs mark every word, so only the others are kept. */
export function mainLanguage(root: Element): string {
  const lengths = new Map<string, number>()
  const count = (parent: Element, lang: string): void => {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === 3) lengths.set(lang, (lengths.get(lang) ?? 0) + (child.textContent ?? '').trim().length)
      else if (child.nodeType === 1) count(child as Element, languageOf(child as Element) ?? lang)
    }
  }
  count(root, '')
  let main = ''
  let longest = 0
  for (const [lang, length] of lengths) {
    if (length <= longest) continue
    main = lang
    longest = length
  }
  return main
}
