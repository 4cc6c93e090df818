import { clockTime } from '../../ui/times.ts'
import { useDeskStatus } from '../editor/desk-status.ts'

/** Whether what is typed is on the disk. */
export function SavedMark() {
  const { save, open } = useDeskStatus()
  switch (save.kind) {
    case 'untouched':
      return <span className="saved-mark">{open ? 'Saved' : ''}</span>
    case 'saving':
      return <span className="saved-mark">Saving…</span>
    case 'saved':
      return <span className="saved-mark">Saved {clockTime(save.savedAt)}</span>
    case 'failed':
      return <span className="saved-mark saved-mark-failed">Not saved</span>
  }
}
