import { utcIso, type BlogId, type PostId, type RemotePostId } from '../../../shared/domain/ids.ts'
import { mayPublish } from '../../../shared/domain/blog.ts'
import type { OffBlog, PostKind } from '../../../shared/domain/post.ts'
import { isAppError } from '../../../shared/errors.ts'
import type { BlogApi, PostsApi, RemotePost } from '../blog-api/blog-api.ts'
import type { PostOnBlog } from '../store/post-repository.ts'
import { needsPerson } from '../outbox/entry-states.ts'
import { isOffBlogStatus } from '../posts/is-off-blog-status.ts'
import { noteOffBlog } from '../posts/off-blog.ts'
import { isSticky } from '../posts/post-fields.ts'
import { openSendsOf } from '../posts/queue-post.ts'
import { lookAt } from './look-at.ts'
import { readPublishedIds } from './pull-published.ts'
import { breathe, type PullPorts } from './pull-ports.ts'
import { walk } from './pull-walk.ts'
import { storeRemotePost } from './store-remote-post.ts'

const RECONCILE_EVERY_MS = 3_600_000
/** So few may vanish without a question. */
const FEW_POSTS = 10
const MOST_WITHOUT_ASKING = 1 / 5
/** Posts the other reading missed; more of them come with the next comparison. */
const MOST_FETCHED = 100

/**
 * Compares ids with the blog's, because a deletion shows in no list of changes. A post in the blog's trash or gone for good
 * is noted as off the blog; its text stays here, and where the person has words of their own they are asked (off-blog.ts). When more than a fifth of at least ten posts are missing, nothing is done: the line asks
 * (`vanished`) and goes on only with the answer. A post the desk does not have although the blog does comes down;
 * those are returned, because what is said under them was passed over.
 */
export async function reconcilePosts(
  ports: PullPorts,
  api: BlogApi,
  blogId: BlogId,
  { isAsked, kinds }: { isAsked: boolean; kinds: readonly PostKind[] },
): Promise<PostId[]> {
  const { desk, clock } = ports
  const asked = desk.pulls.findVanished(blogId)
  if (!isAsked && !asked?.isConfirmed && !isDue(ports, blogId)) return []
  // Before the reading: what is sent or taken up during it is not on the list, and not missing either.
  const known = desk.posts.listOnBlog(blogId).filter(({ kind }) => kinds.includes(kind))
  const alive = await readIds(api, kinds, false)
  noteSticky(ports, known, alive)
  const blog = desk.blogs.getBlog(blogId)
  const published = new Set<RemotePostId>()
  for (const kind of kinds.filter((each) => !mayPublish(blog.rights, each)))
    for (const [id] of await readPublishedIds(api.ofKind(kind), blog)) published.add(id)
  const missing = known.filter(
    ({ remoteId, remoteStatus }) => !isOffBlogStatus(remoteStatus) && !alive.has(remoteId) && !published.has(remoteId),
  )
  const ofCount = known.filter(({ remoteStatus }) => !isOffBlogStatus(remoteStatus)).length
  desk.pulls.setReconciled(blogId, utcIso(clock.now()))

  if (ofCount >= FEW_POSTS && missing.length > ofCount * MOST_WITHOUT_ASKING) {
    const confirmed = new Set(asked?.isConfirmed ? asked.remoteIds : [])
    const unconfirmed = missing.filter(({ remoteId }) => !confirmed.has(remoteId))
    if (unconfirmed.length > 0) {
      const remoteIds = missing.map(({ remoteId }) => remoteId)
      desk.pulls.putVanished(blogId, { remoteIds, ofCount, isConfirmed: false })
      return []
    }
  }
  await takeAway(ports, api, blogId, { missing, kinds })
  desk.pulls.putVanished(blogId, null)
  return fetchUnknown(ports, api, blogId, known, alive)
}

function isDue({ desk, clock }: PullPorts, blogId: BlogId): boolean {
  const at = desk.pulls.reconciledAt(blogId)
  return at === null || Math.abs(clock.now().getTime() - Date.parse(at)) >= RECONCILE_EVERY_MS
}

interface PostThere {
  kind: PostKind
  isSticky: boolean
}

