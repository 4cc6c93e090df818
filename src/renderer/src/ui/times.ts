import { zoneOfBlog } from '../../../shared/blog-day.ts'
import { dateFormat } from '../../../shared/words/date-words.ts'
import { spokenNow } from '../../../shared/words/spoken.ts'
import { t } from '../../../shared/words/t.ts'

/** `14:02`, on this laptop's clock. */
export function clockTime(iso: string): string {
  return dateFormat({ hour: '2-digit', minute: '2-digit' }).format(new Date(iso))
}

/** `14:02` today, `21 Nov` this year, `21 Nov 2025` before. */
export function shortTime(iso: string, now: Date = new Date()): string {
  const date = new Date(iso)
  if (date.toDateString() === now.toDateString()) return clockTime(iso)
  const isThisYear = date.getFullYear() === now.getFullYear()
  return dateFormat({
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(date)
}

/** `21 November, 14:02` here. */
export function longTime(iso: string): string {
  return inSentence(dateFormat({ day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' }), new Date(iso))
}

/** `21 November, 14:02:07` here, to tell versions of one minute apart. */
export function exactTime(iso: string): string {
  const format = dateFormat({
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  return inSentence(format, new Date(iso))
}

/** Vietnamese begins a day with a time by “lúc”, which the sentences around it say as well. */
const inSentence = (format: Intl.DateTimeFormat, at: Date): string => {
  const [first, ...others] = format.formatToParts(at)
  const parts = first?.type === 'literal' ? others : [first, ...others]
  return parts.map((part) => part?.value ?? '').join('')
}

/** The wall clock in a blog's zone (an IANA name, or `UTC+07:00`): `21:02`, with the day when it is another than here. */
export function timeAtBlog(at: Date, blogZone: string): string {
  const timeZone = zoneOfBlog(blogZone)
  const dayIn = (zone: string | undefined): string => dateFormat({ timeZone: zone }).format(at)
  const isSameDay = dayIn(timeZone) === dayIn(undefined)
  const format = dateFormat({
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    ...(isSameDay ? {} : { day: 'numeric', month: 'long' }),
  })
  return inSentence(format, at)
}

/** `22 November, 08:00 at the blog (02:00 here)`; the day here only when it is another, the year when it is not this one. */
export function bothClocks(at: Date, blogZone: string, now: Date = new Date()): string {
  const timeZone = zoneOfBlog(blogZone)
  const year = at.getFullYear() === now.getFullYear() ? {} : ({ year: 'numeric' } as const)
  const dayIn = (zone: string | undefined): string =>
    dateFormat({ timeZone: zone, day: 'numeric', month: 'long', ...year }).format(at)
  const timeIn = (zone: string | undefined): string =>
    dateFormat({ timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at)
  const [dayThere, dayHere] = [dayIn(timeZone), dayIn(undefined)]
  const [timeThere, timeHere] = [timeIn(timeZone), timeIn(undefined)]
  return dayThere === dayHere
    ? t('{dayThere}, {timeThere} at the blog ({timeHere} here)', { dayThere, timeThere, timeHere })
    : t('{dayThere}, {timeThere} at the blog ({dayHere}, {timeHere} here)', { dayThere, timeThere, dayHere, timeHere })
}

/** `22 November 2026`, by the blog's own clock. */
export const dateAtBlog = (at: Date, blogZone: string): string =>
  dateFormat({ dateStyle: 'long', timeZone: zoneOfBlog(blogZone) }).format(at)

/** Not in every browser yet, nor in TypeScript. */
type LocaleWithWeek = Intl.Locale & { getWeekInfo?: () => { firstDay: number } }

/** From the day with which the week begins where the interface’s language is spoken; 0 is Sunday. */
export function weekdays(): number[] {
  const locale: LocaleWithWeek = new Intl.Locale(spokenNow().formatLocale)
  const firstDay = locale.getWeekInfo?.().firstDay ?? 1
  return Array.from({ length: 7 }, (_, index) => (firstDay + index) % 7)
}

/** `Mon`. */
export const weekdayName = (day: number): string =>
  dateFormat({ weekday: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, 0, 4 + day)))

/** `26 November` of a civil day, `2026-11-26`. */
export const dayWords = (day: string): string =>
  dateFormat({ day: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
