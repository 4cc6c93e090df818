import { spokenNow } from '../../../../../shared/words/spoken.ts'

/** Offered first; any other BCP 47 tag can be typed. */
export const OFFERED_LANGUAGES = ['en', 'fr', 'es', 'ar', 'fa', 'ur', 'vi', 'zh', 'ru', 'pt', 'de'] as const

/** The name of a language tag in the interface’s language, or the tag itself when it has none. */
export function languageName(tag: string): string {
  return isLanguageTag(tag) ? (namesIn(spokenNow().language).of(tag) ?? tag) : tag
}

/** Dear to make: a list of languages asks for one name after the other. */
const names = new Map<string, Intl.DisplayNames>()

function namesIn(language: string): Intl.DisplayNames {
  const known = names.get(language) ?? new Intl.DisplayNames([language], { type: 'language' })
  names.set(language, known)
  return known
}

export function isLanguageTag(tag: string): boolean {
  try {
    return tag !== '' && Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
