import { AppError } from '../../../shared/errors.ts'
import type { BlogApi, BlogDescription, BlogUser } from '../blog-api/blog-api.ts'
import type { StoredBlog } from '../store/blog-repository.ts'

/**
 * The gate before anything else: the address must answer as the very blog that was connected, and then answer signed in.
 * Throws the reason why there is no line; nothing of the person's has left by then.
 */
export async function checkLine(
  api: BlogApi,
  blog: StoredBlog,
): Promise<{ description: BlogDescription; user: BlogUser }> {
  const description = await api.describe()
  if (plainAddress(description.url) !== plainAddress(blog.url)) {
    throw new AppError({ kind: 'not-the-blog', why: 'other-blog', host: new URL(blog.url).host })
  }
  return { description, user: await api.whoAmI() }
}

/** A blog that moved from http to https, or lost its last slash, is the same blog. */
const plainAddress = (url: string): string => url.replace(/^https?:/, '').replace(/\/+$/, '')
