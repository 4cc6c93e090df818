import { useEffect, useState } from 'react'
import { t } from '../../../../shared/words/t.ts'

/** How long an undo is still free. */
export function Countdown({ until }: { until: string }) {
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.max(0, Math.ceil((new Date(until).getTime() - nowMs) / 1000))
  return <span>{seconds > 0 ? leftWords(seconds) : ''}</span>
}

/** Nobody counts the seconds of a quarter of an hour. */
const leftWords = (seconds: number): string =>
  seconds < 100
    ? t('{seconds, number} s left.', { seconds })
    : t('{minutes, number} min left.', { minutes: Math.ceil(seconds / 60) })
