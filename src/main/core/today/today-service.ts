import { dayAtBlog } from '../../../shared/blog-day.ts'
import type { LineService } from '../../../shared/contract/services.ts'
import type { TodayService } from '../../../shared/contract/today-services.ts'
import type { Settings } from '../../../shared/contract/settings-input.ts'
import { htmlToText } from '../../../shared/content/html-to-text.ts'
import { sentenceAt } from '../../../shared/content/sentence-at.ts'
import type { Blog } from '../../../shared/domain/blog.ts'
import type { BlogId, PostId } from '../../../shared/domain/ids.ts'
import type { LastPost, NeedsYou, ReadersOfPost, WaitsForBlog } from '../../../shared/domain/today.ts'
import { listConversations } from '../comments/read-conversation.ts'
import { isKept, needsPerson } from '../outbox/entry-states.ts'
import type { Clock } from '../ports.ts'
import { listedState } from '../posts/listed-state.ts'
import { currentWords } from '../posts/post-words.ts'
import type { Desk } from '../store/desk.ts'
import type { ListedEntry } from '../store/outbox-repository.ts'
import { needsOfBlog, needsOfReviews } from './needs-you.ts'
import { nameOf } from './post-name.ts'

interface TodayPorts {
  desk: Desk
  clock: Clock
  line: Pick<LineService, 'list'>
  settings: () => Pick<Settings, 'promises'>
}

const MOST_LAST = 5
const MOST_NEEDS = 40
const MOST_READ_POSTS = 12
const NEWEST = 3
const FIRST_WAITING = 3
const FIRST_WORDS = 200
/** Of a comment of any length; less is shown of it. */
const READ_CHARACTERS = 2000

export function createTodayService({ desk, clock, line, settings }: TodayPorts): TodayService {
  return {
    look() {
      const now = clock.now()
      const blogs = desk.blogs.listBlogs().filter(({ kind }) => kind !== 'archive')
      const lines = new Map(line.list().map((each) => [each.blogId, each]))
      const open = new Map(blogs.map(({ id }) => [id, desk.outbox.listOpen(id)]))
      const said = new Map(blogs.map(({ id }) => [id, listConversations(desk, id)]))
      const { needs, withReviewersCount } = needsOfReviews(desk)
      const needsYou = [
        ...blogs.flatMap((blog) =>
          needsOfBlog(desk, {
            blog,
            line: lines.get(blog.id),
            open: open.get(blog.id) ?? [],
            said: said.get(blog.id) ?? [],
            promise: settings().promises[blog.id] ?? null,
            today: dayAtBlog(now, blog.timeZone),
          }),
        ),
        ...needs,
      ].toSorted((one, other) => PRESSING.indexOf(one.what) - PRESSING.indexOf(other.what))
      const unread = blogs
        .flatMap((blog) => (said.get(blog.id) ?? []).map((conversation) => ({ blog, ...conversation })))
        .filter(({ counts }) => counts.unread > 0)
        .toSorted((one, other) => (one.lastAt < other.lastAt ? 1 : -1))
      return {
        lastPosts: lastPosts(desk, blogs),
        waits: blogs.flatMap(({ id }) => waitsFor(id, open.get(id) ?? [], now)),
        withReviewersCount,
        needsYou: needsYou.slice(0, MOST_NEEDS),
        needsYouCount: needsYou.length,
        readers: unread.slice(0, MOST_READ_POSTS).map(({ blog, postId, counts }) => ({
          post: nameOf(desk.posts.getPost(postId)),
          unreadCount: counts.unread,
          newest: newestUnder(desk, blog, postId),
        })),
        unreadCount: unread.reduce((sum, { counts }) => sum + counts.unread, 0),
        unreadPostsCount: unread.length,
      }
    },
  }
}

const PRESSING: readonly NeedsYou['what'][] = [
  'sign-in',
  'posts-missing',
  'arrival',
  'entry',
  'changed-on-both',
  'off-the-blog',
  'review',
  'late-answers',
  'look-again',
]

function lastPosts(desk: Desk, blogs: readonly Pick<Blog, 'id'>[]): LastPost[] {
  return blogs
    .flatMap(({ id }) => desk.posts.listWrittenHere(id, MOST_LAST))
    .toSorted((one, other) => (one.editedAt < other.editedAt ? 1 : -1))
    .slice(0, MOST_LAST)
    .map((post) => ({
      ...nameOf(post),
      state: listedState(desk, post.id),
      editedAt: post.editedAt,
      lastSentence: sentenceAt(currentWords(desk, post).document, post.caret?.head ?? null, post.language),
    }))
}

function waitsFor(blogId: BlogId, open: readonly ListedEntry[], now: Date): WaitsForBlog[] {
  const waiting = open.filter(({ state }) => !needsPerson(state))
  if (waiting.length === 0) return []
  const going = waiting.filter((entry) => !isKept(entry))
  const times = going.flatMap(({ heldUntil, nextAttemptAt }) => {
    const at = heldUntil ?? nextAttemptAt
    return at !== null && Date.parse(at) > now.getTime() ? [at] : []
  })
  return [
    {
      blogId,
      count: waiting.length,
      keptCount: waiting.length - going.length,
      nextAt: times.toSorted()[0] ?? null,
      first: waiting.slice(0, FIRST_WAITING).map(({ what }) => what),
    },
  ]
}

const newestUnder = (desk: Desk, { id }: Pick<Blog, 'id'>, postId: PostId): ReadersOfPost['newest'] =>
  desk.comments.listUnread(postId, desk.blogs.getBlog(id).remoteUserId, NEWEST).map((comment) => ({
    commentId: comment.id,
    authorName: comment.authorName,
    words: htmlToText(comment.contentHtml.slice(0, READ_CHARACTERS)).trim().slice(0, FIRST_WORDS),
    direction: comment.direction,
    createdAt: comment.createdAt,
  }))
