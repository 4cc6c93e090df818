import { mayPublish } from '../../../shared/domain/blog.ts'
import { documentPictures, picturesOf } from '../../../shared/content/document-pictures.ts'
import type { PostDocument } from '../../../shared/content/document.ts'
import { utcIso, type EntryId, type MediaId, type PostId, type SnapshotId } from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import { newId, newToken } from '../new-id.ts'
import type { Clock, Random } from '../ports.ts'
import { refuseStopped } from '../checks/check-stored-post.ts'
import { entryFrame } from '../outbox/entry-frame.ts'
import { canCancel, isKept, needsPerson } from '../outbox/entry-states.ts'
import { letRepliesWaitFor } from '../outbox/replies-behind.ts'
import { takeBack } from '../outbox/take-back.ts'
import type { PostPayload } from '../outbox/entry-payload.ts'
import { refuseUnsealed } from '../review/refuse-unsealed.ts'
import { blogNow } from '../blogs/blog-clock.ts'
import { wantedLink } from '../pairs/link-on-blog.ts'
import { hashJson } from '../content-hash.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import { isLiveStatus } from './is-live-status.ts'
import { isOffBlogStatus } from './is-off-blog-status.ts'
import type { StoredEntry, StoredEntryOf } from '../store/outbox-repository.ts'
import type { StoredPost } from '../store/post-repository.ts'
import { currentWords, hashWords } from './post-words.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import { documentToText } from '../../../shared/content/document-to-text.ts'
import { walkDocument } from '../../../shared/content/document-walk.ts'

/** MySQL's TEXT, in which WordPress keeps a title, holds 65,535 bytes. */
const LONGEST_TITLE_BYTES = 65_535

/**
 * Puts the post, and the pictures the blog does not have, into the outbox in one transaction with the person's act. The
 * same words twice are one act; newer words replace an entry of which nothing has left, and queue behind one that may have.
 */
export function queuePost(
  ports: { desk: Desk; clock: Clock; random: Random; holdMs: number },
  postId: PostId,
  { as, publishAt, urgent }: Pick<PostPayload, 'publishAt' | 'urgent'> & { as: 'publish' | 'pending' },
): StoredEntry {
  const { desk, random } = ports
  return desk.transaction(() => {
    const post = desk.posts.getPost(postId)
    const blog = desk.blogs.getBlog(post.blogId)
    const words = currentWords(desk, post)
    refuseUnsendable(desk, post, blog, words, as)
    refuseStopped(ports, post, words, publishAt)
    if (publishAt !== null && publishAt <= utcIso(blogNow(ports, blog.id)))
      throw new AppError({ kind: 'invalid-input', field: 'publishAt', rule: 'in-the-past' })
    const wordsHash = hashWords(words)
    const agreed = desk.posts.findBase(post.id, 'agreed')?.remote
    const isLive = agreed !== undefined && isLiveStatus(agreed.status)
    const saw = agreed ? { categoryIds: agreed.categoryIds, tagIds: agreed.tagIds } : null
    const payload: PostPayload = {
      words,
      wordsHash,
      saw,
      as: isLive ? 'keep' : as,
      publishAt: isLive ? null : publishAt,
      ...stickyWish(desk, post),
      ...linkWish(desk, post),
      ...parentWish(desk, post),
      ...(urgent && { urgent }),
    }
    refuseUnsealed(desk, post, payload)

    const earlier = openSendsOf(desk, postId)
    // Only the person's last word counts: the same words as before that are another act. What needs somebody has ended, and
    // so has keeping it here: who asks again wants it to go.
    const last = earlier.at(-1)
    if (last && isSameAct(last.payload, payload) && !needsPerson(last.state) && !isKept(last)) return last
    const id = newId<EntryId>(random)
    for (const entry of earlier) letRepliesWaitFor(desk, id, entry)
    for (const entry of earlier) if (canCancel(entry.state)) takeBack(desk, entry)
    const inFlight = earlier.filter((entry) => !canCancel(entry.state)).map((entry) => entry.id)

    const frame = entryFrame(ports, blog)
    rememberDescriptions(desk, words)
    const pictureEntries = queuePictures(ports, blog, post, words.document)
    desk.outbox.addEntry({
      ...frame,
      id,
      postId,
      kind: isLive ? 'update-post' : 'publish-post',
      lane: `post:${post.id}`,
      waitsFor: [...inFlight, ...pictureEntries],
      what: words.title,
      sizeBytes: Buffer.byteLength(JSON.stringify(words)),
      payload,
      payloadHash: hashJson(payload),
      token: newToken(random),
    })
    desk.snapshots.addSnapshot({
      id: newId<SnapshotId>(random),
      postId,
      why: 'sent',
      words,
      wordsHash,
      title: words.title,
      wordCount: post.wordCount,
      createdAt: frame.createdAt,
    })
    return desk.outbox.getEntry(id)
  })
}

/** What is worth sending although it says nothing. */
const WITHOUT_WORDS = ['picture', 'embed', 'video', 'audio', 'file', 'customHtml', 'opaque']

