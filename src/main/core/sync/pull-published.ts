import type { BlogId, PostId, RemotePostId, UtcIso } from '../../../shared/domain/ids.ts'
import { mayPublish } from '../../../shared/domain/blog.ts'
import type { PostKind } from '../../../shared/domain/post.ts'
import type { BlogApi, PostsApi, RemotePost } from '../blog-api/blog-api.ts'
import { openSendsOf } from '../posts/queue-post.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import { breathe, type PullPorts } from './pull-ports.ts'
import { walk } from './pull-walk.ts'
import { storeRemotePost } from './store-remote-post.ts'

const POSTS_IN_ONE_QUESTION = 20

/**
 * The person's own posts that are public and that a contributor may no longer edit, so that the list of what may be edited
 * leaves them out: to be read, with what readers say under them. Words of the person's own, and what waits to be sent, stay
 * as they are. Ids and times are compared each time, so it needs no cursor. Adds what was new here to `changed`; false when stopped.
 */
export async function pullPublished(
  ports: PullPorts,
  api: BlogApi,
  blogId: BlogId,
  kind: PostKind,
  changed: Set<PostId>,
): Promise<boolean> {
  const { desk } = ports
  const blog = desk.blogs.getBlog(blogId)
  if (mayPublish(blog.rights, kind)) return true
  const line = api.ofKind(kind)
  const wanted = [...(await readPublishedIds(line, blog))].flatMap(([remoteId, modifiedAt]) =>
    isNewHere(desk, blogId, remoteId, modifiedAt) ? [remoteId] : [],
  )
  for (let at = 0; at < wanted.length; at += POSTS_IN_ONE_QUESTION) {
    if (!ports.mayGoOn()) return false
    const posts = await line.readPublished(wanted.slice(at, at + POSTS_IN_ONE_QUESTION))
    for (const post of posts) {
      const id = storePublished(ports, blog, post)
      if (id !== null) changed.add(id)
    }
    await breathe()
  }
  return true
}

/** With when each was last changed. */
export async function readPublishedIds(api: PostsApi, blog: StoredBlog): Promise<Map<RemotePostId, UtcIso>> {
  const found = new Map<RemotePostId, UtcIso>()
  for await (const { items } of walk((at) => api.listPublishedIds({ ...at, authorId: blog.remoteUserId })))
    for (const { remoteId, modifiedAt } of items) found.set(remoteId, modifiedAt)
  return found
}

function storePublished(ports: PullPorts, blog: StoredBlog, post: RemotePost): PostId | null {
  const { desk } = ports
  // Whatever an answer brings: only the person's own posts are looked for here.
  if (post.authorId !== blog.remoteUserId) return null
  const known = desk.posts.findIdByRemoteId(blog.id, post.remoteId)
  if (known !== null) ports.flushEdits(known)
  const id = desk.transaction(() =>
    isNewHere(desk, blog.id, post.remoteId, post.modifiedAt) ? storeRemotePost(ports, blog, post) : null,
  )
  if (id !== null && known !== null) ports.onPostChanged(id)
  return id
}

function isNewHere(desk: Desk, blogId: BlogId, remoteId: RemotePostId, modifiedAt: UtcIso): boolean {
  const id = desk.posts.findIdByRemoteId(blogId, remoteId)
  if (id === null) return true
  const agreed = desk.posts.findBase(id, 'agreed')?.remote
  if (agreed?.isOnlyToRead) return agreed.modifiedAt !== modifiedAt
  // A text that came down whole is better than what readers see of it.
  if (agreed?.status === 'publish') return false
  return desk.posts.findWordsHash(id) === null && openSendsOf(desk, id).length === 0
}
