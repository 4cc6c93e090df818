import { t } from '../../../../shared/words/t.ts'
import { clockTime } from '../../ui/times.ts'
import { useDeskStatus } from '../editor/desk-status.ts'

/** Whether what is typed is on the disk. */
export function SavedMark() {
  const save = useDeskStatus('save')
  const open = useDeskStatus('open')
  switch (save.kind) {
    case 'untouched':
      return <span className="saved-mark">{open ? t('Saved') : ''}</span>
    case 'saving':
      return <span className="saved-mark">{t('Saving…')}</span>
    case 'saved':
      return <span className="saved-mark">{t('Saved {time}', { time: clockTime(save.savedAt) })}</span>
    case 'failed':
      return <span className="saved-mark saved-mark-failed">{t('Not saved')}</span>
  }
}
