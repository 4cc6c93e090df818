import type { InLanguages } from '../../../../shared/domain/pair.ts'
import type { PostsApi, RemotePost } from '../../blog-api/blog-api.ts'
import { lookAt } from '../look-at.ts'

/**
 * The whole of what the blog is to link with this post, for the plugin unlinks what is left out: what both sides are linked with
 * already, and the two. Each of the others is looked at first; one that is gone, is in another language by now, or is linked with
 * another post in this place, is left alone. Undefined where nothing is to be said.
 */
export async function linkFields(
  wanted: InLanguages | undefined,
  before: RemotePost,
  api: PostsApi,
): Promise<InLanguages | undefined> {
  if (!wanted || !before.inLanguages) return undefined
  const { code } = wanted
  let posts = withoutPost(before.inLanguages.posts, before)
  // Somebody has put another post in this language beside those.
  if (posts[code] !== undefined) return undefined
  for (const [theirCode, remoteId] of Object.entries(wanted.posts)) {
    const other = await lookAt(api, remoteId)
    if (typeof other === 'string' || other.inLanguages?.code !== theirCode) continue
    const joined = join(posts, { ...withoutPost(other.inLanguages.posts, before), [theirCode]: remoteId })
    if (joined !== null && joined[code] === undefined) posts = joined
  }
  return { code, posts: { ...posts, [code]: before.remoteId } }
}

type Posts = InLanguages['posts']

const withoutPost = (posts: Posts, { remoteId }: RemotePost): Posts =>
  Object.fromEntries(Object.entries(posts).filter(([, id]) => id !== remoteId))

/** Null where the two have different posts in one language. */
const join = (one: Posts, other: Posts): Posts | null =>
  Object.entries(other).every(([code, id]) => one[code] === undefined || one[code] === id) ? { ...one, ...other } : null
