import type { TagUse } from '../../../../shared/tags/tag-use.ts'

const LARGEST = 5
/** Doublings: the largest size is for a tag of sixteen posts at least. */
const FEWEST_DOUBLINGS = 4

/** How large each tag is, 1 to 5: by how often its number of posts doubles, so that one giant leaves the others apart. */
export function cloudSizes(uses: readonly Pick<TagUse, 'name' | 'postCount'>[]): Map<string, number> {
  const doublings = (count: number): number => Math.log2(Math.max(1, count))
  const most = uses.reduce((largest, { postCount }) => Math.max(largest, doublings(postCount)), FEWEST_DOUBLINGS)
  return new Map(
    uses.map(({ name, postCount }) => [name, 1 + Math.round((doublings(postCount) / most) * (LARGEST - 1))]),
  )
}