async function readIds(
  api: BlogApi,
  kinds: readonly PostKind[],
  isInTrash: boolean,
): Promise<Map<RemotePostId, PostThere>> {
  const ids = new Map<RemotePostId, PostThere>()
  for (const kind of kinds) {
    const line = api.ofKind(kind)
    for await (const { items } of walk((at) => line.listPostIds({ ...at, isInTrash }))) {
      for (const { remoteId, isSticky: isAtTop } of items) ids.set(remoteId, { kind, isSticky: isAtTop })
      await breathe()
    }
  }
  return ids
}

/** The blog keeps what is at its top beside its posts: a plugin or a program changes it without changing the post. */
function noteSticky(
  { desk, onPostChanged }: PullPorts,
  known: readonly PostOnBlog[],
  alive: ReadonlyMap<RemotePostId, PostThere>,
): void {
  const changed = known.filter((post) => (alive.get(post.remoteId)?.isSticky ?? post.isSticky) !== post.isSticky)
  desk.transaction(() => {
    for (const post of changed) {
      const agreed = desk.posts.findBase(post.id, 'agreed')
      // A sending that ended meanwhile knows it better.
      if (!agreed || isSticky(agreed.remote) !== post.isSticky) continue
      const { isSticky: _, ...remote } = agreed.remote
      desk.posts.putBase(post.id, 'agreed', {
        ...agreed,
        remote: post.isSticky ? remote : { ...remote, isSticky: true },
      })
    }
  })
  for (const { id } of changed) onPostChanged(id)
}

async function takeAway(
  ports: PullPorts,
  api: BlogApi,
  blogId: BlogId,
  { missing, kinds }: { missing: PostOnBlog[]; kinds: readonly PostKind[] },
): Promise<void> {
  if (missing.length === 0) return
  const inTrash = await readIds(api, kinds, true)
  for (const { id, kind, remoteId } of missing) {
    const now = inTrash.has(remoteId) ? 'trashed' : await look(api.ofKind(kind), remoteId)
    // Shown in no list, and still no reason to take it away: another account's now, or the list was wrong.
    if (now === 'forbidden') continue
    ports.flushEdits(id)
    ports.desk.transaction(() => {
      if (now === 'trashed' || now === 'deleted') noteUnlessInOutbox(ports, id, now)
      else storeRemotePost(ports, ports.desk.blogs.getBlog(blogId), now)
    })
    ports.onPostChanged(id)
    await breathe()
  }
}

/** `forbidden` when this account may not look. */
async function look(api: PostsApi, remoteId: RemotePostId): Promise<RemotePost | OffBlog['how'] | 'forbidden'> {
  try {
    return await lookAt(api, remoteId)
  } catch (error) {
    if (isAppError(error) && error.data.kind === 'forbidden') return 'forbidden'
    throw error
  }
}

/** Call inside a transaction. A post that may go is left to its entry, which finds the same and asks. */
function noteUnlessInOutbox(ports: PullPorts, id: PostId, how: OffBlog['how']): void {
  if (openSendsOf(ports.desk, id).every(({ state }) => needsPerson(state))) noteOffBlog(ports, id, how)
}

async function fetchUnknown(
  ports: PullPorts,
  api: BlogApi,
  blogId: BlogId,
  known: PostOnBlog[],
  alive: ReadonlyMap<RemotePostId, PostThere>,
): Promise<PostId[]> {
  const { desk } = ports
  const here = new Set(
    known
      .filter(({ remoteStatus, isOnlyToRead }) => !isOffBlogStatus(remoteStatus) && !isOnlyToRead)
      .map(({ remoteId }) => remoteId),
  )
  const unknown = [...alive].filter(([remoteId]) => !here.has(remoteId)).slice(0, MOST_FETCHED)
  const fetched: PostId[] = []
  for (const [remoteId, { kind }] of unknown) {
    const post = await look(api.ofKind(kind), remoteId)
    if (typeof post === 'string') continue
    const id = desk.transaction(() => storeRemotePost(ports, desk.blogs.getBlog(blogId), post))
    if (id !== null) fetched.push(id)
  }
  return fetched
}
