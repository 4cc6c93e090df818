import type { PostId, RemotePostId } from '../../../shared/domain/ids.ts'
import type { InLanguages, OnBlog, PairedPost, SaidByBlog } from '../../../shared/domain/pair.ts'
import type { RemotePost } from '../blog-api/blog-api.ts'
import { codeOf, offeredLanguages } from '../blogs/offered-languages.ts'
import { isLiveStatus } from '../posts/is-live-status.ts'
import { isOffBlogStatus } from '../posts/is-off-blog-status.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredPost } from '../store/post-repository.ts'

interface OtherPost {
  post: StoredPost
  remote: RemotePost | null
}

/** The posts that say the same in other languages: its source and whatever else says that one, or what says this. */
function othersOf(desk: Desk, post: StoredPost): OtherPost[] {
  const sourceId = desk.pairs.findPair(post.id)?.sourceId ?? post.id
  const ids = [sourceId, ...desk.pairs.listPairsOf(sourceId).map(({ translationId }) => translationId)]
  return ids
    .filter((id) => id !== post.id)
    .map((id) => ({ post: desk.posts.getPost(id), remote: remoteOf(desk, id) }))
    .filter((other) => other.post.kind === post.kind)
}

function remoteOf(desk: Desk, id: PostId): RemotePost | null {
  const remote = desk.posts.findBase(id, 'agreed')?.remote
  return remote === undefined || isOffBlogStatus(remote.status) ? null : remote
}

/** Whether the blog says so of either of the two: the plugin changes both, and only the one that was saved comes down by itself. */
const areLinked = (one: RemotePost | null, other: RemotePost | null): boolean =>
  one !== null && other !== null && (listsOf(one).includes(other.remoteId) || listsOf(other).includes(one.remoteId))

const listsOf = ({ inLanguages }: RemotePost): RemotePostId[] => Object.values(inLanguages?.posts ?? {})

/**
 * What the next sending of the post says of its language on the blog: that of a post that is not public yet or has none there, and with which others it is
 * linked. Null where nothing is to be said. Nobody's link is taken away: where the blog has another post in a place, that stays.
 */
export function wantedLink(desk: Desk, post: StoredPost): InLanguages | null {
  const languages = offeredLanguages(desk, post.blogId)
  const code = languages ? codeOf(languages, post.language) : null
  if (!languages || code === null) return null
  const own = remoteOf(desk, post.id)
  const posts: InLanguages['posts'] = {}
  for (const { post: other, remote } of othersOf(desk, post)) {
    const theirs = remote?.inLanguages
    if (!remote || !theirs || theirs.code === code || theirs.code !== codeOf(languages, other.language)) continue
    const isTaken =
      isOther(theirs.posts[code], own?.remoteId) || isOther(own?.inLanguages?.posts[theirs.code], remote.remoteId)
    if (!isTaken && !areLinked(own, remote)) posts[theirs.code] = remote.remoteId
  }
  const isFree = own === null || !isLiveStatus(own.status) || own.inLanguages?.code === ''
  const saysItself = isFree && own?.inLanguages?.code !== code
  return saysItself || Object.keys(posts).length > 0 ? { code, posts } : null
}

const isOther = (there: RemotePostId | undefined, wanted: RemotePostId | undefined): boolean =>
  there !== undefined && there !== wanted

/** As the window tells it of a post that is tied; null for one that stands by itself, and while the blog was not asked. */
export function onBlogOf(desk: Desk, post: StoredPost, paired: (postId: PostId) => PairedPost): OnBlog | null {
  const others = othersOf(desk, post)
  if (others.length === 0) return null
  const languages = offeredLanguages(desk, post.blogId)
  if (!languages) return languages === null ? { state: 'closed' } : null
  const codes = [post, ...others.map((each) => each.post)].map(({ language }) => codeOf(languages, language))
  const own = remoteOf(desk, post.id)
  const there = others.filter(({ remote }) => remote !== null)
  const wanted = Object.values(wantedLink(desk, post)?.posts ?? {})
  const waiting = there.filter(({ remote }) => remote && wanted.includes(remote.remoteId))
  if (waiting.length > 0) return { state: 'waits', posts: waiting.map((each) => paired(each.post.id)) }
  if (there.some(({ remote }) => areLinked(own, remote))) return { state: 'linked' }
  if (codes.includes(null) || new Set(codes).size < 2) return { state: 'no-language' }
  return { state: there.length === 0 ? 'alone' : 'other' }
}

/** The older of two that somebody linked on the blog is offered as the source. What was untied here is not offered again. */
export function saidByBlog(desk: Desk, post: StoredPost, paired: (postId: PostId) => PairedPost): SaidByBlog | null {
  const own = remoteOf(desk, post.id)
  if (!own?.inLanguages || desk.pairs.findPair(post.id)) return null
  const known = othersOf(desk, post).map((other) => other.post.id)
  for (const remoteId of listsOf(own)) {
    const id = remoteId === own.remoteId ? null : desk.posts.findIdByRemoteId(post.blogId, remoteId)
    if (id === null || known.includes(id)) continue
    const [sourceId, translationId] = remoteId < own.remoteId ? [id, post.id] : [post.id, id]
    const isTiedOtherwise =
      desk.pairs.findPair(sourceId) !== null ||
      desk.pairs.findPair(translationId) !== null ||
      desk.pairs.listPairsOf(translationId).length > 0
    if (isTiedOtherwise || desk.pairs.findUntied(translationId, sourceId)) continue
    return { post: paired(id), sourceId, translationId }
  }
  return null
}
