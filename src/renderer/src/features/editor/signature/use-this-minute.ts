import { useEffect, useState } from 'react'

const LOOK_MS = 15_000

/** The moment, kept fresh enough for a clock that shows minutes. */
export function useThisMinute(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), LOOK_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
