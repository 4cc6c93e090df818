import { t } from './words/t.ts'
import type { DatabaseReason } from './errors.ts'

/** Why the file of the desk cannot be used; the words of a failure, see sentences.ts. */
export function databaseRefusal(reason: DatabaseReason): { what: string; kept: string; next: string } {
  switch (reason) {
    case 'in-use':
      return {
        what: t('The desk is already open with this profile.'),
        kept: t('Nothing was touched.'),
        next: t('Go on in the other window, or close it and try again.'),
      }
    case 'not-a-database':
      return {
        what: t('The file that should hold your posts is something else.'),
        kept: t('It was left exactly as it is.'),
        next: t('Ask your IT to look at the profile folder; a backup may lie beside it.'),
      }
    case 'newer-version':
      return {
        what: t('Your posts were last opened with a newer version of Attaché.'),
        kept: t('They were left exactly as they are.'),
        next: t('Update Attaché on this laptop.'),
      }
    case 'full':
      return {
        what: t('The disk is full, so the last words could not be saved.'),
        kept: t('They are still in this window; everything marked as saved is safe.'),
        next: t('Make some room on the disk. Saving goes on by itself. Leave the window open.'),
      }
    case 'read-only':
      return {
        what: t('The folder of the desk cannot be written to.'),
        kept: t('Everything that was saved before is safe.'),
        next: t('Ask your IT for the right to write to the profile folder.'),
      }
    case 'corrupt':
      return {
        what: t('The file that holds your posts is damaged.'),
        kept: t('None of it is thrown away.'),
        next: t('Close Attaché and open it again: it is mended from the newest backup and from itself.'),
      }
  }
}
