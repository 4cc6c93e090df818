import type { Insight } from '../../../../shared/domain/insight.ts'
import { evidenceKindWords } from '../../../../shared/insight/insight-table.ts'
import { t } from '../../../../shared/words/t.ts'
import { Button } from '../../ui/button.tsx'
import { fullDayWords } from './insight-words.ts'

export type ListedEvidence = Insight['evidence'][number]

interface EvidenceListProps {
  evidence: readonly ListedEvidence[]
  /** Absent on paper. */
  onEdit?: (evidence: ListedEvidence) => void
  onRemove?: (evidence: ListedEvidence) => void
}

export function EvidenceList({ evidence, onEdit, onRemove }: EvidenceListProps) {
  return (
    <ul className="evidence">
      {evidence.map((each) => (
        <li key={each.id} className="evidence-note">
          <p className="field-hint">
            {fullDayWords(each.happenedOn)} · {evidenceKindWords(each.kind)}
            {each.who !== '' && (
              <>
                {' · '}
                <bdi>{each.who}</bdi>
              </>
            )}
          </p>
          <p className="writers-voice" dir="auto">
            {each.text}
          </p>
          {each.url !== '' && (
            <p className="field-hint" dir="ltr">
              {each.url}
            </p>
          )}
          {each.postTitle !== null && (
            <p className="field-hint">{t('About “{title}”', { title: each.postTitle || t('Untitled') })}</p>
          )}
          {onEdit && onRemove && (
            <div className="settings-more">
              <Button look="link" onPress={() => onEdit(each)}>
                {t('Change', {}, 'a note of evidence or a campaign')}
              </Button>
              <Button look="link" onPress={() => onRemove(each)}>
                {t('Remove')}
              </Button>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
