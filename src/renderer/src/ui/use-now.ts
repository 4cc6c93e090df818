import { useEffect, useState } from 'react'

const MINUTE_MS = 60_000

/** The time to the minute, anew when the next one begins: ages, days and clocks on a screen go on while nobody touches it. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setTimeout(() => setNow(new Date()), MINUTE_MS - (now.getTime() % MINUTE_MS))
    return () => clearTimeout(timer)
  }, [now])
  return now
}
