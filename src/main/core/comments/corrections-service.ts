import { mayPublish } from '../../../shared/domain/blog.ts'
import { htmlToText } from '../../../shared/content/html-to-text.ts'
import type { CorrectionsService } from '../../../shared/contract/conversation-services.ts'
import type { Correction } from '../../../shared/domain/correction.ts'
import { utcIso, type CommentId, type PostId } from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { Clock } from '../ports.ts'
import { currentWords } from '../posts/post-words.ts'
import { refuseOnlyToRead } from '../posts/refuse-only-to-read.ts'
import { openSendsOf } from '../posts/queue-post.ts'
import type { StoredCorrection } from '../store/correction-repository.ts'
import type { Desk } from '../store/desk.ts'
import { countNotes, hashText } from './correction-marks.ts'

const FIRST_WORDS = 280

/** From a comment to a corrected post and an answer that says so. Nothing of it leaves: what is sent is the post and the reply. */
export function createCorrectionsService(ports: {
  desk: Desk
  clock: Clock
  feed: ChangeFeed
  /** Commits what was typed into the post a moment ago. */
  flushEdits: (postId: PostId) => void
}): CorrectionsService {
  const { desk, clock, feed, flushEdits } = ports
  return {
    begin({ commentId }) {
      const { id, postId, blogId } = desk.comments.getComment(commentId as CommentId)
      if (!mayPublish(desk.blogs.getBlog(blogId).rights, desk.posts.getPost(postId).kind))
        throw new AppError({ kind: 'not-allowed-now', why: 'no-right-to-publish' })
      refuseOnlyToRead(desk, postId)
      flushEdits(postId)
      desk.transaction(() => {
        const words = currentWords(desk, desk.posts.getPost(postId))
        desk.corrections.begin({
          commentId: id,
          textHash: hashText(words),
          noteCount: countNotes(words.document),
          begunAt: utcIso(clock.now()),
        })
      })
      feed.emit({ topic: 'comments', blogId })
      return { postId }
    },

    ofPost(postId) {
      const begun = desk.corrections.listOfPost(postId)
      return begun.length === 0 ? [] : standing(desk, postId, begun)
    },

    putAway({ commentId }) {
      const { id, blogId } = desk.comments.getComment(commentId as CommentId)
      desk.transaction(() => desk.corrections.putAway(id, utcIso(clock.now())))
      feed.emit({ topic: 'comments', blogId })
    },

    takeUp({ commentId }) {
      const { id, blogId } = desk.comments.getComment(commentId as CommentId)
      desk.transaction(() => desk.corrections.takeUp(id))
      feed.emit({ topic: 'comments', blogId })
    },
  }
}

function standing(desk: Desk, postId: PostId, begun: StoredCorrection[]): Correction[] {
  const post = desk.posts.getPost(postId)
  const words = currentWords(desk, post)
  const textHash = hashText(words)
  const noteCount = countNotes(words.document)
  const isWaiting = openSendsOf(desk, postId).length > 0
  const isOnBlog = desk.posts.findWordsHash(postId) === null
  const answered = new Set(desk.outbox.listOpenReplies(post.blogId).map(({ commentId }) => commentId))
  return begun.map((correction) => {
    const { id, authorName, contentHtml } = desk.comments.getComment(correction.commentId)
    const isChanged = correction.textHash !== textHash
    return {
      commentId: id,
      authorName,
      words: htmlToText(contentHtml).replaceAll(/\s+/gu, ' ').trim().slice(0, FIRST_WORDS),
      begunAt: correction.begunAt,
      isChanged,
      isNoted: noteCount > correction.noteCount,
      post: isWaiting ? 'waits' : isChanged && isOnBlog ? 'on-the-blog' : 'not-asked',
      answer: answered.has(id) ? 'waits' : desk.replyDrafts.getText(id) === '' ? 'not-begun' : 'begun',
    }
  })
}
