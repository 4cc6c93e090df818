import type { Gmt } from './practice-state.ts'

export const gmtOf = (date: Date): Gmt => date.toISOString().slice(0, 19)

export const dateOfGmt = (gmt: Gmt): Date => new Date(`${gmt}Z`)

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterFor(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone)
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
    formatters.set(zone, formatter)
  }
  return formatter
}

/** The site's wall clock, `2026-11-21T11:52:48`, without a zone. */
export const localOf = (gmt: Gmt, zone: string): string => formatterFor(zone).format(dateOfGmt(gmt)).replace(' ', 'T')

export function offsetHours(at: Date, zone: string): number {
  const gmt = gmtOf(at)
  return (dateOfGmt(localOf(gmt, zone)).getTime() - dateOfGmt(gmt).getTime()) / 3_600_000
}

/** In the hour that a change of the clocks repeats, the first one. */
function gmtOfLocal(local: string, zone: string): Gmt {
  const asIfUtc = dateOfGmt(local)
  const guess = new Date(asIfUtc.getTime() - offsetHours(asIfUtc, zone) * 3_600_000)
  return gmtOf(new Date(asIfUtc.getTime() - offsetHours(guess, zone) * 3_600_000))
}

/** Reads a date of a request. Without a zone it is the site's wall clock, or UTC for the `…_gmt` fields; null when it is no date. */
export function readDate(text: string, zone: string, without: 'site' | 'utc'): Gmt | null {
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?)?$/i.exec(text.trim())
  if (match === null) return null
  const [, day = '', time = '00:00:00', offset] = match
  const wall = `${day}T${time.length === 5 ? `${time}:00` : time}`
  const parsed = new Date(`${wall}${offset ?? 'Z'}`)
  if (Number.isNaN(parsed.getTime())) return null
  return offset === undefined && without === 'site' ? gmtOfLocal(wall, zone) : gmtOf(parsed)
}
