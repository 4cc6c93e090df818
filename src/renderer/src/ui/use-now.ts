import { useEffect, useState } from 'react'

const EVERY_MS = 60_000

/** The time to the minute: ages and days on a screen go on while nobody touches it. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), EVERY_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
