import type { BlogId, PostId } from '../../../shared/domain/ids.ts'
import type { PostKind } from '../../../shared/domain/post.ts'
import type { BlogApi } from '../blog-api/blog-api.ts'
import { pullList, type PulledListReport } from './pull-list.ts'
import type { PullPorts } from './pull-ports.ts'
import { storeRemotePost } from './store-remote-post.ts'

/** `modified_after` compares the blog's local wall clock, which repeats an hour in autumn, with a grain of one second. */
const OVERLAP_MS = 2 * 3_600_000
/** A page: some twenty milliseconds. */
const CHUNK_ROWS = 100

/** Posts, or pages, changed since the last pull, all of them in the first. `changed` are those of which something was new here. */
export async function pullPosts(
  ports: PullPorts,
  api: BlogApi,
  blogId: BlogId,
  kind: PostKind,
): Promise<PulledListReport & { changed: Set<PostId> }> {
  const { desk, flushEdits, onPostChanged } = ports
  const blog = desk.blogs.getBlog(blogId)
  const line = api.ofKind(kind)
  const changed = new Set<PostId>()
  const untold = new Set<PostId>()
  const report = await pullList(ports, blogId, {
    what: kind === 'post' ? 'posts' : 'pages',
    cursor: kind === 'post' ? blog.postsCursor : blog.pagesCursor,
    overlapMs: OVERLAP_MS,
    chunkRows: CHUNK_ROWS,
    // Somebody waits for the first posts.
    gatherMs: null,
    read: ({ after, ...at }) => line.listPosts({ ...at, modifiedAfter: after }),
    timeOf: (post) => post.modifiedAt,
    beforeChunk(posts) {
      for (const { remoteId } of posts) {
        const id = desk.posts.findIdByRemoteId(blogId, remoteId)
        if (id !== null) flushEdits(id)
      }
    },
    store(remote) {
      const isKnown = desk.posts.findIdByRemoteId(blogId, remote.remoteId) !== null
      const id = storeRemotePost(ports, blog, remote)
      if (id === null) return
      changed.add(id)
      if (isKnown) untold.add(id)
    },
    afterChunk() {
      for (const id of untold) onPostChanged(id)
      untold.clear()
    },
  })
  return { ...report, changed }
}
