import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Blog } from '../../../../shared/domain/blog.ts'
import type { EvidenceId } from '../../../../shared/domain/ids.ts'
import type { Evidence } from '../../../../shared/domain/insight.ts'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { laterDialog } from '../../ui/later.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { EvidenceList, type ListedEvidence } from './evidence-list.tsx'

const EvidenceDialog = laterDialog(async () => (await import('./evidence-dialog.tsx')).EvidenceDialog)

interface EvidencePartProps {
  blog: Blog
  evidence: readonly ListedEvidence[]
  today: string
}

/** Who took it up, and what followed: no machine knows that, so the person notes it. */
export function EvidencePart({ blog, evidence, today }: EvidencePartProps) {
  const { core } = useCore()
  const [edited, setEdited] = useState<Evidence | null>(null)
  const put = useMutation(core.insight.putEvidence.mutationOptions())
  const remove = useMutation(core.insight.removeEvidence.mutationOptions())
  const takeAway = ({ postTitle: _title, ...note }: ListedEvidence): void =>
    remove.mutate(
      { id: note.id },
      {
        onSuccess: () =>
          showToast({ text: t('The note is removed.'), action: { label: t('Undo'), run: () => put.mutate(note) } }),
      },
    )
  const begin = (): void =>
    setEdited({
      id: crypto.randomUUID() as EvidenceId,
      blogId: blog.id,
      postId: null,
      kind: 'quoted',
      happenedOn: today,
      who: '',
      text: '',
      url: '',
    })
  const error = put.error ?? remove.error
  return (
    <section className="insight-part" aria-label={t('What came of it')}>
      <div className="insight-part-head">
        <h2>{t('What came of it')}</h2>
        <Button onPress={begin}>{t('Note something…')}</Button>
      </div>
      {evidence.length === 0 ? (
        <p className="field-hint">
          {t(
            'Nothing is noted in this time. Who quoted a post, and what followed from it, stays here for the next report.',
          )}
        </p>
      ) : (
        <EvidenceList
          evidence={evidence}
          onEdit={({ postTitle: _title, ...note }) => setEdited(note)}
          onRemove={takeAway}
        />
      )}
      {error && <ProblemNote error={appErrorOf(error)} attempt="asking" />}
      {edited && (
        <EvidenceDialog key={edited.id} evidence={edited} blog={blog} today={today} onClose={() => setEdited(null)} />
      )}
    </section>
  )
}
