import { followSource, followTranslation, type Tie } from '../../../shared/content/pairs/tie.ts'
import { tiedWords } from '../../../shared/content/pairs/tied-words.ts'
import type { PostDocument } from '../../../shared/content/document.ts'
import type { PostId } from '../../../shared/domain/ids.ts'
import { currentWords } from '../posts/post-words.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredPair } from '../store/pair-repository.ts'

export const wordsToTie = (document: PostDocument): string[] => tiedWords(document).map(({ words }) => words)

/**
 * With each save of a post, so that what is tied to what is told from small steps. A post without another language costs two look-ups.
 * Call inside a transaction.
 */
export function followPairs(desk: Desk, postId: PostId, document: PostDocument): void {
  const own = desk.pairs.findPair(postId)
  if (own) keep(desk, own, followTranslation(own.tie, wordsToTie(document)))
  for (const pair of desk.pairs.listPairsOf(postId)) keep(desk, pair, followSource(pair.tie, wordsToTie(document)))
}

/** What came from elsewhere, such as from the blog, is followed when somebody looks. Call inside a transaction. */
export function followBoth(desk: Desk, pair: StoredPair): Tie {
  const textOf = (postId: PostId): string[] => wordsToTie(currentWords(desk, desk.posts.getPost(postId)).document)
  const tie = followTranslation(followSource(pair.tie, textOf(pair.sourceId)), textOf(pair.translationId))
  keep(desk, pair, tie)
  return tie
}

function keep(desk: Desk, pair: StoredPair, tie: Tie): void {
  if (JSON.stringify(tie) !== JSON.stringify(pair.tie)) desk.pairs.putPair({ ...pair, tie })
}
