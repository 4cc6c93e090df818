import { isDeepStrictEqual } from 'node:util'
import type { BlogApi } from '../blog-api/blog-api.ts'
import { blogFacts, seesMore } from '../blogs/blog-facts.ts'
import { measureOffset, type MeasuredOffset } from '../blogs/blog-clock.ts'
import type { Clock } from '../ports.ts'
import type { StoredBlog } from '../store/blog-repository.ts'

/**
 * The gate before anything else: the address must answer as the very blog that was connected, and then answer signed in.
 * Returns the blog as it and the account are now, and whether that is news. With new rights to see, everything is read
 * again. `offset` is how the blog's clock stands to this laptop's. Throws the reason why there is no line; nothing of the person's has left by then.
 */
export async function checkLine(
  api: BlogApi,
  known: StoredBlog,
  clock: Pick<Clock, 'now' | 'elapsedMs'>,
): Promise<{ blog: StoredBlog; isNews: boolean; offset: MeasuredOffset | null }> {
  const description = await api.describe()
  const askedMs = clock.elapsedMs()
  const user = await api.whoAmI()
  const { answeredAt } = user
  const roundTripMs = clock.elapsedMs() - askedMs
  const offset = answeredAt && measureOffset({ answeredAt, receivedAt: clock.now(), roundTripMs })
  const blog = { ...known, ...blogFacts(description, user) }
  if (seesMore(blog, known)) Object.assign(blog, { postsCursor: null, pagesCursor: null, commentsCursor: null })
  return { blog, isNews: !isDeepStrictEqual(blog, known), offset }
}
