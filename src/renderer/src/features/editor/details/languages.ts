/** Offered first; any other BCP 47 tag can be typed. */
export const OFFERED_LANGUAGES = ['en', 'fr', 'es', 'ar', 'fa', 'ur', 'vi', 'zh', 'ru', 'pt', 'de'] as const

/** The English name of a language tag, or the tag itself when it has none. */
export function languageName(tag: string): string {
  if (!isLanguageTag(tag)) return tag
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag
}

export function isLanguageTag(tag: string): boolean {
  try {
    return tag !== '' && Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
