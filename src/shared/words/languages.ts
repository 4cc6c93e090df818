/** The languages that the interface can speak; the sentences in the code are English. */
export const LANGUAGES = ['en', 'fr', 'ar', 'vi'] as const
export type Language = (typeof LANGUAGES)[number]

interface LanguageFacts {
  /** As those who read it call it. */
  ownName: string
  direction: 'ltr' | 'rtl'
  /** Every sentence has its words; only then is it offered, and nothing may be without them from then on. */
  isComplete: boolean
  /** How dates and numbers are written where the computer names no country for this language. */
  formatLocale: string
}

export const languageFacts: Readonly<Record<Language, LanguageFacts>> = {
  en: { ownName: 'English', direction: 'ltr', isComplete: true, formatLocale: 'en-GB' },
  fr: { ownName: 'Français', direction: 'ltr', isComplete: true, formatLocale: 'fr-FR' },
  ar: { ownName: 'العربية', direction: 'rtl', isComplete: true, formatLocale: 'ar' },
  vi: { ownName: 'Tiếng Việt', direction: 'ltr', isComplete: true, formatLocale: 'vi-VN' },
}

export const offeredLanguages: readonly Language[] = LANGUAGES.filter((language) => languageFacts[language].isComplete)

/** English with accents and two fifths longer, for tests: what is cut off, and what was written past the catalogue. No computer has it. */
export const LONG_ENGLISH = 'en-x-long'

export interface Speech {
  language: Language
  /** A BCP 47 name for dates, numbers and the order of words, of the same language. */
  formatLocale: string
}

export type LanguageChoice = Language | 'as-the-computer'

/**
 * What is spoken: the person's choice, else the first of the computer's languages that is offered, else English. Dates and
 * digits are written as in the first country that the computer names for that language: `ar-EG` has its own digits, `ar-MA` not.
 */
export function speechFor(choice: LanguageChoice, computerLanguages: readonly string[]): Speech {
  const language =
    choice === 'as-the-computer'
      ? (computerLanguages.map(languageOf).find((each) => each !== null && offeredLanguages.includes(each)) ?? 'en')
      : choice
  const formatLocale = computerLanguages.find((tag) => languageOf(tag) === language && tag.length > 2)
  return { language, formatLocale: formatLocale ?? languageFacts[language].formatLocale }
}

function languageOf(tag: string): Language | null {
  const [name = ''] = tag.toLowerCase().split('-')
  return LANGUAGES.find((language) => language === name) ?? null
}
