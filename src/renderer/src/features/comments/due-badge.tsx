import { dayWords } from '../../ui/times.ts'
import { useAnswerBy } from './use-answer-by.ts'

/** Until when an answer keeps what the blog promises its readers, or that it is late. Nothing where nothing is promised. */
export function DueBadge({ askedAt }: { askedAt: string }) {
  const by = useAnswerBy()(askedAt)
  if (by === null) return null
  return (
    <span className={`badge ${by.isLate ? 'tone-needs-you' : 'tone-plain'}`}>
      {by.isLate ? `Late since ${dayWords(by.day)}` : `Answer by ${dayWords(by.day)}`}
    </span>
  )
}
