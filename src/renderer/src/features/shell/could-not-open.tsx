import { t } from '../../../../shared/words/t.ts'
import type { AppErrorData } from '../../../../shared/errors.ts'
import { Button } from '../../ui/button.tsx'
import { Problem } from '../../ui/problem.tsx'
import './shell.css'

/** The whole window, when there is no desk to show: the sentence says why, what was kept and what to do. */
export function CouldNotOpen({ error, onRetry }: { error: AppErrorData; onRetry: () => void }) {
  return (
    <main className="alone" aria-label={t('The desk could not open')}>
      <p className="brand">Attaché</p>
      <Problem error={error}>
        <Button look="primary" onPress={onRetry}>
          {t('Try again')}
        </Button>
      </Problem>
    </main>
  )
}
