import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { Backup } from '../../../../shared/domain/backup.ts'
import { byteWords } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { longTime } from '../../ui/times.ts'
import { showToast } from '../../ui/toasts.tsx'
import { BackupDifference } from './backup-difference.tsx'
import { BackupProblem } from './backup-problem.tsx'
import './backups.css'

/** The desk as it was, half an hour or eight weeks ago. */
export function BackupsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { core } = useCore()
  const list = useQuery(core.backups.list.queryOptions(undefined, { enabled: isOpen }))
  const [chosen, setChosen] = useState<Backup | null>(null)
  const make = useMutation(
    core.backups.makeNow.mutationOptions({
      onSuccess: () => showToast({ text: t('A backup was made and read to its end.') }),
    }),
  )
  const close = (): void => {
    setChosen(null)
    onClose()
  }
  const error = make.error ? appErrorOf(make.error) : list.data?.fault
  return (
    <Dialog
      title={chosen ? t('The desk of {time}', { time: longTime(chosen.madeAt) }) : t('Backups')}
      isOpen={isOpen}
      onClose={close}
    >
      {chosen ? (
        <BackupDifference backup={chosen} onBack={() => setChosen(null)} onRestored={close} />
      ) : (
        <>
          <p className="field-hint">
            {t(
              'One is made each half hour in which something was written, encrypted as the desk is. They lie on this disk, and hold words, not pictures.',
            )}
          </p>
          {error && <BackupProblem error={error} />}
          {list.isPending && <p className="field-hint">{t('Looking for backups…')}</p>}
          {list.data && <BackupList backups={list.data.backups} onChoose={setChosen} />}
          <div className="dialog-actions">
            <Button isPending={make.isPending} onPress={() => make.mutate()}>
              {make.isPending ? t('Making one…') : t('Make one now')}
            </Button>
            <Button look="primary" onPress={close}>
              {t('Done')}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}

function BackupList({ backups, onChoose }: { backups: Backup[]; onChoose: (backup: Backup) => void }) {
  if (backups.length === 0) return <p>{t('There is none yet. The first is made within half an hour.')}</p>
  return (
    <ul className="backups" aria-label={t('Backups, newest first')}>
      {backups.map((backup) => (
        <li key={backup.id} className="backup">
          <span>
            {longTime(backup.madeAt)} <span className="field-hint">{byteWords(backup.sizeBytes)}</span>
          </span>
          <Button
            aria-label={t('See what differs from {time}', { time: longTime(backup.madeAt) })}
            onPress={() => onChoose(backup)}
          >
            {t('See what differs')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
