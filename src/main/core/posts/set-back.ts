import { newId, newToken } from '../new-id.ts'
import type { EntryId } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { RemotePost } from '../blog-api/blog-api.ts'
import { hashJson } from '../content-hash.ts'
import { entryFrame } from '../outbox/entry-frame.ts'
import type { PostPayload } from '../outbox/entry-payload.ts'
import type { Clock, Random } from '../ports.ts'
import type { StoredEntryOf } from '../store/outbox-repository.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredPost } from '../store/post-repository.ts'
import { isLiveStatus } from './is-live-status.ts'
import { wasSentAs, wasTextOf } from './is-our-own-text.ts'
import { isSameText, type PostText } from './is-same-text.ts'
import { keepVersion } from './keep-version.ts'
import { isSticky } from './post-fields.ts'
import { besideOfPost, hashWords, wordsOfRemote } from './post-words.ts'

/** A slow blog carries a request out minutes after it was given up; by the blog's own clock, since our last exchange. */
const LATEST_MS = 10 * 60_000
const SENDS_LOOKED_AT = 10

type Send = StoredEntryOf<'publish-post' | 'update-post'>

interface SetBack {
  agreed: RemotePost
  remote: RemotePost
}

/**
 * Whether the blog has an older text or state of ours because a request we had given up arrived after a later one: within
 * minutes, of a send that had an unclear end, and not put right before. Anything else is somebody's wish.
 */
export function isSetBack(desk: Desk, post: StoredPost, { agreed, remote }: SetBack): boolean {
  const laterMs = Date.parse(remote.modifiedAt) - Date.parse(agreed.modifiedAt)
  if (!(laterMs >= 0 && laterMs <= LATEST_MS)) return false
  const sends = desk.outbox.listBegunSends(post.id, SENDS_LOOKED_AT)
  const trace = traceOf(remote)
  if (sends.some(({ payload, state }) => payload.putsRight === trace && state === 'done')) return false
  const unclear = sends.filter(({ attempts, state }) => attempts > 1 || state === 'cancelled')
  if (!isSameText(agreed, remote))
    return (
      !isBroughtBack(desk, post, sends, agreed) &&
      unclear.some((send) => wasSentAs(desk, post.blogId, send, remote, agreed))
    )
  return isTakenOff({ agreed, remote }) && unclear.some(({ payload }) => payload.as === remote.status)
}

/** A request of ours that came late took a public post off the site. */
export const wasTakenOff = (desk: Desk, post: StoredPost, { agreed, remote }: SetBack): boolean =>
  isTakenOff({ agreed, remote }) && isSetBack(desk, post, { agreed, remote })

/**
 * Puts the agreed text back, as a line in the outbox like any other. Only when the late request took the post off the site
 * is the person asked first, because nobody else's eyes have seen that it did. Call inside a transaction.
 */
export function putRight(
  ports: { desk: Desk; clock: Clock; random: Random },
  blog: StoredBlog,
  post: StoredPost,
  { agreed, remote }: SetBack,
): void {
  const { desk, random } = ports
  const words = wordsOfBase(desk, post, agreed)
  const isOff = isTakenOff({ agreed, remote })
  const payload: PostPayload = {
    words,
    wordsHash: hashWords(words),
    // What the blog has besides is somebody's; what it lacks by now is put back.
    saw: {
      categoryIds: remote.categoryIds.filter((id) => agreed.categoryIds.includes(id)),
      tagIds: remote.tagIds.filter((id) => agreed.tagIds.includes(id)),
    },
    ...stickyAgain(desk, post, { agreed, remote }),
    as: isOff ? 'publish' : 'keep',
    publishAt: isOff && agreed.status === 'future' ? agreed.publishedAt : null,
    putsRight: traceOf(remote),
  }
  const approved = desk.outbox.listBegunSends(post.id, SENDS_LOOKED_AT).find(({ state }) => state === 'done')
  desk.outbox.addEntry({
    ...entryFrame({ ...ports, holdMs: 0 }, blog),
    ...(approved ? { approvedBy: approved.approvedBy, approvedAt: approved.approvedAt } : {}),
    ...(isOff ? { state: 'needs-you', reason: { kind: 'conflict', code: 'set-back' } } : {}),
    id: newId<EntryId>(random),
    postId: post.id,
    kind: 'update-post',
    lane: `post:${post.id}`,
    what: words.title,
    sizeBytes: Buffer.byteLength(JSON.stringify(words)),
    payload,
    payloadHash: hashJson(payload),
    token: newToken(random),
  })
  keepVersion(ports, post, 'sent', words)
}

/**
 * Whether the text that counts as agreed is an older one, which a late request of another desk brought back over what we sent
 * last. What appears then is put right by that desk: two that put each other right would end with the older words.
 */
function isBroughtBack(desk: Desk, post: StoredPost, sends: Send[], agreed: RemotePost): boolean {
  const at = sends.findIndex(({ doneAt }) => doneAt !== null)
  const lastDoneAt = sends[at]?.doneAt ?? null
  if (lastDoneAt === null) return false
  if (sends.slice(0, at + 1).some((send) => wasTextOf(desk, post.blogId, send, agreed))) return false
  return desk.snapshots.hadBefore(post.id, hashWords(wordsOfBase(desk, post, agreed)), lastDoneAt)
}

const wordsOfBase = (desk: Desk, post: StoredPost, remote: RemotePost): PostWords => ({
  ...wordsOfRemote(desk, post.blogId, remote),
  ...besideOfPost(desk, post),
})

/** Only where a send of ours said what the blog has now: a colleague may have put it there in the same minutes. */
function stickyAgain(desk: Desk, post: StoredPost, { agreed, remote }: SetBack): Pick<PostPayload, 'isSticky'> {
  const sends = desk.outbox.listBegunSends(post.id, SENDS_LOOKED_AT)
  const isOurs = sends.some(({ payload }) => payload.isSticky === isSticky(remote))
  return isSticky(agreed) !== isSticky(remote) && isOurs ? { isSticky: isSticky(agreed) } : {}
}

const isTakenOff = ({ agreed, remote }: SetBack): boolean => isLiveStatus(agreed.status) && !isLiveStatus(remote.status)

const traceOf = ({ title, content, excerpt, footnotes, status }: PostText & Pick<RemotePost, 'status'>): string =>
  hashJson({ title, content, excerpt, footnotes, status })
