import type { BoardingLine } from '../../../shared/domain/boarding.ts'
import type { UtcIso } from '../../../shared/domain/ids.ts'
import type { Line } from '../../../shared/domain/line.ts'
import { needsPerson } from '../outbox/entry-states.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import { GUESSED_BYTES, isToBring } from './bring-pictures.ts'
import { addressOnBlog } from './picture-address.ts'

/** What was brought down in the morning is fresh enough for the evening's flight. */
const FRESH_MS = 12 * 3_600_000

/** What of one blog is on this laptop, from the desk alone: nothing is asked on the network. */
export function checkBlog(options: {
  desk: Desk
  blog: StoredBlog
  line: Line
  now: Date
  password: 'kept' | 'missing'
}): BoardingLine[] {
  const { desk, blog, line, now, password } = options
  const isFresh = (at: UtcIso | null): boolean => at !== null && now.getTime() - Date.parse(at) <= FRESH_MS
  const { lastSyncedAt } = blog
  const isResting = desk.pulls.findPosition(blog.id, 'posts') === null && line.vanished === null
  const { conflictCount, ...posts } = desk.posts.sumOfBlog(blog.id)
  const commentsWholeAt =
    blog.commentsCursor === null && desk.pulls.findPosition(blog.id, 'comments') !== null ? null : lastSyncedAt
  const seenAt = desk.arrivals.seenOpenAt(blog.id)
  const isAccepted = line.state !== 'closed' || (line.reason !== null && isPassing(line.reason.kind))
  const entries = desk.outbox.listOpen(blog.id)
  const needsYouCount = entries.filter(({ state }) => needsPerson(state)).length

  return [
    {
      what: 'account',
      isReady: password === 'kept' && isAccepted && isFresh(seenAt),
      seenAt,
      reason: line.state === 'closed' ? line.reason : null,
      password,
    },
    {
      what: 'posts',
      isReady: isResting && isFresh(lastSyncedAt),
      ...posts,
      wholeAt: lastSyncedAt,
      vanishedCount: line.vanished?.count ?? 0,
    },
    {
      what: 'comments',
      isReady: isFresh(commentsWholeAt),
      count: desk.comments.countShown(blog.id),
      wholeAt: commentsWholeAt,
    },
    picturesLine(desk, blog),
    {
      what: 'outbox',
      isReady: entries.length === 0,
      waitingCount: entries.length - needsYouCount,
      needsYouCount,
      sizeBytes: entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    },
    { what: 'conflicts', isReady: conflictCount === 0, count: conflictCount },
  ]
}

/** No line just now: the account may be as good as ever. */
const isPassing = (kind: string): boolean => !['unauthorized', 'blog-needs-sign-in', 'forbidden'].includes(kind)

function picturesLine(desk: Desk, blog: StoredBlog): BoardingLine & { what: 'pictures' } {
  const wanted = desk.pictures.listWanted(blog.id)
  const missing = wanted.filter(({ isHere }) => !isHere)
  const toBringCount = missing.filter((picture) => isToBring(blog, picture)).length
  const elsewhereCount = missing.filter(({ url }) => addressOnBlog(blog, url) === null).length
  return {
    what: 'pictures',
    isReady: toBringCount === 0,
    hereCount: wanted.length - missing.length,
    hereBytes: desk.pictures.sumCopies(blog.id),
    toBringCount,
    toBringBytes: toBringCount * GUESSED_BYTES,
    lostCount: missing.length - toBringCount - elsewhereCount,
    elsewhereCount,
  }
}
