import { utcIso, type BlogId, type RemoteUserId, type UtcIso } from '../../../shared/domain/ids.ts'
import type { Desk } from '../store/desk.ts'

interface Known {
  ids: RemoteUserId[]
  askedAt: UtcIso
}

const KEY = 'blogWriters'
const ASK_AGAIN_MS = 60 * 60_000

const knownOf = (desk: Desk, blogId: BlogId): Known | null =>
  (desk.settings.find(KEY) as Record<string, Known> | null)?.[blogId] ?? null

/** Everybody who answers readers for the blog: the person, who may write there now, and who wrote what is there. */
export const writersOf = (desk: Desk, blogId: BlogId): ReadonlySet<RemoteUserId> =>
  new Set([desk.blogs.getBlog(blogId).remoteUserId, ...(knownOf(desk, blogId)?.ids ?? [])])

export function areWritersDue(desk: Desk, blogId: BlogId, now: Date): boolean {
  const known = knownOf(desk, blogId)
  return known === null || Math.abs(now.getTime() - Date.parse(known.askedAt)) >= ASK_AGAIN_MS
}

/** `listed`: as the blog says; null when it does not say, then those that it named before still count. */
export function noteWriters(desk: Desk, blogId: BlogId, listed: readonly RemoteUserId[] | null, now: Date): void {
  const wrote = desk.posts.listAuthorIds(blogId).filter((id) => id > 0)
  const ids = new Set([...(listed ?? knownOf(desk, blogId)?.ids ?? []), ...wrote])
  const known: Known = { ids: [...ids].toSorted((one, other) => one - other), askedAt: utcIso(now) }
  const keep = (): void =>
    desk.settings.put(KEY, { ...(desk.settings.find(KEY) as Record<string, Known> | null), [blogId]: known })
  // Whom the list of what waits for an answer counts is news, that they were asked about is none.
  if (String(known.ids) === String(knownOf(desk, blogId)?.ids)) desk.aside(keep)
  else keep()
}
