import { useMutation, useQuery } from '@tanstack/react-query'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { Backup, BackupDifferences, PostDifference } from '../../../../shared/domain/backup.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { shortTime } from '../../ui/times.ts'

interface BackupDifferenceProps {
  backup: Backup
  onBack: () => void
  onRestored: () => void
}

/** What one would have again, and what one would give up, before one does. */
export function BackupDifference({ backup, onBack, onRestored }: BackupDifferenceProps) {
  const { core, lock } = useCore()
  const differences = useQuery(core.backups.compare.queryOptions({ id: backup.id }, { gcTime: 0, staleTime: 0 }))
  const restore = useMutation(lock.restoreBackup.mutationOptions({ onSuccess: onRestored }))
  const error = restore.error ?? differences.error
  return (
    <>
      {differences.isPending && <p className="field-hint">{t('Comparing…')}</p>}
      {differences.data && <Differences {...differences.data} />}
      {error && <ProblemNote attempt="asking" error={appErrorOf(error)} />}
      <p className="field-hint">
        {t(
          'If you go back, the desk as it is now is set aside whole, and what waited in the outbox then is looked up on the blog and goes only when you say so.',
        )}
      </p>
      <div className="dialog-actions">
        <Button onPress={onBack}>{t('Back to the list')}</Button>
        <Button
          isPending={restore.isPending}
          isDisabled={!differences.data}
          onPress={() => restore.mutate({ id: backup.id })}
        >
          {restore.isPending ? t('Going back…') : t('Go back to this desk')}
        </Button>
      </div>
    </>
  )
}

const MOST_SHOWN = 200

function Differences({ posts, waitingHere, waitingThere }: BackupDifferences) {
  return (
    <>
      <p>
        {postsSentence(posts.length)} {waitingSentence(waitingHere, waitingThere)}
      </p>
      {posts.length > 0 && (
        <ul className="backups" aria-label={t('Posts that are otherwise')}>
          {posts.slice(0, MOST_SHOWN).map((post) => (
            <li key={post.postId} className="backup-post">
              <bdi>{post.title === '' ? t('Without a title') : post.title}</bdi>
              <span className="field-hint">
                {differenceWords(post)} · <bdi>{post.blogName}</bdi>
              </span>
            </li>
          ))}
          {posts.length > MOST_SHOWN && (
            <li>{t('{count, plural, one {And # more.} other {And # more.}}', { count: posts.length - MOST_SHOWN })}</li>
          )}
        </ul>
      )}
    </>
  )
}

function differenceWords({ is, editedHereAt, editedThereAt }: PostDifference): string {
  const at = (iso: string | null): string => (iso === null ? '' : shortTime(iso))
  switch (is) {
    case 'gone':
      return t('Only then, last changed {time}', { time: at(editedThereAt) })
    case 'new':
      return t('Only now, last changed {time}', { time: at(editedHereAt) })
    case 'different':
      return t('Changed {now}; then {before}', { now: at(editedHereAt), before: at(editedThereAt) })
  }
}

const postsSentence = (count: number): string =>
  t('{count, plural, =0 {Every post is as it was then.} one {One post is otherwise.} other {# posts are otherwise.}}', {
    count,
  })

function waitingSentence(here: number, there: number): string {
  if (here === 0 && there === 0) return t('Nothing waits in the outbox, and nothing did.')
  return t(
    'In the outbox {here, plural, one {one line waits} other {# lines wait}} now; then it was {there, number}.',
    { here, there },
  )
}
