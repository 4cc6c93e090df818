import type { Settings } from '../contract/settings-input.ts'
import type { PostSummary } from '../domain/post.ts'

/** What a blog's best bits are: the posts with a tag, or those that it keeps at its top. */
export type BestBits = Settings['bestBits'][string]

export const isBestBit = (best: BestBits, { tags, isSticky }: Pick<PostSummary, 'tags' | 'isSticky'>): boolean =>
  typeof best === 'string' ? tags.includes(best) : isSticky
