import type { BlogId } from '../../../shared/domain/ids.ts'
import type { PostKind } from '../../../shared/domain/post.ts'
import type { BlogApi, PostsApi, RemotePost } from '../blog-api/blog-api.ts'
import type { Desk } from '../store/desk.ts'

const MOST_AT_ONCE = 100

/**
 * The same line, on which a post never comes in with a category or tag that the desk has no name for: words carry tags by
 * name, and a tag that nobody could see would count as taken out by the person. A term that the blog has no more stays without.
 */
export function namingTerms(api: BlogApi, desk: Desk, blogId: BlogId): BlogApi {
  const learn = async (posts: RemotePost[]): Promise<void> => {
    for (const [taxonomy, idsOf] of [
      ['category', (post: RemotePost) => post.categoryIds],
      ['tag', (post: RemotePost) => post.tagIds],
    ] as const) {
      const ids = [...new Set(posts.flatMap(idsOf))]
      const unknown = ids.filter((id) => desk.terms.namesOf(blogId, [id]).length === 0)
      for (let at = 0; at < unknown.length; at += MOST_AT_ONCE) {
        const terms = await api.listTermsById(taxonomy, unknown.slice(at, at + MOST_AT_ONCE))
        desk.transaction(() => desk.terms.putTerms(blogId, terms))
      }
    }
  }
  const ofKind = (kind: PostKind): PostsApi => ({ ...namingTermsOfPosts(api.ofKind(kind), learn), ofKind })
  return { ...api, ofKind }
}

function namingTermsOfPosts(api: PostsApi, learn: (posts: RemotePost[]) => Promise<void>): PostsApi {
  const named = async (read: Promise<RemotePost>): Promise<RemotePost> => {
    const post = await read
    await learn([post])
    return post
  }
  return {
    ...api,
    getPost: (id) => named(api.getPost(id)),
    async listPosts(options) {
      const page = await api.listPosts(options)
      await learn(page.items)
      return page
    },
    async readPublished(ids) {
      const posts = await api.readPublished(ids)
      await learn(posts)
      return posts
    },
    async findPostsBySlugFamily(slug) {
      const family = await api.findPostsBySlugFamily(slug)
      await learn(family)
      return family
    },
  }
}
