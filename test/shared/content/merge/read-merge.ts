import type { Choice, PostMerge, PostVersion } from '../../../../src/shared/content/merge/post-merge.ts'
import { resolveMerge } from '../../../../src/shared/content/merge/resolve-merge.ts'

/** What the items say, a line each. */
export const outline = ({ items }: PostMerge): string[] => items.map(({ kind, by, state }) => `${kind} ${by} ${state}`)

/** The post with one choice made throughout. */
export const choose = (merge: PostMerge, choice: Choice): PostVersion =>
  resolveMerge(merge, Object.fromEntries(merge.items.map(({ id }) => [id, choice])))
