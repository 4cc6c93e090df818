import type { BlogId } from '../../../../shared/domain/ids.ts'
import { createWindowValue } from '../../ui/window-value.ts'

const listed = createWindowValue<{ blogId: BlogId; tag: string } | null>(null)

/** Which tag the posts of the list have, until it is asked for all of them again; null in a blog for which nobody chose one. */
export const useListedTag = (blogId: BlogId): string | null => {
  const chosen = listed.use()
  return chosen?.blogId === blogId ? chosen.tag : null
}

export const listTag = (blogId: BlogId, tag: string | null): void => listed.set(tag === null ? null : { blogId, tag })
