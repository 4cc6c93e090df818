import { lookUp } from '../../../../../shared/look-up.ts'

/** “Update” as a blog of that language heads a later addition; English for a language without a word here. */
const WORDS: Record<string, string> = {
  en: 'Update',
  fr: 'Mise à jour',
  es: 'Actualización',
  ar: 'تحديث',
  fa: 'به‌روزرسانی',
  ur: 'تازہ کاری',
  vi: 'Cập nhật',
  zh: '更新',
  ru: 'Обновление',
  pt: 'Atualização',
  de: 'Aktualisierung',
}

/** “Update, 26 November 2026:” in the post's language and calendar. */
export function updateHeading(language: string, now: Date): string {
  const base = language.split('-')[0]?.toLowerCase() ?? ''
  const word = lookUp(WORDS, base)
  const locale = word === undefined || language === 'en' ? 'en-GB' : language
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(now)
  const comma = base === 'ar' || base === 'fa' || base === 'ur' ? '،' : base === 'zh' ? '，' : ','
  const colon = base === 'zh' ? '：' : base === 'fr' ? '\u00a0:' : ':'
  return `${word ?? WORDS['en']}${comma}${base === 'zh' ? '' : ' '}${date}${colon}`
}
