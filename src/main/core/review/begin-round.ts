import { resolveMerge } from '../../../shared/content/merge/resolve-merge.ts'
import { overlayPosts, settlePost } from '../../../shared/content/suggestions/overlay-posts.ts'
import type { ReviewsService } from '../../../shared/contract/review-services.ts'
import { utcIso, type BlogId, type PostId, type ReviewId } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { SuggestedBy } from '../../../shared/domain/review-file.ts'
import { newId } from '../new-id.ts'
import type { Clock, Random } from '../ports.ts'
import { mergeOwnWords } from '../posts/merge-own-words.ts'
import { currentWords, isSameWords } from '../posts/post-words.ts'
import { reviewIdOnBlog } from '../review-blog/handed-in.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredPost } from '../store/post-repository.ts'
import { openIds, suggestionIdsOf, takenIds } from './review-words.ts'
import { categoryNamesOf } from './sealed-words.ts'

type Asking = Omit<Parameters<ReviewsService['ask']>[0], 'through'>

/**
 * The first round of a review, or the next one, with the post as it is now. The same question about the same text, asked again before
 * anybody answered, is the same round. Call inside a transaction.
 */
export function beginRound(
  { desk, clock, random }: { desk: Desk; clock: Clock; random: Random },
  { postId, of, by, lookAt, publishAt, name }: Asking,
): ReviewId {
  const at = utcIso(clock.now())
  const post = desk.posts.getPost(postId)
  const blog = desk.blogs.getBlog(post.blogId)
  const given = currentWords(desk, post)
  const earlier = findEarlier(desk, postId)
  if (earlier && isAskedSo(desk, earlier, { of, by, lookAt, publishAt, name, given })) return earlier.id
  const id = earlier?.id ?? idOnBlog(desk, post) ?? newId<ReviewId>(random)
  const number = (earlier?.round ?? 0) + 1
  const proposed = earlier ? withOpenSuggestions(desk, post.blogId, earlier, given) : given
  const suggestions = suggestionIdsOf(overlayPosts(given, proposed))
  desk.reviews.putReview({
    id,
    blog: { url: blog.url, name: blog.name },
    round: number,
    categoryNames: categoryNamesOf(desk, blog.id),
    changedAt: at,
  })
  if (!earlier) desk.reviews.linkPost(id, postId)
  desk.reviews.putRound(
    id,
    number,
    {
      state: 'asked',
      request: { of, by, lookAt },
      askedBy: name,
      askedAt: at,
      publishAt,
      suggestionCount: suggestions.length,
      openCount: suggestions.length,
      concluded: null,
    },
    { given, proposed },
  )
  if (earlier) desk.reviews.putSuggestedBy(id, number, stillBy(suggestions, earlier.suggestedBy))
  desk.reviewTalk.addLine(id, { act: 'asked', by: name, at, words: lookAt, hash: null })
  return id
}

/** Of a post that waits on the blog another desk may have begun the review: it is the same one. */
function idOnBlog(desk: Desk, { id: postId, blogId }: StoredPost): ReviewId | null {
  const remote = desk.posts.findBase(postId, 'agreed')?.remote
  if (remote?.status !== 'pending') return null
  const id = reviewIdOnBlog(desk.blogs.getBlog(blogId), remote.remoteId)
  return desk.reviews.findReview(id) ? null : id
}

interface EarlierRound {
  id: ReviewId
  round: number
  given: PostWords
  proposed: PostWords
  suggestedBy: SuggestedBy[]
}

function findEarlier(desk: Desk, postId: PostId): EarlierRound | null {
  const id = desk.reviews.findIdOfPost(postId)
  if (!id) return null
  const { round } = desk.reviews.getReview(id).review
  return { id, round, ...desk.reviews.getTexts(id, round), suggestedBy: desk.reviews.listSuggestedBy(id, round) }
}

function isAskedSo(
  desk: Desk,
  { id, given: before }: EarlierRound,
  { of, by, lookAt, publishAt, name, given }: Omit<Asking, 'postId'> & { given: PostWords },
): boolean {
  const { round } = desk.reviews.getReview(id)
  const { request } = round
  return (
    round.state === 'asked' &&
    request.of === of &&
    request.by === by &&
    request.lookAt === lookAt &&
    round.publishAt === publishAt &&
    round.askedBy === name &&
    isSameWords(before, given)
  )
}

/** What nobody decided about in the round before is suggested for the text of now. Where the author wrote in the same place, their words stay. */
export function withOpenSuggestions(
  desk: Desk,
  blogId: BlogId,
  { id, round, given, proposed }: EarlierRound,
  now: PostWords,
): PostWords {
  const overlay = overlayPosts(given, proposed)
  const decisions = desk.reviews.listDecisions(id, round)
  const open = openIds(overlay, decisions)
  if (open.length === 0) return now
  const taken = takenIds(decisions)
  const { merge, wordsOf } = mergeOwnWords(desk, blogId, {
    base: settlePost(overlay, taken),
    mine: now,
    theirs: settlePost(overlay, new Set([...taken, ...open])),
  })
  const conflicts = merge.items.filter(({ state }) => state === 'conflict')
  return wordsOf(resolveMerge(merge, Object.fromEntries(conflicts.map((item) => [item.id, 'mine' as const]))))
}

/** A suggestion that looks different in the text of now is still the one reviewer's, where there was only one. */
function stillBy(ids: readonly string[], earlier: readonly SuggestedBy[]): SuggestedBy[] {
  const known = new Map(earlier.map((each) => [each.suggestionId, each]))
  const last = earlier.at(-1)
  return ids.flatMap((suggestionId) => {
    const by = known.get(suggestionId) ?? last
    return by ? [{ ...by, suggestionId }] : []
  })
}
