import { textDirection } from '../../../../shared/content/text-direction.ts'
import type { WordRun } from '../../../../shared/content/suggestions/overlay.ts'
import { shownWords } from './suggestion-places.ts'
import { t } from '../../../../shared/words/t.ts'

/** What is suggested for the title, word by word; nothing where it stays. */
export function TitleChanges({ runs }: { runs: readonly WordRun[] }) {
  if (runs.every(({ kind }) => kind === 'kept')) return null
  const words = runs.map((run) => shownWords(run.kind === 'kept' ? run.content : run.after)).join('')
  return (
    <p className="title-changes" dir={textDirection(words) ?? undefined}>
      {runs.map(
        (run, at) =>
          // oxlint-disable react/no-array-index-key -- runs of a line never change places
          run.kind === 'kept' ? (
            <span key={at}>{shownWords(run.content)}</span>
          ) : (
            <span key={run.id}>
              {run.before.length > 0 && (
                <del className="suggested-gone">
                  <bdi className="visually-hidden">{`[${t('taken out:', {}, 'before words that are struck')} `}</bdi>
                  {shownWords(run.before)}
                  <bdi className="visually-hidden">]</bdi>
                </del>
              )}
              {run.after.length > 0 && (
                <ins className="suggested">
                  <bdi className="visually-hidden">{`[${t('new:', {}, 'before words that are new')} `}</bdi>
                  {shownWords(run.after)}
                  <bdi className="visually-hidden">]</bdi>
                </ins>
              )}
            </span>
          ),
        // oxlint-enable react/no-array-index-key
      )}
    </p>
  )
}
