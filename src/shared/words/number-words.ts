import { spokenNow } from './spoken.ts'

const made = new Map<string, Intl.NumberFormat>()

/** `12,345` as the language of the interface writes it. In a sentence it is `{count, number}` instead. */
export function numberWords(count: number, options: Intl.NumberFormatOptions = {}): string {
  const { formatLocale } = spokenNow()
  const name = `${formatLocale} ${JSON.stringify(options)}`
  const known = made.get(name) ?? new Intl.NumberFormat(formatLocale, options)
  made.set(name, known)
  return known.format(count)
}