const isSameAct = (one: PostPayload, other: PostPayload): boolean =>
  one.wordsHash === other.wordsHash &&
  one.as === other.as &&
  one.publishAt === other.publishAt &&
  one.isSticky === other.isSticky &&
  JSON.stringify(one.inLanguages) === JSON.stringify(other.inLanguages) &&
  one.parent?.parentId === other.parent?.parentId &&
  one.urgent?.why === other.urgent?.why

function stickyWish(desk: Desk, { id }: StoredPost): Pick<PostPayload, 'isSticky'> {
  const wish = desk.sticky.findWish(id)
  return wish === null ? {} : { isSticky: wish }
}

function linkWish(desk: Desk, post: StoredPost): Pick<PostPayload, 'inLanguages'> {
  const link = wantedLink(desk, post)
  return link === null ? {} : { inLanguages: link }
}

function parentWish(desk: Desk, { id }: StoredPost): Pick<PostPayload, 'parent'> {
  const parent = desk.pages.findParentWish(id)
  return parent === null ? {} : { parent }
}

/** The post's entries that have not ended, in the order of the person's acts. */
export const openSendsOf = (desk: Desk, postId: PostId): StoredEntryOf<'publish-post' | 'update-post'>[] =>
  desk.outbox.listOpenOfPost(postId).filter((entry) => entry.kind === 'publish-post' || entry.kind === 'update-post')

/** Takes the post out of the outbox. Call inside a transaction. Throws `not-allowed-now` while it may be under way. */
export function takeBackPost(desk: Desk, postId: PostId): void {
  for (const entry of openSendsOf(desk, postId)) {
    if (!canCancel(entry.state)) throw new AppError({ kind: 'not-allowed-now', why: 'being-sent' })
    takeBack(desk, entry)
  }
}

function refuseUnsendable(
  desk: Desk,
  post: StoredPost,
  blog: StoredBlog,
  { title, document }: { title: string; document: PostDocument },
  as: 'publish' | 'pending',
): void {
  if (Buffer.byteLength(title) > LONGEST_TITLE_BYTES)
    throw new AppError({ kind: 'invalid-input', field: 'title', rule: 'too-long' })
  if (title.trim() === '') throw new AppError({ kind: 'invalid-input', field: 'title', rule: 'empty' })
  const hasWords =
    documentToText(document).trim() !== '' ||
    [...walkDocument(document)].some((node) => WITHOUT_WORDS.includes(node.type))
  if (!hasWords) throw new AppError({ kind: 'invalid-input', field: 'document', rule: 'empty' })
  if (as === 'publish' && !mayPublish(blog.rights, post.kind))
    throw new AppError({ kind: 'not-allowed-now', why: 'no-right-to-publish' })
  if (!blog.rights.canUploadMedia && documentPictures(document).some((id) => !desk.media.findUpload(blog.id, id)))
    throw new AppError({ kind: 'not-allowed-now', why: 'no-right-to-upload' })
  if (isOffBlogStatus(desk.posts.findBase(post.id, 'agreed')?.remote.status))
    throw new AppError({ kind: 'not-allowed-now', why: 'off-the-blog' })
  if (post.isTrashed) throw new AppError({ kind: 'not-allowed-now', why: 'in-trash' })
  if (desk.posts.findBase(post.id, 'incoming')) throw new AppError({ kind: 'not-allowed-now', why: 'changed-on-both' })
}

/** One entry per picture that is not on the blog and not on its way; the post waits for them all. */
export function queuePictures(
  ports: { desk: Desk; clock: Clock; random: Random; holdMs: number },
  blog: StoredBlog,
  { id: postId }: Pick<StoredPost, 'id'>,
  document: PostDocument,
): EntryId[] {
  const { desk, random } = ports
  return documentPictures(document).flatMap((mediaId) => {
    if (desk.media.findUpload(blog.id, mediaId)) return []
    const open = desk.outbox.findOpenUpload(blog.id, mediaId)
    if (open) return [open.id]
    const picture = desk.media.getPicture(mediaId)
    const payload = { mediaId, alt: altOf(document, mediaId), ...(picture.sent && { sentHash: picture.sent.hash }) }
    const id = newId<EntryId>(random)
    desk.outbox.addEntry({
      ...entryFrame(ports, blog),
      id,
      postId,
      kind: 'upload-picture',
      lane: `media:${mediaId}`,
      mediaId,
      what: picture.fileName,
      sizeBytes: (picture.sent ?? picture).sizeBytes,
      payload,
      payloadHash: hashJson(payload),
      token: newToken(random),
    })
    return [id]
  })
}

/** What a post says of its pictures is offered for the next post; what the person wrote in the library stays. */
function rememberDescriptions(desk: Desk, { document, language }: Pick<PostWords, 'document' | 'language'>): void {
  for (const mediaId of documentPictures(document)) {
    const picture = desk.media.findPicture(mediaId)
    const alt = altOf(document, mediaId)
    if (picture?.alt === '' && alt !== '') desk.media.putWords(mediaId, { ...picture, alt, altLanguage: language })
  }
}

function altOf(document: PostDocument, mediaId: MediaId): string {
  return picturesOf(document).find(({ attrs }) => attrs.mediaId === mediaId)?.attrs.alt ?? ''
}
