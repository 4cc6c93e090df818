import type { Settings } from '../../../../../shared/contract/inputs.ts'
import type { Blog } from '../../../../../shared/domain/blog.ts'
import type { Byline, Post } from '../../../../../shared/domain/post.ts'

export interface Signature extends Byline {
  name: string
}

/** Who signs this post: the profile's words for this blog, unless the post has its own. */
export function signatureOf(
  profile: Settings['profile'] | undefined,
  blog: Pick<Blog, 'id' | 'displayName'>,
  byline: Post['byline'],
): Signature {
  const name = profile?.name.trim() ? profile.name : blog.displayName
  return { name, ...(byline ?? profile?.byBlog[blog.id] ?? { role: '', place: '' }) }
}
