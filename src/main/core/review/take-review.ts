import { overlayPosts } from '../../../shared/content/suggestions/overlay-posts.ts'
import type { PostId, ReviewId, UtcIso } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { ReviewDecision, ReviewedPost, ReviewFile, SuggestedBy } from '../../../shared/domain/review-file.ts'
import type { TakenReviews } from '../../../shared/domain/review.ts'
import { besideOf, hashWords, isSameWords } from '../posts/post-words.ts'
import type { Desk } from '../store/desk.ts'
import type { ListedReview, StoredRound } from '../store/review-repository.ts'
import { isAsked } from './is-asked.ts'
import { giveOther, mergeProposed } from './merge-proposed.ts'
import { putProposed } from './propose.ts'
import { decisionsThatHold } from './own-decisions.ts'
import { openIds, suggestionIdsOf } from './review-words.ts'
import { isSealGenuine } from './seal-signature.ts'
import { withPictures } from './with-pictures.ts'

/** How a review came: all that differs between a file and the blog. */
export interface Arrival {
  blog: ReviewFile['blog']
  /** From another laptop of whoever sits here: what they decided there is decided. */
  isOwn: boolean
  /**
   * What the same sender proposed last in this round: what they changed since is told from it. null before the first time;
   * `later` when what comes now is older than what came already.
   */
  findLast: (id: ReviewId, round: number) => PostWords | null | 'later'
  keepLast: (id: ReviewId, round: number, proposed: PostWords) => void
  /** Words with their pictures called as here, in `alike` first. */
  asHere: (words: PostWords, alike: readonly PostWords[]) => PostWords
}

/** Of a file nobody knows on which desk it was made: all of them are one sender. */
export const byFile = (desk: Desk, { blog, sentAt }: Pick<ReviewFile, 'blog' | 'sentAt'>): Arrival => ({
  blog,
  isOwn: false,
  findLast(id, round) {
    const taken = desk.reviews.findTaken(id, round)
    return taken && taken.sentAt >= sentAt ? 'later' : (taken?.proposed ?? null)
  },
  keepLast: (id, round, proposed) => desk.reviews.putTaken(id, round, { sentAt, proposed }),
  // The pictures that left from this desk are its own again.
  asHere: (words) =>
    withPictures(words, (id) => (desk.media.findPicture(id as never) ? id : (desk.media.findBySentHash(id) ?? id))),
})

/**
 * A review as another desk had it, united with what is here: notes, replies and trail by what they are, texts by the desk's merge from
 * what the same sender said last. Of an earlier round only what was said counts. No post is changed. Call inside a transaction.
 */
export function takeReview(
  desk: Desk,
  arrival: Arrival,
  post: ReviewedPost,
  now: UtcIso,
): TakenReviews['reviews'][number] {
  const id = post.reviewId as ReviewId
  const here = desk.reviews.findReview(id)
  const notesBefore = here ? remarksOf(desk, id).size : 0
  const before = here
    ? new Set(desk.reviews.listSuggestedBy(id, here.review.round).map((each) => each.suggestionId))
    : new Set()
  const printBefore = here ? printOf(desk, here) : ''
  const { number, categoryNames } = post.round
  if (!here || here.review.round < number) {
    desk.reviews.putReview({
      id,
      blog: arrival.blog,
      round: number,
      categoryNames,
      changedAt: here?.review.changedAt ?? now,
    })
    const given = arrival.asHere(post.before, [])
    desk.reviews.putRound(
      id,
      number,
      { ...roundOf(post), suggestionCount: 0, openCount: 0 },
      { given, proposed: given },
    )
  }
  if (!here || here.review.round <= number) takeRound(desk, id, post, arrival)
  if (here && here.review.round < number && here.round.state === 'asked' && here.review.postId === null)
    carryUnsent(desk, here, arrival)
  for (const note of post.notes) desk.reviewTalk.addNote(id, note)
  // A file may name notes of another review: those are none of its.
  const own = new Set(desk.reviewTalk.listNotes(id).map((note) => note.id))
  for (const { id: noteId, replies } of post.notes)
    if (own.has(noteId)) for (const reply of replies) desk.reviewTalk.addReply(noteId, reply)
  resolveNotes(desk, id, post)
  for (const line of post.trail) desk.reviewTalk.addLine(id, line)
  const after = desk.reviews.getReview(id)
  const isChanged = printOf(desk, after) !== printBefore
  if (here && isChanged) desk.reviews.setChangedAt(id, now)
  const suggested = desk.reviews.listSuggestedBy(id, after.review.round)
  return {
    id,
    title: after.title,
    isNew: here === null,
    isChanged,
    newNotes: remarksOf(desk, id).size - notesBefore,
    newSuggestions: suggested.filter(({ suggestionId }) => !before.has(suggestionId)).length,
  }
}

