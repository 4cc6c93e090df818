import type { Blog } from './blog.ts'
import type { Byline, Post } from './post.ts'

const NONE: Byline = { role: '', place: '' }

/** In which role and where from a post was written: its own words, else the profile's for this blog. A colleague's post has only its own. */
export function bylineOn(
  profile: { byBlog: Record<string, Byline> } | undefined,
  blog: Pick<Blog, 'id' | 'displayName'>,
  { authorName, byline }: Pick<Post, 'authorName' | 'byline'>,
): Byline {
  if (byline !== null) return byline
  return (authorName === blog.displayName ? profile?.byBlog[blog.id] : undefined) ?? NONE
}
