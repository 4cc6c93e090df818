import { utcIso } from '../../../shared/domain/ids.ts'
import type { BlogApi } from '../blog-api/blog-api.ts'
import type { Clock, Log } from '../ports.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'

/** After the act: 2 min, 15 min, a day; and at the next start of the desk, which makes what is planned due at once. */
const SWEEPS_AFTER_MS = [2 * 60_000, 15 * 60_000, 24 * 3_600_000]

/** When the blog is to be looked at again for this entry after `sweepsDone` looks; null when that was the last. */
export function nextSweepAt(doneAt: Date, sweepsDone: number): string | null {
  const afterMs = SWEEPS_AFTER_MS[sweepsDone]
  return afterMs === undefined ? null : utcIso(new Date(doneAt.getTime() + afterMs))
}

/**
 * Looks on the blog again for what a late request may have brought after the post was long done: a request that a slow
 * line delivered minutes after its second try makes another empty draft under our token. Such a draft goes to the blog's
 * trash, but only while nobody has touched it. Throws what the line throws; the look is then made up for.
 */
export async function sweepDue(
  { desk, clock, log }: { desk: Desk; clock: Clock; log: Log },
  api: BlogApi,
  blog: StoredBlog,
): Promise<void> {
  for (const entry of desk.outbox.listDueSweeps(blog.id, utcIso(clock.now()))) {
    for (const post of await api.findPostsBySlugFamily(entry.token)) {
      const isUntouched = post.status === 'draft' && post.content === '' && post.title === entry.payload.words.title
      if (!isUntouched || post.remoteId === entry.remoteId) continue
      await api.trashPost(post.remoteId)
      log.info('stray-draft-trashed', { entryId: entry.id, remoteId: post.remoteId })
    }
    desk.transaction(() =>
      desk.outbox.noteSweep(entry.id, (sweepsDone) => nextSweepAt(new Date(entry.doneAt ?? clock.now()), sweepsDone)),
    )
  }
}
