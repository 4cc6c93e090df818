import { ProgressBar } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import type { Line } from '../../../../shared/domain/line.ts'
import { byteWords } from '../../../../shared/sentences.ts'

/** How much the network has taken: a part of it may still lie in buffers, so even all of it is not the blog's answer. */
export function EntryProgress({ sending }: { sending: NonNullable<Line['sending']> }) {
  const { sentBytes, totalBytes } = sending
  const isAllSent = sentBytes >= totalBytes
  const words = isAllSent
    ? t('All {size} are on their way. Waiting for the blog’s answer.', { size: byteWords(totalBytes) })
    : t('{sent} of {size} sent.', { sent: byteWords(sentBytes), size: byteWords(totalBytes) })
  return (
    <ProgressBar
      className="entry-progress"
      aria-label={t('Sending', {}, 'how far it is')}
      value={sentBytes}
      maxValue={totalBytes}
      valueLabel={words}
    >
      {({ percentage = 0, valueText }) => (
        <>
          <span className="entry-progress-track">
            <span className="entry-progress-bar" style={{ inlineSize: `${percentage}%` }} />
          </span>
          <span className="field-hint">{valueText}</span>
        </>
      )}
    </ProgressBar>
  )
}
