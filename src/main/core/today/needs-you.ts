import { dayAtBlog } from '../../../shared/blog-day.ts'
import { answerBy, type AnswerPromise } from '../../../shared/conversation/answer-promise.ts'
import type { Blog } from '../../../shared/domain/blog.ts'
import type { PostConversation } from '../../../shared/domain/conversation.ts'
import type { Line } from '../../../shared/domain/line.ts'
import { isAboutComment } from '../../../shared/domain/outbox-entry.ts'
import type { ReviewSummary } from '../../../shared/domain/review.ts'
import type { NeedsYou } from '../../../shared/domain/today.ts'
import { needsPerson } from '../outbox/entry-states.ts'
import { toOutboxEntry } from '../outbox/to-outbox-entry.ts'
import { inOrderOfNeed, listSummaries } from '../review/review-view.ts'
import type { Desk } from '../store/desk.ts'
import type { ListedEntry } from '../store/outbox-repository.ts'
import { nameOf } from './post-name.ts'

interface BlogToday {
  blog: Pick<Blog, 'id' | 'timeZone' | 'isSignedIn'>
  line: Line | undefined
  /** Of the outbox, in its order. */
  open: readonly ListedEntry[]
  said: readonly PostConversation[]
  promise: AnswerPromise | null
  /** By the blog's clock. */
  today: string
}

/** What goes on only with the person, of one blog. */
export function needsOfBlog(desk: Desk, { blog, line, open, said, promise, today }: BlogToday): NeedsYou[] {
  const blogId = blog.id
  const inQuestion = desk.posts.listInQuestion(blogId)
  const asked = new Set(inQuestion.map(({ id }) => id))
  return [
    ...needsOfLine(blog, line),
    ...open
      .filter(({ state }) => needsPerson(state))
      // Decided with its post, which stands here as well.
      .filter(({ kind, postId, reason }) => {
        const isOfPost = postId !== null && asked.has(postId) && !isAboutComment(kind)
        return !(isOfPost && reason?.kind === 'conflict')
      })
      .map((entry): NeedsYou => ({ what: 'entry', blogId, entry: toOutboxEntry(desk, entry) })),
    ...inQuestion.map((post): NeedsYou => ({
      what: post.remoteStatus === 'trash' || post.remoteStatus === 'deleted' ? 'off-the-blog' : 'changed-on-both',
      blogId,
      post: nameOf(post),
    })),
    ...said
      .flatMap(({ postId, waitsSince, counts }) => {
        if (promise === null || waitsSince === null) return []
        const dueOn = answerBy(dayAtBlog(new Date(waitsSince), blog.timeZone), promise)
        return dueOn !== null && dueOn < today ? [{ postId, dueOn, unansweredCount: counts.unanswered }] : []
      })
      .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
      .map(({ postId, ...late }): NeedsYou => ({
        what: 'late-answers',
        blogId,
        post: nameOf(desk.posts.getPost(postId)),
        ...late,
      })),
    ...desk.postFacts.listDue(blogId, today).map(({ postId, reviewBy }): NeedsYou => ({
      what: 'look-again',
      blogId,
      post: nameOf(desk.posts.getPost(postId)),
      day: reviewBy,
    })),
  ]
}

/** A blog of which the person signed out themselves asks for nothing before something is to go there. */
function needsOfLine({ id, isSignedIn }: BlogToday['blog'], line: Line | undefined): NeedsYou[] {
  if (!line) return []
  const wantsSignIn = line.reason?.kind === 'unauthorized' || line.reason?.kind === 'blog-needs-sign-in'
  return [
    ...((isSignedIn ? wantsSignIn : line.waitingCount > 0) ? [{ what: 'sign-in' as const, blogId: id }] : []),
    ...(line.vanished ? [{ what: 'posts-missing' as const, blogId: id, count: line.vanished.count }] : []),
    ...(line.arrival ? [{ what: 'arrival' as const, blogId: id, count: line.arrival.entryIds.length }] : []),
  ]
}

/**
 * Reviews in which it is the turn of whoever sits here: of own posts, what came back; of other people's, what waits for a
 * reviewer. Who looks at their own posts here finds them in the queue.
 */
export function needsOfReviews(desk: Desk): { needs: NeedsYou[]; withReviewersCount: number } {
  const waiting = listSummaries(desk).filter(({ waitsFor }) => waitsFor !== null)
  return {
    needs: waiting
      .filter((review) => isForPerson(desk, review))
      .toSorted(inOrderOfNeed)
      .map((review) => ({ what: 'review', blogId: review.blogId, review })),
    withReviewersCount: waiting.filter(({ postId, waitsFor }) => postId !== null && waitsFor === 'reviewer').length,
  }
}

const isForPerson = (desk: Desk, { postId, waitsFor }: ReviewSummary): boolean =>
  waitsFor === 'author' ? postId !== null && desk.posts.findPost(postId) !== null : postId === null
