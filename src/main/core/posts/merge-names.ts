import type { PostMerge } from '../../../shared/content/merge/post-merge.ts'
import type { Conflict } from '../../../shared/contract/services.ts'
import type { BlogId } from '../../../shared/domain/ids.ts'
import type { Desk } from '../store/desk.ts'

/** A merge for people to read: what this desk has a name for is named. */
export function withNames(desk: Desk, blogId: BlogId, merge: PostMerge): Conflict {
  const categoryNames: Conflict['categoryNames'] = {}
  const pictureNames: Conflict['pictureNames'] = {}
  for (const item of merge.items) {
    if (item.kind === 'category') {
      const [name] = desk.terms.namesOf(blogId, [item.categoryId])
      if (name !== undefined) categoryNames[item.categoryId] = name
    }
    if (item.kind === 'featured-media') {
      for (const id of [item.base, item.mine, item.theirs]) {
        const name = id === null ? null : desk.media.findName(blogId, id)
        if (id !== null && name !== null) pictureNames[id] = name
      }
    }
  }
  return { ...merge, categoryNames, pictureNames }
}
