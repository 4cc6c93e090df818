const clocks = new Map<string, Intl.DateTimeFormat | null>()

/**
 * The wall clock of an IANA zone, to the minute; null for a zone that is newer than this program's own table or made up.
 * Kept once it was asked for: to make one takes longer than a whole answer of a blog takes to read.
 */
export function clockOfZone(timeZone: string): Intl.DateTimeFormat | null {
  const known = clocks.get(timeZone)
  if (known !== undefined) return known
  const clock = makeClock(timeZone)
  clocks.set(timeZone, clock)
  return clock
}

function makeClock(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
