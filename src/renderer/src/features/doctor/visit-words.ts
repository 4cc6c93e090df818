import { wrongIn, type DoctorVisit } from '../../../../shared/domain/doctor.ts'
import { findingWords } from '../../../../shared/doctor-sentences.ts'
import { examinationTitle } from '../../../../shared/doctor-terms.ts'
import { t } from '../../../../shared/words/t.ts'

/** How far a visit is, and at its end what came of it: the cause, or that there is none. */
export function visitWords(visit: DoctorVisit, isEnding: boolean): string {
  if (visit.endedAt === null) {
    if (isEnding) return t('Ending. What was made is being taken away.')
    return visit.current === null
      ? ''
      : t('Looking at: {examination}.', { examination: examinationTitle(visit.current) })
  }
  const [cause] = wrongIn(visit)
  if (cause) {
    const { what, next } = findingWords(cause.finding)
    return `${what} ${next}`.trim()
  }
  return visit.isCancelled
    ? t('The visit was ended before it was through. What it had made is gone; so far nothing was wrong.')
    : t('Nothing is wrong: the site takes everything the desk does.')
}