/** What was suggested at this desk in the round before, and was not sent when the next one began, is suggested in that one. */
function carryUnsent(desk: Desk, { review: { id, round: number } }: ListedReview, arrival: Arrival): void {
  const before = desk.reviews.getTexts(id, number)
  const known = arrival.findLast(id, number)
  const base = known === null || known === 'later' ? before.given : known
  if (isSameWords(base, before.proposed)) return
  const { round } = desk.reviews.getReview(id).review
  const { proposed } = desk.reviews.getTexts(id, round)
  const merged = mergeProposed(desk, { base, mine: proposed, theirs: before.proposed })
  const suggestedBy = desk.reviews.listSuggestedBy(id, number)
  const last = suggestedBy.at(-1)
  if (last) putProposed(desk, id, merged, { name: last.authorName, at: last.suggestedAt }, suggestedBy)
}

/** Of the round that is the current one here. */
function takeRound(desk: Desk, id: ReviewId, post: ReviewedPost, arrival: Arrival): void {
  takeAsking(desk, id, post, arrival)
  const { review, round } = desk.reviews.getReview(id)
  const { given, proposed } = desk.reviews.getTexts(id, review.round)
  const last = arrival.findLast(id, review.round)
  const theirs = arrival.asHere(post.after, [given, proposed])
  const merged = last === 'later' ? proposed : mergeProposed(desk, { base: last ?? given, mine: proposed, theirs })
  const suggestedBy = unitedSuggestions(desk.reviews.listSuggestedBy(id, review.round), post.suggestions)
  // Whether a suggestion is in the post is known only where the post is.
  const decisions = newerDecisions(desk, id, review.round, post.decisions)
  if (review.postId === null) desk.reviews.putDecisions(id, review.round, decisions)
  const overlay = overlayPosts(given, merged)
  const ids = suggestionIdsOf(overlay)
  const open = openIds(overlay, desk.reviews.listDecisions(id, review.round))
  const outcome = laterOutcome(round, roundOf(post))
  const counts = { suggestionCount: ids.length, openCount: open.length }
  desk.reviews.putRound(id, review.round, { ...round, ...outcome, ...counts }, { given, proposed: merged })
  desk.reviews.putSuggestedBy(id, review.round, ofIds(suggestedBy, ids))
  if (review.postId !== null && arrival.isOwn) takeOwnDecisions(desk, id, review.postId, decisions)
  if (last !== 'later') arrival.keepLast(id, review.round, theirs)
  takeSeal(desk, id, post)
}

function unitedSuggestions(here: readonly SuggestedBy[], there: readonly SuggestedBy[]): SuggestedBy[] {
  const known = new Set(here.map(({ suggestionId }) => suggestionId))
  return [...here, ...there.filter(({ suggestionId }) => !known.has(suggestionId))]
}

/** A picture that is called otherwise here makes another id: it is still by whoever suggested last. */
function ofIds(suggestedBy: readonly SuggestedBy[], ids: readonly string[]): SuggestedBy[] {
  const byId = new Map(suggestedBy.map((each) => [each.suggestionId, each]))
  const last = suggestedBy.at(-1)
  return ids.flatMap((suggestionId) => {
    const by = byId.get(suggestionId) ?? last
    return by ? [{ ...by, suggestionId }] : []
  })
}

