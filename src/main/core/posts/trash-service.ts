import type { TrashService } from '../../../shared/contract/services.ts'
import { utcIso, type PostId, type UtcIso } from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { Clock, Log } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredTrash } from '../store/trash-repository.ts'

const DAY_MS = 24 * 3_600_000
const KEPT_DAYS = 30
const LOOK_EVERY_MS = 12 * 3_600_000
/** Longer than this between two looks, the person was away or the clock was put forward: nothing goes before another day. */
const LONGEST_GAP_MS = 7 * DAY_MS
const LOOKED_AT = 'trashLookedAt'
const WAITS_UNTIL = 'trashWaitsUntil'

interface TrashPorts {
  desk: Desk
  clock: Clock
  feed: ChangeFeed
  log: Log
  /** Everything typed until now is on the disk and in its post; throws what a save throws. */
  saveAll: () => void
}

/**
 * What a person put into the trash of this laptop, for 30 days from the last word in it. Then it goes with its history: the only words that the desk ever
 * deletes by itself, and only such as never left it.
 */
export function createTrashService(ports: TrashPorts): TrashService & { start(): void; close(): void } {
  const { desk, clock, feed, log } = ports
  let cancel = (): void => undefined

  const look = (): void => {
    try {
      emptyOld(ports)
    } catch (error) {
      log.warn('trash-not-emptied', { name: error instanceof Error ? error.name : 'unknown' })
    }
    cancel = clock.after(LOOK_EVERY_MS, look)
  }

  return {
    list: (blogId) =>
      desk.trash.listTrashed(blogId).map((trashed) => ({
        postId: trashed.postId,
        trashedAt: trashed.trashedAt,
        goesAt: trashed.isHeldByOutbox ? null : goesAt(trashed),
      })),
    deleteNow(postId) {
      const { blogId } = desk.posts.getPost(postId)
      const isDeleted = desk.transaction(() => deletePost(desk, postId))
      if (!isDeleted) throw new AppError({ kind: 'not-allowed-now', why: 'being-sent' })
      feed.emit({ topic: 'posts', blogId, postId: null })
    },
    start: look,
    close: () => cancel(),
  }
}

/** The window no longer opens with it either. */
function deletePost(desk: Desk, postId: PostId): boolean {
  const isDeleted = desk.trash.deletePost(postId)
  const last = desk.settings.find('lastOpened') as { postId: PostId } | null
  if (isDeleted && last?.postId === postId) desk.settings.put('lastOpened', null)
  return isDeleted
}

const goesAt = ({ lastTouchedAt }: StoredTrash): UtcIso =>
  utcIso(new Date(Date.parse(lastTouchedAt) + KEPT_DAYS * DAY_MS))

function emptyOld({ desk, clock, feed, log, saveAll }: TrashPorts): void {
  saveAll()
  const now = utcIso(clock.now())
  const lookedAt = desk.settings.find(LOOKED_AT)
  const gapMs = typeof lookedAt === 'string' ? Date.parse(now) - Date.parse(lookedAt) : Infinity
  const waitsUntil = desk.settings.find(WAITS_UNTIL)
  const isCalm = gapMs >= 0 && gapMs <= LONGEST_GAP_MS
  const blogIds = desk.transaction(() => {
    desk.settings.put(LOOKED_AT, now)
    if (!isCalm) desk.settings.put(WAITS_UNTIL, utcIso(new Date(Date.parse(now) + DAY_MS)))
    if (!isCalm || (typeof waitsUntil === 'string' && waitsUntil > now)) return []
    return desk.trash.listTrashed(null).flatMap((trashed) => {
      if (trashed.isHeldByOutbox || goesAt(trashed) > now) return []
      const { blogId } = desk.posts.getPost(trashed.postId)
      return deletePost(desk, trashed.postId) ? [blogId] : []
    })
  })
  if (blogIds.length > 0) log.info('trash-emptied', { count: blogIds.length })
  for (const blogId of new Set(blogIds)) feed.emit({ topic: 'posts', blogId, postId: null })
}
