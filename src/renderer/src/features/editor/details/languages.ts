import { spokenNow } from '../../../../../shared/words/spoken.ts'

/** Offered first; any other BCP 47 tag can be typed. */
export const OFFERED_LANGUAGES = ['en', 'fr', 'es', 'ar', 'fa', 'ur', 'vi', 'zh', 'ru', 'pt', 'de'] as const

/** The name of a language tag in the interface’s language, or the tag itself when it has none. */
export function languageName(tag: string): string {
  if (!isLanguageTag(tag)) return tag
  return new Intl.DisplayNames([spokenNow().language], { type: 'language' }).of(tag) ?? tag
}

export function isLanguageTag(tag: string): boolean {
  try {
    return tag !== '' && Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
