import { utcIso } from '../../../shared/domain/ids.ts'
import type { PostWords, WordsBeside } from '../../../shared/domain/post.ts'
import type { RemotePost } from '../blog-api/blog-api.ts'
import { hashJson } from '../content-hash.ts'
import { needsPerson } from '../outbox/entry-states.ts'
import type { PostPayload } from '../outbox/entry-payload.ts'
import type { Clock, Random } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredPost } from '../store/post-repository.ts'
import { isLiveStatus } from './is-live-status.ts'
import { mergeWith } from './merge-incoming.ts'
import { summarise } from './post-summary.ts'
import { besideOf, currentWords, hashWords, wordsOfRemote } from './post-words.ts'
import { wordsOfVersion } from './post-versions.ts'
import { openSendsOf } from './queue-post.ts'
import { keepVersion } from './keep-version.ts'
import { noteReplaced } from './replaced-words.ts'

/**
 * Takes a colleague's change on the blog into everything of the post that waits to be sent, and into the working copy; then
 * the blog's text is the agreed one. Only where it all merges without touching, and only where sending makes nothing public
 * that its readers could not see already: words that a colleague put into a draft go out when the person has seen them.
 * Returns false, and changes nothing, when a person has to decide. Call inside a transaction, after pending edits of the
 * post were flushed.
 */
export function rebaseSends(
  ports: { desk: Desk; clock: Clock; random: Random },
  post: StoredPost,
  theirs: RemotePost,
): boolean {
  const { desk, clock } = ports
  const sends = openSendsOf(desk, post.id)
  if (sends.some(({ state, payload }) => needsPerson(state) || makesPublic(payload, theirs))) return false
  const merged = (words: PostWords): PostWords | null => {
    const merge = mergeWith(desk, post, words, theirs)
    return merge?.isClean ? wordsOfVersion(desk, post.blogId, merge.merged, words) : null
  }
  const hasCopy = desk.posts.findWordsHash(post.id) !== null
  const before = currentWords(desk, post)
  const after = hasCopy ? merged(before) : wordsOfBlog(desk, post, theirs, before)
  const rebased = sends.map((entry) => ({ entry, words: merged(entry.payload.words) }))
  if (after === null || rebased.some(({ words }) => words === null)) return false

  const now = utcIso(clock.now())
  keepVersion(ports, post, 'received', wordsOfBlog(desk, post, theirs, before))
  for (const { entry, words } of rebased) {
    if (words === null) continue
    const { payload } = entry
    const next: PostPayload = {
      ...payload,
      words,
      wordsHash: hashWords(words),
      saw: { categoryIds: theirs.categoryIds, tagIds: theirs.tagIds },
      mergedFrom: [...(payload.mergedFrom ?? []), payload.wordsHash],
    }
    keepVersion(ports, post, 'merged', words)
    desk.outbox.rebaseSend(entry.id, { payload: next, payloadHash: hashJson(next), mergedAt: now })
  }
  noteReplaced(ports, post, { before, after })
  desk.posts.putBase(post.id, 'agreed', { remote: theirs, takenAt: now })
  desk.posts.removeIncoming(post.id)
  if (hasCopy) desk.posts.putWorkingCopy(post.id, { ...after, wordsHash: hashWords(after) })
  desk.posts.putPost({ ...desk.posts.getPost(post.id), ...summarise(after), editedAt: now })
  return true
}

const makesPublic = ({ as }: PostPayload, { status }: RemotePost): boolean =>
  as !== 'keep' && (as === 'publish' || isLiveStatus(status))

const wordsOfBlog = (desk: Desk, post: StoredPost, remote: RemotePost, beside: WordsBeside): PostWords => ({
  ...wordsOfRemote(desk, post.blogId, remote),
  ...besideOf(beside),
})
