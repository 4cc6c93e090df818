import { utcIso } from '../../../shared/domain/ids.ts'
import type { Clock } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import { FROM_BACKUP_KEY } from './recover-desk.ts'

/**
 * A desk that came from a backup holds again what was sent, or taken back, since. So nothing of its outbox is believed: each line is looked up on the
 * blog before it goes, which finds what went, and none goes before the person has said so, who knows what was taken back. A new post that
 * went out bears its own address by now and can be looked up by nothing: it waits for the person alone.
 */
export function resumeAfterBackup(desk: Desk, clock: Clock): void {
  if (desk.settings.find(FROM_BACKUP_KEY) !== true) return
  desk.transaction(() => {
    const now = utcIso(clock.now())
    for (const { id: blogId } of desk.blogs.listBlogs()) {
      const open = desk.outbox.listOpen(blogId)
      const isNewPost = ({ kind, remoteId }: (typeof open)[number]): boolean =>
        kind === 'publish-post' && remoteId === null
      desk.arrivals.ask(
        blogId,
        open.map(({ id }) => id),
        now,
      )
      desk.outbox.doubtAll(blogId)
      for (const { id } of open.filter(isNewPost)) {
        desk.outbox.moveEntry(id, 'resolving')
        desk.outbox.moveEntry(id, 'needs-you', { reason: { kind: 'not-allowed-now', why: 'from-a-backup' } })
      }
    }
    desk.settings.put(FROM_BACKUP_KEY, false)
  })
}
