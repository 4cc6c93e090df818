import type { Settings } from '../../../../../shared/contract/settings-input.ts'
import type { Blog } from '../../../../../shared/domain/blog.ts'
import { bylineOn } from '../../../../../shared/domain/byline.ts'
import type { Byline, Post } from '../../../../../shared/domain/post.ts'

export interface Signature extends Byline {
  name: string
}

/** Who signs this post. A colleague's post is theirs, whoever opens it. */
export function signatureOf(
  profile: Settings['profile'] | undefined,
  blog: Pick<Blog, 'id' | 'displayName'>,
  post: Pick<Post, 'authorName' | 'byline'>,
): Signature {
  const isOwn = post.authorName === blog.displayName
  const name = !isOwn ? post.authorName : profile?.name.trim() ? profile.name : blog.displayName
  return { name, ...bylineOn(profile, blog, post) }
}
