import type { MarkedText, SearchHit } from '../../../../shared/domain/search.ts'

/** The history state of a way to something that was found: where in the post, or which comment. */
export interface FoundState {
  found: { passage: MarkedText | null; commentId: string | null }
}

export const foundState = (hit: SearchHit): FoundState => ({
  found: {
    passage: hit.passage && hit.passage.ranges.length > 0 ? hit.passage : null,
    commentId: hit.kind === 'comment' ? hit.commentId : null,
  },
})

export const commentFound = (commentId: string): FoundState => ({ found: { passage: null, commentId } })

export function readFoundState(state: unknown): FoundState['found'] | null {
  if (typeof state !== 'object' || state === null || !('found' in state)) return null
  return (state as FoundState).found
}
