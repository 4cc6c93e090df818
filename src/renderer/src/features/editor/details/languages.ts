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

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'ur', 'he', 'ps', 'ckb', 'sd', 'ug', 'yi', 'dv'])

/** The direction a language is written in, for a first proposal only. */
export function languageDirection(tag: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(tag.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr'
}
