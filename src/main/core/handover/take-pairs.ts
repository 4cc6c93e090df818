import type { HandedPost } from '../../../shared/contract/handover-input.ts'
import type { PostId } from '../../../shared/domain/ids.ts'
import type { Desk } from '../store/desk.ts'

/** Ties what was tied, under the names that the posts have here. What is tied or was untied here stays so. Call inside a transaction. */
export function takePairs(desk: Desk, posts: readonly HandedPost[], here: ReadonlyMap<PostId, PostId>): void {
  for (const { postId, translationOf } of posts) {
    const translationId = here.get(postId)
    const sourceId = translationOf && here.get(translationOf.postId)
    if (!translationOf || translationId === undefined || sourceId === undefined || sourceId === translationId) continue
    const isTied =
      desk.pairs.findPair(translationId) !== null ||
      desk.pairs.findPair(sourceId) !== null ||
      desk.pairs.listPairsOf(translationId).length > 0
    if (isTied || desk.pairs.findUntied(translationId, sourceId)) continue
    desk.pairs.putPair({ translationId, sourceId, tie: translationOf.tie })
  }
}
