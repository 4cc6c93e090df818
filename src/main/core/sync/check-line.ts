import { isDeepStrictEqual } from 'node:util'
import type { BlogApi } from '../blog-api/blog-api.ts'
import { blogFacts } from '../blogs/blog-facts.ts'
import type { StoredBlog } from '../store/blog-repository.ts'

/**
 * The gate before anything else: the address must answer as the very blog that was connected, and then answer signed in.
 * Returns the blog as it and the account are now, and whether that is news. With new rights to see, everything is read
 * again. Throws the reason why there is no line; nothing of the person's has left by then.
 */
export async function checkLine(api: BlogApi, known: StoredBlog): Promise<{ blog: StoredBlog; isNews: boolean }> {
  const description = await api.describe()
  const user = await api.whoAmI()
  const blog = { ...known, ...blogFacts(description, user) }
  const seesMore =
    (blog.rights.canEditOthersPosts && !known.rights.canEditOthersPosts) ||
    (blog.rights.canModerateComments && !known.rights.canModerateComments)
  if (seesMore) Object.assign(blog, { postsCursor: null, commentsCursor: null })
  return { blog, isNews: !isDeepStrictEqual(blog, known) }
}
