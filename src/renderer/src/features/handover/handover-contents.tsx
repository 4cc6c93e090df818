import type { HandoverContents as Contents } from '../../../../shared/domain/handover.ts'
import { handoverLines, waitingLine } from '../../../../shared/handover-sentences.ts'
import { t } from '../../../../shared/words/t.ts'
import { shortTime } from '../../ui/times.ts'
import './handover.css'

/** What is in a file, before it is saved or taken in. */
export function HandoverContents({ contents }: { contents: Contents }) {
  const lines = handoverLines(contents)
  return (
    <>
      {lines.length === 0 ? (
        <p>{t('Nothing is under way on this desk.')}</p>
      ) : (
        <ul className="handover-lines" aria-label={t('What is in the file')}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <WaitingList contents={contents} />
    </>
  )
}

/** Each with its time, because nobody but a person will send it. */
export function WaitingList({ contents }: { contents: Contents }) {
  if (contents.waiting.length === 0) return null
  return (
    <>
      <p className="field-label">{t('What waits to be sent')}</p>
      <ul className="handover-lines" aria-label={t('What waits to be sent')}>
        {contents.waiting.map((each) => (
          <li key={`${each.kind} ${each.what} ${each.createdAt}`}>
            <bdi>{waitingLine(each)}</bdi>
            {each.publishAt && (
              <span className="field-hint">
                {' '}
                {t('for {time}', { time: shortTime(each.publishAt) }, 'when it was to be public')}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
