import type { Insight } from '../../../../shared/domain/insight.ts'
import { numberWords } from '../../../../shared/words/number-words.ts'
import { t } from '../../../../shared/words/t.ts'
import { changeWords, hoursWords, shareWords } from './insight-words.ts'

/** The five figures that a report begins with. */
export function InsightTotals({ insight: { figures, before } }: { insight: Insight }) {
  const { answering } = figures
  const promised = answering.promise && answering.promise.kept + answering.promise.broken
  return (
    <dl className="totals">
      <Total name={t('Posts')} value={numberWords(figures.posts)} hint={changeWords(figures.posts, before.posts)} />
      <Total
        name={t('Comments')}
        value={numberWords(figures.comments)}
        hint={changeWords(figures.comments, before.comments)}
      />
      <Total
        name={t('Replies')}
        value={numberWords(figures.replies)}
        hint={changeWords(figures.replies, before.replies)}
      />
      <Total
        name={t('Until an answer')}
        value={answering.medianHours === null ? '–' : hoursWords(answering.medianHours)}
        hint={
          answering.answered === 0
            ? t('nothing was answered')
            : t('half of {count, number} answered comments waited no longer', { count: answering.answered })
        }
      />
      <Total
        name={t('Answered in time')}
        value={answering.promise && promised ? shareWords(answering.promise.kept, promised) : '–'}
        hint={promiseHint(answering.promise)}
      />
    </dl>
  )
}

function promiseHint(promise: Insight['figures']['answering']['promise']): string {
  if (!promise) return t('nothing is promised: Settings, Conversation')
  const { kept, broken, open } = promise
  if (open === 0) return t('{kept, number} in time, {broken, number} late or never', { kept, broken })
  return t('{kept, number} in time, {broken, number} late or never, {open, number} still to answer in time', {
    kept,
    broken,
    open,
  })
}

function Total({ name, value, hint }: { name: string; value: string; hint: string }) {
  return (
    <div className="total">
      <dt>{name}</dt>
      <dd className="total-value writers-voice">{value}</dd>
      <dd className="field-hint">{hint}</dd>
    </div>
  )
}
