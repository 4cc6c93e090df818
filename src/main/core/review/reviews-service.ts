import type { Settings } from '../../../shared/contract/settings-input.ts'
import type { ReviewsService } from '../../../shared/contract/review-services.ts'
import { utcIso, type BlogId, type PostId, type ReviewId, type UtcIso } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { TrailLine } from '../../../shared/domain/review-file.ts'
import type { Review } from '../../../shared/domain/review.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { MediaFiles } from '../media/media-files.ts'
import { newId } from '../new-id.ts'
import type { Desk } from '../store/desk.ts'
import { beginWaiting, findWaiting, handedInOf, reviewInPlaceOf } from '../review-blog/handed-in.ts'
import { placeNumbers } from '../review-blog/place-numbers.ts'
import { publishApproved } from '../review-blog/publish-approved.ts'
import { askThroughBlog, joinLine, queueReview, withdrawThroughBlog } from '../review-blog/queue-review.ts'
import { beginRound } from './begin-round.ts'
import { conclude } from './conclude.ts'
import { decide } from './decide.ts'
import { createGivenFiles } from './given-files.ts'
import { isSameWords } from '../posts/post-words.ts'
import { mergeProposed } from './merge-proposed.ts'
import { personKeysOf } from './person-keys.ts'
import { putProposed } from './propose.ts'
import { readReviews, writeReviews, type ReviewFilesPorts } from './review-files.ts'
import { createReviewInWord } from './review-in-word.ts'
import { inOrderOfNeed, listSummaries, reviewOf } from './review-view.ts'
import { sealStatusOf } from './seal-status.ts'
import { refuseExport } from '../policy/refuse-by-policy.ts'
import { trailSheet, writeTrailSheet } from './trail-sheet.ts'

/** Where this desk remembers under which name somebody last acted in a review. */
const LAST_NAME = 'reviewName'

export interface ReviewsPorts extends ReviewFilesPorts {
  feed: ChangeFeed
  /** Commits what was typed into the post a moment ago. */
  flushEdits: (postId: PostId) => void
  files: MediaFiles
  settings: () => Pick<Settings, 'profile' | 'activeBlogId'>
  holdMs: number
  lookForReviews: () => void
  /** Something waits to go to this blog. */
  onQueued: (blogId: BlogId) => void
}

