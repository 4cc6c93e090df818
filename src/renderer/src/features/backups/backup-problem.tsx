import { t } from '../../../../shared/words/t.ts'
import type { AppErrorData } from '../../../../shared/errors.ts'
import { ProblemNote } from '../../ui/problem.tsx'

/** A disk that has no room for a second copy may well have room for the next word. */
export function BackupProblem({ error }: { error: AppErrorData }) {
  if (error.kind !== 'database' || error.reason !== 'full') return <ProblemNote attempt="asking" error={error} />
  return (
    <p className="problem-inline tone-needs-you" role="alert">
      <span>
        <strong>{t('The disk has no room for another backup.')}</strong>{' '}
        {t(
          'The desk is saved as before, and the backups below are whole. Make some room; it is tried again every minute.',
        )}
      </span>
    </p>
  )
}
