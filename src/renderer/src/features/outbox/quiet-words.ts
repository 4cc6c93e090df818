import type { Line } from '../../../../shared/domain/line.ts'
import { longTime } from '../../ui/times.ts'

type Quiet = NonNullable<Line['quiet']>

/** Why the organisation holds the outbox, and until when. */
export function quietWords({ why, until, allowsUrgent }: Quiet): { what: string; next: string } {
  const what =
    why === ''
      ? 'Your organisation keeps this time quiet.'
      : `Your organisation keeps this time quiet: ${withPoint(why)}`
  const held = 'Nothing that readers would see goes out'
  const urgent = allowsUrgent ? ' What is urgent can be sent from its menu.' : ''
  if (until === null)
    return {
      what,
      next: `${held} before your IT has put its dates right; Settings say more. Everything is kept.${urgent}`,
    }
  return {
    what,
    next: `${held} before ${longTime(until)}. Everything is kept, and goes then only when you say so.${urgent}`,
  }
}

const withPoint = (why: string): string => (/[.!?…。؟]$/u.test(why) ? why : `${why}.`)
