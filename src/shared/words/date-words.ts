import { spokenNow } from './spoken.ts'

const made = new Map<string, Intl.DateTimeFormat>()

/**
 * How the language of the interface writes a date. The calendar is the blog's: a post is dated by it, and two calendars in one
 * window are two dates to confuse. Making a format takes longer than a row of a list may, so each is made once.
 */
export function dateFormat(
  options: Intl.DateTimeFormatOptions,
  formatLocale: string = spokenNow().formatLocale,
): Intl.DateTimeFormat {
  const name = `${formatLocale} ${JSON.stringify(options)}`
  const known = made.get(name) ?? new Intl.DateTimeFormat(formatLocale, { calendar: 'gregory', ...options })
  made.set(name, known)
  return known
}