/** Reviews of posts on this desk, and of posts on others. Only what goes through a blog reaches one, and only as somebody asks or decides. */
export function createReviewsService(ports: ReviewsPorts): ReviewsService {
  const { desk, clock, random, feed, flushEdits } = ports

  /** All of it is on disk, or nothing, and then it is told. */
  const change = (reviewId: ReviewId, work: (at: UtcIso) => void): Review => {
    desk.transaction(() => {
      beginWaiting(desk, reviewId)
      desk.reviews.getReview(reviewId)
      const at = utcIso(clock.now())
      work(at)
      desk.reviews.setChangedAt(reviewId, at)
    })
    return told(reviewId)
  }
  /** By somebody who sits at this desk. */
  const act = (reviewId: ReviewId, name: string, work: (at: UtcIso) => void): Review =>
    change(reviewId, (at) => {
      work(at)
      desk.settings.put(LAST_NAME, name)
    })
  const told = (reviewId: ReviewId): Review => {
    const review = reviewOf(desk, reviewId)
    feed.emit({ topic: 'reviews', reviewId, postId: review.postId })
    return review
  }
  /** It may have put something into the outbox. */
  const sent = (reviewId: ReviewId): Review => {
    const line = desk.reviewLines.findLine(reviewId)
    if (line) {
      const { blogId, postId } = line
      feed.emit({ topic: 'outbox', blogId })
      feed.emit({ topic: 'posts', blogId, postId })
      ports.onQueued(blogId)
    }
    return told(reviewId)
  }
  const noteDown = (reviewId: ReviewId, line: Pick<TrailLine, 'act' | 'by' | 'at' | 'words'>): void =>
    desk.reviewTalk.addLine(reviewId, { ...line, hash: null })
  /** What came in since a window began with `over` is not typed over. */
  const joined = (reviewId: ReviewId, theirs: PostWords, over: PostWords): PostWords => {
    const { proposed } = desk.reviews.getTexts(reviewId, desk.reviews.getReview(reviewId).review.round)
    return isSameWords(proposed, over) ? theirs : mergeProposed(desk, { base: over, mine: proposed, theirs })
  }
  const refuseUnlessAsked = (reviewId: ReviewId): void => {
    if (desk.reviews.getReview(reviewId).round.state !== 'asked')
      throw new AppError({ kind: 'not-allowed-now', why: 'no-review-asked' })
  }
  /** A post that was handed in and waits no more: what was said of it stays here. */
  const refuseOnceLeft = (reviewId: ReviewId): void => {
    if (handedInOf(desk, desk.reviews.getReview(reviewId))?.left)
      throw new AppError({ kind: 'not-allowed-now', why: 'no-review-asked' })
  }
  const readFile: ReviewsService['readFile'] = async (reading) => {
    const taken = await readReviews(ports, reading)
    for (const { id } of taken.reviews) told(id)
    return taken
  }

  return {
    queue: () => listSummaries(desk).toSorted(inOrderOfNeed),
    look: () => ports.lookForReviews(),
    lastName() {
      const last = desk.settings.find(LAST_NAME)
      const { profile, activeBlogId } = ports.settings()
      return typeof last === 'string' ? last : profile.name || accountName(desk, activeBlogId)
    },
    find(postId) {
      const id = desk.reviews.findIdOfPost(postId)
      return id ? reviewOf(desk, id) : null
    },
    get: (reviewId) => reviewOf(desk, reviewInPlaceOf(desk, reviewId)),
    ask({ through, ...asking }) {
      flushEdits(asking.postId)
      const id = desk.transaction(() => {
        desk.settings.put(LAST_NAME, asking.name)
        joinLine(desk, asking.postId)
        if (through === 'blog') placeNumbers(ports, asking.postId)
        const reviewId = beginRound(ports, asking)
        if (through === 'blog') askThroughBlog(ports, reviewId, asking.postId)
        return reviewId
      })
      return sent(id)
    },
    withdraw({ reviewId, name }) {
      act(reviewId, name, (at) => {
        refuseUnlessAsked(reviewId)
        const { review, round } = desk.reviews.getReview(reviewId)
        desk.reviews.updateRound(reviewId, review.round, { ...round, state: 'withdrawn' })
        noteDown(reviewId, { act: 'withdrawn', by: name, at, words: '' })
        withdrawThroughBlog(ports, reviewId)
      })
      return sent(reviewId)
    },
    propose({ words, over, name, ...asked }) {
      const reviewId = reviewInPlaceOf(desk, asked.reviewId)
      return act(reviewId, name, (at) => {
        refuseUnlessAsked(reviewId)
        putProposed(desk, reviewId, over ? joined(reviewId, words, over) : words, { name, at })
      })
    },
    addNote({ anchor, words, name, ...asked }) {
      const reviewId = reviewInPlaceOf(desk, asked.reviewId)
      return act(reviewId, name, (at) => {
        const said = { id: newId<string>(random), authorName: name, writtenAt: at, words }
        desk.reviewTalk.addNote(reviewId, { ...said, anchor, resolved: null })
        desk.reviewNumbers.noteFromHere(said.id)
        noteDown(reviewId, { act: 'noted', by: name, at, words })
      })
    },
    replyToNote: ({ reviewId, noteId, words, name }) =>
      act(reviewId, name, (at) => {
        desk.reviewTalk.assertNote(reviewId, noteId)
        const reply = { id: newId<string>(random), authorName: name, writtenAt: at, words }
        desk.reviewTalk.addReply(noteId, reply)
        desk.reviewNumbers.noteFromHere(reply.id)
        noteDown(reviewId, { act: 'noted', by: name, at, words })
      }),
    resolveNote: ({ reviewId, noteId, isResolved, name }) =>
      act(reviewId, name, (at) => {
        desk.reviewTalk.assertNote(reviewId, noteId)
        desk.reviewTalk.setResolved(noteId, isResolved ? { by: name, at } : null)
      }),
    decide(deciding) {
      const { reviewId, name } = deciding
      const { postId, blogId } = desk.reviews.getReview(reviewId).review
      if (postId) flushEdits(postId)
      let keptBoth = 0
      const review = act(reviewId, name, () => {
        keptBoth = decide(ports, deciding)
      })
      if (postId && blogId) feed.emit({ topic: 'posts', blogId, postId })
      return { review, keptBoth }
    },
    conclude(asked) {
      const concluding = { ...asked, reviewId: reviewInPlaceOf(desk, asked.reviewId) }
      const { reviewId, name } = concluding
      act(reviewId, name, () => {
        refuseUnlessAsked(reviewId)
        refuseOnceLeft(reviewId)
        conclude(ports, concluding)
        queueReview(ports, reviewId)
        if (concluding.publish && concluding.decision !== 'send-back') publishApproved(ports, reviewId)
      })
      return sent(reviewId)
    },
    sealOf(postId) {
      const id = desk.reviews.findIdOfPost(postId)
      return id ? sealStatusOf(desk, desk.reviews.getReview(id).review) : { state: 'none' }
    },
    keys() {
      const { receiving, signing } = personKeysOf(desk, random)
      return { receivingKey: receiving.publicKey, signingKey: signing.publicKey }
    },
    writeFile(writing) {
      desk.transaction(() => {
        desk.settings.put(LAST_NAME, writing.name)
        for (const reviewId of writing.reviewIds) beginWaiting(desk, reviewId)
      })
      return writeReviews(ports, writing)
    },
    readFile,
    ...createGivenFiles(ports, readFile),
    ...createReviewInWord(ports, change, refuseUnlessAsked),
    send(reviewId) {
      desk.transaction(() => queueReview(ports, reviewId))
      return sent(reviewId)
    },
    trailSheet: (reviewId) => trailSheet(reviewOf(desk, reviewId)),
    writeTrail(reviewId) {
      refuseExport(desk, 'review')
      return writeTrailSheet(ports.prepared, reviewOf(desk, reviewId))
    },
    see(seenId) {
      const reviewId = reviewInPlaceOf(desk, seenId)
      // Of what nobody said anything about nothing is stored.
      if (!desk.reviews.findReview(reviewId) && findWaiting(desk, reviewId)) return reviewOf(desk, reviewId)
      desk.transaction(() => {
        const { review } = desk.reviews.getReview(reviewId)
        const { proposed } = desk.reviews.getTexts(reviewId, review.round)
        desk.reviews.putSeen(reviewId, { at: utcIso(clock.now()), words: proposed })
      })
      return told(reviewId)
    },
  }
}

const accountName = (desk: Desk, blogId: BlogId | null): string =>
  desk.blogs.listBlogs().find(({ id }) => id === blogId)?.displayName ?? ''