function newerDecisions(desk: Desk, id: ReviewId, round: number, there: readonly ReviewDecision[]): ReviewDecision[] {
  const here = new Map(desk.reviews.listDecisions(id, round).map((each) => [each.suggestionId, each.decidedAt]))
  return there.filter(({ suggestionId, decidedAt }) => (here.get(suggestionId) ?? '') < decidedAt)
}

function takeOwnDecisions(desk: Desk, id: ReviewId, postId: PostId, decisions: readonly ReviewDecision[]): void {
  const { review, round } = desk.reviews.getReview(id)
  const number = review.round
  desk.reviews.putDecisions(id, number, decisionsThatHold(desk, { id, round: number, postId }, decisions))
  const { given, proposed } = desk.reviews.getTexts(id, number)
  const openCount = openIds(overlayPosts(given, proposed), desk.reviews.listDecisions(id, number)).length
  desk.reviews.updateRound(id, number, { ...round, openCount })
}

/** Of a post that was only handed in, whoever asks after all or decided has the text that it is about. */
function takeAsking(desk: Desk, id: ReviewId, post: ReviewedPost, arrival: Arrival): void {
  const { review, round } = desk.reviews.getReview(id)
  const { state, request, askedBy, askedAt, publishAt } = post.round
  const asks = post.trail.some(({ act, at }) => act === 'asked' && at === askedAt)
  if (round.state !== 'asked' || isAsked(desk, id, round) || (state === 'asked' && !asks)) return
  giveOther(desk, id, arrival.asHere(post.before, Object.values(desk.reviews.getTexts(id, review.round))))
  const now = desk.reviews.getReview(id).round
  if (asks) desk.reviews.updateRound(id, review.round, { ...now, request, askedBy, askedAt, publishAt })
}

/** Once it ended it stays ended; of two ends the later one. */
function laterOutcome(here: StoredRound, there: Outcome): Pick<StoredRound, 'state' | 'concluded'> {
  const isLater = (there.concluded?.at ?? '') > (here.concluded?.at ?? '')
  const isEnded = here.state === 'asked' && there.state !== 'asked'
  return isLater || isEnded
    ? { state: there.state, concluded: there.concluded }
    : { state: here.state, concluded: here.concluded }
}

type Outcome = Omit<StoredRound, 'suggestionCount' | 'openCount'>

const roundOf = ({ round: { state, request, askedBy, askedAt, publishAt, concluded } }: ReviewedPost): Outcome => ({
  state,
  request,
  askedBy,
  askedAt,
  publishAt,
  concluded,
})

/** Only the one that goes with how the round ended here, and only as it was signed. */
function takeSeal(desk: Desk, id: ReviewId, { round: { seal } }: ReviewedPost): void {
  const { state, concluded } = desk.reviews.getReview(id).round
  if (state === 'sent-back') desk.seals.removeSeal(id)
  if (!seal || !isSealGenuine(id, seal) || (state !== 'approved' && state !== 'approved-with-changes')) return
  if (seal.approvedAt !== concluded?.at || desk.seals.findSeal(id)?.hash === seal.hash) return
  desk.seals.putSeal(id, seal)
  desk.reviewTalk.endUrgency(id)
}

function resolveNotes(desk: Desk, id: ReviewId, post: ReviewedPost): void {
  const here = new Map(desk.reviewTalk.listNotes(id).map((note) => [note.id, note]))
  for (const { id: noteId, resolved } of post.notes)
    if (resolved && here.get(noteId)?.resolved === null) desk.reviewTalk.setResolved(noteId, resolved)
}

const remarksOf = (desk: Desk, id: ReviewId): Set<string> =>
  new Set(desk.reviewTalk.listNotes(id).flatMap((note) => [note.id, ...note.replies.map((reply) => reply.id)]))

/** The same while nothing of the review is another. */
function printOf(desk: Desk, { review, round }: ListedReview): string {
  const { id } = review
  const texts = desk.reviews.getTexts(id, review.round)
  return JSON.stringify([
    review.round,
    round,
    [hashWords(texts.given), besideOf(texts.given)],
    [hashWords(texts.proposed), besideOf(texts.proposed)],
    desk.reviewTalk.listNotes(id),
    desk.reviewTalk.listTrail(id),
    desk.seals.findSeal(id)?.hash,
  ])
}
