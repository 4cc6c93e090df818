import { type QueryClient, type QueryKey, QueryObserver } from '@tanstack/react-query'
import type { CoreAccess } from '../../api/queries.ts'
import { afterStart } from '../../ui/later.tsx'
import { keptUndo, openedPost } from '../editor/opened-post.ts'
import { shownBlog } from '../blogs/shown-blog.ts'
import { lastOpened } from '../posts/last-opened.ts'
import { postAt } from './post-at.ts'

/** What takes longer is drawn as it comes: a window that shows nothing should not be noticed. */
const LONGEST_WAIT_MS = 100

/**
 * Until what stands at `path` can be drawn at once. It was asked for while this code was still read (ask-ahead.ts, place-code.ts), so
 * most often all of it is there a moment later: then the window is drawn once, with the text in it, and not in turn the desk that
 * opens, the frame, a place without its code and the text. Never rejects, and never waits long: whoever draws asks again for what is
 * not there.
 *
 * Resolves to where the window opens instead, as OpenLastPost would lead on from `/` once it is drawn; null: at `path`, or it is not
 * known in time.
 */
export function untilDrawable(
  access: CoreAccess,
  path: string,
  fetchEditor: () => Promise<void>,
): Promise<string | null> {
  const isThere = askForAll(access, path, fetchEditor).catch(() => null)
  return Promise.race([isThere, new Promise<null>((resolve) => setTimeout(() => resolve(null), LONGEST_WAIT_MS))])
}

async function askForAll(
  { queryClient, core, lock }: CoreAccess,
  path: string,
  fetchEditor: () => Promise<void>,
): Promise<string | null> {
  // Whether the desk is open is asked before anything.
  const { state } = await queryClient.fetchQuery(lock.state.queryOptions())
  if (state !== 'open') return null
  const [settings, blogs, last] = await Promise.all([
    queryClient.fetchQuery(core.settings.get.queryOptions()),
    queryClient.fetchQuery(core.blogs.list.queryOptions()),
    askForPost(),
  ])
  return last && last.blogId === shownBlog(blogs, settings)?.id ? `/writing/${last.postId}` : null

  /** The post that was open last, where that is what the window shows. */
  async function askForPost() {
    let postId = postAt(path)
    let opened = null
    if (postId === null) {
      if (path !== '' && path !== '/') return null
      opened = await queryClient.fetchQuery(lastOpened(core))
      if (!opened) return null
      postId = opened.postId
    }
    const [post, undo] = [openedPost(core, postId), keptUndo(core, postId)]
    const asked = [queryClient.prefetchQuery(post), queryClient.prefetchQuery(undo), fetchEditor()]
    for (const { queryKey } of [post, undo]) keepUntilSeen(queryClient, queryKey)
    await Promise.all(asked)
    return opened
  }
}

/**
 * What is forgotten with the last who looks is kept until the first looks, and no longer: whoever comes back to a post reads it anew,
 * with what was written meanwhile.
 */
function keepUntilSeen(queryClient: QueryClient, queryKey: QueryKey): void {
  const own = new QueryObserver(queryClient, { queryKey, enabled: false, gcTime: 0 })
  const stopKeeping = own.subscribe(() => undefined)
  const stopListening = queryClient.getQueryCache().subscribe((event) => {
    if (event.type === 'observerAdded' && event.query === own.getCurrentQuery()) end()
  })
  void afterStart.then(end)
  function end(): void {
    stopListening()
    stopKeeping()
  }
}
