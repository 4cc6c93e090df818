import { t } from '../../../../shared/words/t.ts'
import type { Line } from '../../../../shared/domain/line.ts'
import { longTime } from '../../ui/times.ts'

type Quiet = NonNullable<Line['quiet']>

/** Why the organisation holds the outbox, and until when. */
export function quietWords({ why, until, allowsUrgent }: Quiet): { what: string; next: string } {
  const what =
    why === ''
      ? t('Your organisation keeps this time quiet.')
      : t('Your organisation keeps this time quiet: {why}', { why: withPoint(why) })
  const held =
    until === null
      ? t(
          'Nothing that readers would see goes out before your IT has put its dates right; Settings say more. Everything is kept.',
        )
      : t(
          'Nothing that readers would see goes out before {time}. Everything is kept, and goes then only when you say so.',
          { time: longTime(until) },
        )
  return { what, next: allowsUrgent ? `${held} ${t('What is urgent can be sent from its menu.')}` : held }
}

const withPoint = (why: string): string => (/[.!?…。؟]$/u.test(why) ? why : `${why}.`)
