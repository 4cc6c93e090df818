import { utcIso, type BlogId, type PostId, type UtcIso } from '../../../shared/domain/ids.ts'
import type { Line } from '../../../shared/domain/line.ts'
import { AppError } from '../../../shared/errors.ts'
import type { BlogApi, Page } from '../blog-api/blog-api.ts'
import { storeComment } from '../comments/store-comment.ts'
import type { Clock, Random } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import { storeRemotePost } from './store-remote-post.ts'

/** `modified_after` compares the blog's local wall clock, which repeats an hour in autumn, with a grain of one second. */
const POSTS_OVERLAP_MS = 2 * 3_600_000
/** Comments have no "changed since": a window is read again for what a moderator did meanwhile. */
const COMMENTS_OVERLAP_MS = 2 * 24 * 3_600_000
const TERMS_AGE_MS = 10 * 60_000
/** Rows in one transaction, so that a save never waits long behind a pull. */
const CHUNK_ROWS = 20
const MOST_PAGES = 10_000
/** How far the blog's clock may be ahead of ours before its word counts as wrong. */
const CLOCK_DIFFERENCE_MS = 24 * 3_600_000

export interface PullPorts {
  desk: Desk
  clock: Clock
  random: Random
  /** Commits what the person typed into this post before the blog's text is compared with it. */
  flushEdits: (postId: PostId) => void
  onProgress: (progress: NonNullable<Line['progress']>) => void
}

export interface PullReport {
  posts: number
  comments: number
  newComments: number
}

/** Brings down what changed since the last pull: terms, then posts, then comments. A cursor moves only once its whole list is stored. */
export async function pull(ports: PullPorts, api: BlogApi, blogId: BlogId): Promise<PullReport> {
  await pullTerms(ports, api, blogId)
  const posts = await pullPosts(ports, api, blogId)
  const { seen, added } = await pullComments(ports, api, blogId)
  return { posts, comments: seen, newComments: added }
}

async function pullTerms({ desk, clock, onProgress }: PullPorts, api: BlogApi, blogId: BlogId): Promise<void> {
  const { termsPulledAt } = desk.blogs.getBlog(blogId)
  const now = clock.now()
  if (termsPulledAt !== null && now.getTime() - Date.parse(termsPulledAt) < TERMS_AGE_MS) return
  let doneCount = 0
  for (const taxonomy of ['category', 'tag'] as const) {
    for await (const terms of pages((pageNumber) => api.listTerms(taxonomy, { pageNumber }))) {
      desk.transaction(() => desk.terms.putTerms(blogId, terms))
      doneCount += terms.length
      onProgress({ what: 'terms', doneCount })
    }
  }
  desk.blogs.setCursors(blogId, { termsPulledAt: utcIso(now) })
}

async function pullPosts(ports: PullPorts, api: BlogApi, blogId: BlogId): Promise<number> {
  const { desk, flushEdits, onProgress } = ports
  const blog = desk.blogs.getBlog(blogId)
  const cursor = notAhead(blog.postsCursor, ports.clock)
  const modifiedAfter = minus(cursor, POSTS_OVERLAP_MS)
  let newest = cursor
  let doneCount = 0
  for await (const posts of pages((pageNumber) => api.listPosts({ pageNumber, modifiedAfter }))) {
    for (const chunk of chunks(posts)) {
      for (const remote of chunk) {
        const known = desk.posts.findPostByRemoteId(blogId, remote.remoteId)
        if (known) flushEdits(known.id)
      }
      desk.transaction(() => {
        for (const remote of chunk) storeRemotePost(ports, blog, remote)
      })
      await breathe()
    }
    newest = latest(
      newest,
      posts.map((post) => post.modifiedAt),
    )
    doneCount += posts.length
    if (posts.length > 0) onProgress({ what: 'posts', doneCount })
  }
  desk.blogs.setCursors(blogId, { postsCursor: newest })
  return doneCount
}

async function pullComments(ports: PullPorts, api: BlogApi, blogId: BlogId): Promise<{ seen: number; added: number }> {
  const { desk, random, onProgress } = ports
  const blog = desk.blogs.getBlog(blogId)
  const cursor = notAhead(blog.commentsCursor, ports.clock)
  const after = minus(cursor, COMMENTS_OVERLAP_MS)
  const canModerate = blog.rights.canModerateComments
  let newest = cursor
  let seen = 0
  let added = 0
  for await (const comments of pages((pageNumber) =>
    api.listComments({ pageNumber, after, postIds: null, authorId: null, canModerate }),
  )) {
    for (const chunk of chunks(comments)) {
      desk.transaction(() => {
        for (const remote of chunk) if (storeComment(desk, blog, remote, random)) added += 1
      })
      await breathe()
    }
    newest = latest(
      newest,
      comments.map((comment) => comment.createdAt),
    )
    seen += comments.length
    if (comments.length > 0) onProgress({ what: 'comments', doneCount: seen })
  }
  desk.blogs.setCursors(blogId, { commentsCursor: newest })
  return { seen, added }
}

/**
 * To the page that says it is the last: an empty page is no proof of anything, because totals count what rights then hide.
 * Throws `answer-lost` when the pages repeat (something before the blog ignores their number) or never end: the list was
 * not read whole then, and its cursor stays.
 */
async function* pages<Item extends { remoteId: number }>(
  read: (pageNumber: number) => Promise<Page<Item>>,
): AsyncGenerator<Item[]> {
  const seen = new Set<number>()
  for (let pageNumber = 1; pageNumber <= MOST_PAGES; pageNumber += 1) {
    const { items, isLast } = await read(pageNumber)
    const isRepeated = items.length > 0 && items.every(({ remoteId }) => seen.has(remoteId))
    if (isRepeated && !isLast) break
    for (const { remoteId } of items) seen.add(remoteId)
    yield items
    if (isLast) return
  }
  throw new AppError({ kind: 'answer-lost' })
}

function* chunks<Item>(items: Item[]): Generator<Item[]> {
  for (let at = 0; at < items.length; at += CHUNK_ROWS) yield items.slice(at, at + CHUNK_ROWS)
}

/** Lets saves and calls of the window go first. */
const breathe = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

/** One post dated in the far future must not hide all that comes after it. */
const notAhead = (cursor: UtcIso | null, clock: Clock): UtcIso | null => {
  const limit = utcIso(new Date(clock.now().getTime() + CLOCK_DIFFERENCE_MS))
  return cursor !== null && cursor > limit ? limit : cursor
}

const minus = (cursor: UtcIso | null, overlapMs: number): UtcIso | null =>
  cursor === null ? null : utcIso(new Date(Date.parse(cursor) - overlapMs))

const latest = (cursor: UtcIso | null, times: UtcIso[]): UtcIso | null =>
  times.reduce<UtcIso | null>((newest, time) => (newest === null || time > newest ? time : newest), cursor)
