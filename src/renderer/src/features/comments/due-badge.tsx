import { dayWords } from '../../ui/times.ts'
import { useAnswerBy } from './use-answer-by.ts'
import { t } from '../../../../shared/words/t.ts'

/** Until when an answer keeps what the blog promises its readers, or that it is late. Nothing where nothing is promised. */
export function DueBadge({ askedAt }: { askedAt: string }) {
  const by = useAnswerBy()(askedAt)
  if (by === null) return null
  return (
    <span className={`badge ${by.isLate ? 'tone-needs-you' : 'tone-plain'}`}>
      {by.isLate ? t('Late since {day}', { day: dayWords(by.day) }) : t('Answer by {day}', { day: dayWords(by.day) })}
    </span>
  )
}
