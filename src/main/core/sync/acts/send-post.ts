import { utcIso, type PostId, type RemotePostId, type RemoteTermId } from '../../../../shared/domain/ids.ts'
import { AppError, isAppError } from '../../../../shared/errors.ts'
import type { RemotePost, RemoteRevision } from '../../blog-api/blog-api.ts'
import { isReservedSlug } from '../../new-id.ts'
import { isLiveStatus } from '../../posts/is-live-status.ts'
import { noteOffBlog } from '../../posts/off-blog.ts'
import { isOurOwnText, wasTextOf } from '../../posts/is-our-own-text.ts'
import { alteredFields, hasSameBytes, isSameText } from '../../posts/is-same-text.ts'
import { changedFields, refuseUnexplained, saysTheSame, textFor, type WantedFields } from '../../posts/post-fields.ts'
import { currentWords } from '../../posts/post-words.ts'
import { rebaseSends } from '../../posts/rebase-sends.ts'
import { isSetBack, wasTakenOff } from '../../posts/set-back.ts'
import { summarise } from '../../posts/post-summary.ts'
import { keepSaved, OWN_SENDS_KNOWN, takeCrossed, takeLaidOver } from '../../posts/take-crossed.ts'
import { withChanges } from '../../posts/with-changes.ts'
import { notePublication, sealOverLive } from '../../review/note-publication.ts'
import { refuseUnsealed } from '../../review/refuse-unsealed.ts'
import type { StoredEntryOf } from '../../store/outbox-repository.ts'
import type { StoredPost } from '../../store/post-repository.ts'
import { lookAt } from '../look-at.ts'
import { readRevisions } from '../read-revisions.ts'
import { nextSweepAt } from '../sweep-times.ts'
import { storeRemotePost } from '../store-remote-post.ts'
import { isFirstAttempt, type Act, type ActTools } from './act.ts'
import { linkFields } from './link-fields.ts'
import { hashOfText, receiptOf } from './receipt-of.ts'

/**
 * A post to the blog, so that no lost answer, crash or late request ever makes two of it:
 * 1. reserve: an empty draft under a slug of 128 random bits; unclear → look the slug up and adopt what is there;
 * 2. stage: words, terms and pictures by id, without touching the status; read what the blog stored and compare;
 * 3. flip: the status, alone;
 * 4. read back for the receipt.
 * Every step looks at the blog first and skips what is already so. A post that the blog has had all along starts at 2, and
 * only if the blog's text is still the one both agreed on, or one of ours, in the state in which the person saw it.
 */
export const sendPost: Act<'publish-post' | 'update-post'> = {
  async lookUp(entry, tools) {
    const known = tools.desk.posts.getPost(postIdOf(entry)).remoteId
    if (known !== null) return { isThere: true, remoteId: known }
    const found = eldest(await tools.api.findPostsBySlugFamily(entry.token))
    if (!found) return { isThere: false, quarantineMs: 0 }
    return { isThere: true, remoteId: adopt(entry, found, tools) }
  },

  async perform(begun, tools) {
    const { api, desk, blog } = tools
    refuseUnsealed(tools.desk, postOf(begun, tools), begun.payload)
    const remoteId = await reserve(begun, tools)
    const before = await presentState(begun, remoteId, tools)
    refusePassedSchedule(begun, before, tools.blogNow())
    const entry = await meetBlogsText(begun, before, tools)
    // What a colleague wrote may have come into it, and an approval may have been taken back.
    refuseUnsealed(tools.desk, postOf(entry, tools), entry.payload)
    const wanted = await wantedFields(entry, before, tools)
    const staged = await stage(entry, { before, wanted }, tools)
    const agreed = desk.posts.findBase(postIdOf(entry), 'agreed')?.remote ?? before
    const crossed = await readCrossed(entry, { agreed, staged }, tools)
    // This send says nothing of that; as long as the post counts as public, the person is asked (store-remote-post.ts).
    const isOff =
      entry.payload.as === 'keep' && wasTakenOff(desk, desk.posts.getPost(postIdOf(entry)), { agreed, remote: before })
    const ours = await flip(entry, staged, tools)
    const after = await readBack(ours, api)
    const seal = sealOverLive(desk, postOf(entry, tools), after, entry.payload)
    return {
      receipt: receiptOf(entry, tools, {
        url: after.link || blog.url,
        revision: after.revision,
        contentHash: hashOfText(after),
        remoteStatus: after.status,
        crossedAt: crossed.at(-1)?.savedAt ?? null,
        isPutRight: entry.payload.putsRight !== undefined,
        ...(seal && { seal }),
      }),
      store() {
        const { status, publishedAt } = agreed
        storeAgreement(entry, { ours: isOff ? { ...ours, status, publishedAt } : ours, after }, tools)
        takeCrossed(tools, desk.posts.getPost(postIdOf(entry)), { agreed, sent: ours, crossed })
        notePublication(tools, entry, after, seal)
      },
    }
  },
}

type PostEntry = StoredEntryOf<'publish-post' | 'update-post'>

const postOf = (entry: PostEntry, { desk }: ActTools): StoredPost => desk.posts.getPost(postIdOf(entry))

function postIdOf(entry: PostEntry): PostId {
  if (entry.postId === null) throw new Error(`entry ${entry.id} has no post`)
  return entry.postId
}

/** One in the trash is ours only where no other is: then somebody put it there, and a person is asked (presentState). */
const eldest = (family: RemotePost[]): RemotePost | null =>
  family.find((post) => post.status !== 'trash') ?? family[0] ?? null

async function reserve(entry: PostEntry, tools: ActTools): Promise<RemotePostId> {
  const { api, desk, write } = tools
  const { remoteId } = desk.posts.getPost(postIdOf(entry))
  if (remoteId !== null) return remoteId
  const landed = isFirstAttempt(entry) ? null : eldest(await api.findPostsBySlugFamily(entry.token))
  return adopt(entry, landed ?? (await makeDraft(entry, api, write)), tools)
}

/** From here on the draft is this post, whatever becomes of the entry: no later one makes a second. */
function adopt(entry: PostEntry, draft: RemotePost, { desk, clock }: ActTools): RemotePostId {
  desk.transaction(() => {
    const post = desk.posts.getPost(postIdOf(entry))
    desk.outbox.noteProgress(entry.id, { remoteId: draft.remoteId })
    desk.posts.putPost({ ...post, remoteId: draft.remoteId })
    desk.posts.putBase(post.id, 'agreed', { remote: asReserved(entry, draft), takenAt: utcIso(clock.now()) })
  })
  return draft.remoteId
}

/** As we asked for it: whatever else a draft that was looked up says, somebody wrote since, and it counts as their change. */
function asReserved({ payload: { words } }: PostEntry, found: RemotePost): RemotePost {
  const title = found.title.trim() === words.title.trim() ? found.title : words.title
  return { ...found, title, content: '', excerpt: '', ...(found.footnotes === undefined ? {} : { footnotes: '' }) }
}

/** A slug that comes back numbered means that an earlier try of ours landed after all: the eldest is the one. */
async function makeDraft(entry: PostEntry, api: ActTools['api'], write: ActTools['write']): Promise<RemotePost> {
  const made = await write(() => api.createDraft({ slug: entry.token, title: entry.payload.words.title }))
  if (made.slug === entry.token) return made
  return eldest(await api.findPostsBySlugFamily(entry.token)) ?? made
}

/** Throws `gone`, noted with the post, when somebody has trashed or deleted it: that is for a person to answer. */
async function presentState(entry: PostEntry, remoteId: RemotePostId, tools: ActTools): Promise<RemotePost> {
  const now = await lookAt(tools.api, remoteId)
  if (typeof now !== 'string') return now
  tools.desk.transaction(() => noteOffBlog(tools, postIdOf(entry), now))
  throw new AppError({ kind: 'gone' })
}

/** Terms are sent as the person's change to what the blog has now, so that a colleague's tag stays. */
async function wantedFields(
  entry: PostEntry,
  before: RemotePost,
  { api, desk, blog, write }: ActTools,
): Promise<WantedFields> {
  const { words, saw, isSticky, inLanguages, parent } = entry.payload
  const { missingPictures, ...text } = textFor(desk, blog.id, words, before)
  if (missingPictures.length > 0) throw new AppError({ kind: 'no-such-item', what: 'media' })
  refuseUnexplained(desk, blog.id, words, text, before)
  const nameOf = (id: RemoteTermId): string | undefined => desk.terms.namesOf(blog.id, [id])[0]
  const sawTags = saw?.tagIds ?? []
  // A tag that the desk has no name for was never shown, so nobody took it out.
  const keptTags = sawTags.filter((id) => words.tags.includes(nameOf(id) ?? '') || nameOf(id) === undefined)
  const sawNames = desk.terms.namesOf(blog.id, sawTags)
  const newTags: RemoteTermId[] = []
  for (const name of words.tags.filter((each) => !sawNames.includes(each))) {
    const term = await write(() => api.ensureTerm('tag', name))
    desk.transaction(() => desk.terms.putTerms(blog.id, [term]))
    newTags.push(term.remoteId)
  }
  const link = await linkFields(inLanguages, before, api)
  // A new draft is in the blog's default category until somebody chooses.
  const sawCategories = saw?.categoryIds ?? (words.categoryIds.length > 0 ? before.categoryIds : [])
  return {
    ...text,
    categoryIds: withChanges(before.categoryIds, { saw: sawCategories, wanted: words.categoryIds }),
    tagIds: withChanges(before.tagIds, { saw: sawTags, wanted: [...keptTags, ...newTags] }),
    // Where the right has gone since, the words go without it, and the wish stays on the desk.
    ...(isSticky === undefined || before.stickyFixed !== undefined ? {} : { isSticky }),
    ...(link && { inLanguages: link }),
    // Whoever moved the page since the person chose meant it: there it stays, and the choice stays on the desk to be made again.
    ...(parent && before.page?.parentId === parent.saw ? { parentId: parent.parentId } : {}),
  }
}

/**
 * The blog's text must be the agreed one, or ours already. Anything else is somebody's work, which is taken into the entry
 * where that is safe (rebase-sends.ts) and else is a question; and so is a post that went out. Returns the entry as it is to go.
 */
async function meetBlogsText(entry: PostEntry, remote: RemotePost, tools: ActTools): Promise<PostEntry> {
  const { desk, blog, clock, flushEdits } = tools
  const postId = postIdOf(entry)
  const agreed = desk.posts.findBase(postId, 'agreed')?.remote
  const base = { remote, takenAt: utcIso(clock.now()) }
  const isOurs =
    isOurOwnText(desk, blog.id, postId, remote) ||
    (agreed !== undefined && isSetBack(desk, desk.posts.getPost(postId), { agreed, remote }))
  const isAsAgreed = agreed !== undefined && hasSameBytes(agreed, remote)
  if (!isOurs && !isAsAgreed) {
    // A late request of ours may lie over what others saved since.
    const saved = agreed ? await readRevisions(tools.api, { remoteId: agreed.remoteId, since: agreed.revision }) : []
    flushEdits(postId)
    const isRebased = desk.transaction(() => {
      const post = desk.posts.getPost(postId)
      const isTaken = rebaseSends(tools, post, remote)
      if (agreed && isTaken) takeLaidOver(tools, post, { agreed, remote, saved })
      if (isTaken) return true
      if (agreed) keepSaved(tools, post, agreed, saved)
      desk.posts.putBase(postId, 'incoming', base)
      return false
    })
    if (isRebased) return desk.outbox.getEntry(entry.id) as PostEntry
    throw new AppError({ kind: 'conflict', code: 'changed-on-both' })
  }
  const { as } = entry.payload
  if (!isOurs && as !== 'keep' && as !== remote.status && isLiveStatus(remote.status)) {
    desk.transaction(() => desk.posts.putBase(postId, 'agreed', base))
    throw new AppError({ kind: 'conflict', code: 'status-changed' })
  }
  return entry
}

/** A schedule whose time passed before there was a line is not published late in silence: the person is asked. */
function refusePassedSchedule({ payload: { publishAt } }: PostEntry, before: RemotePost, now: Date): void {
  if (publishAt === null || isLiveStatus(before.status) || publishAt > utcIso(now)) return
  throw new AppError({ kind: 'not-allowed-now', why: 'schedule-passed' })
}

/** Returns the post as the blog has it then. */
async function stage(
  { id, payload }: PostEntry,
  { before, wanted }: { before: RemotePost; wanted: WantedFields },
  { api, desk, write }: ActTools,
): Promise<RemotePost> {
  const fields = changedFields(wanted, before)
  // An empty slug lets the blog make its own from the title when the post goes public.
  if (isReservedSlug(before.slug)) fields.slug = ''
  if (Object.keys(fields).length === 0) return before
  desk.transaction(() => desk.sentWords.noteSent(id, payload.wordsHash, before.revision))
  const stored = await write(() => api.updatePost(before.remoteId, fields))
  const altered = alteredFields(wanted, stored)
  if (altered.length > 0) {
    throw new AppError({ kind: 'altered-by-blog', fields: altered, isLive: isLiveStatus(before.status) })
  }
  return stored
}

/**
 * What others saved between our look and our write, from the blog's own revisions since the agreed text. Read before the
 * flip, and again by the next attempt when the line breaks here; a blog that shows no revisions has none to tell.
 */
async function readCrossed(
  entry: PostEntry,
  { agreed, staged }: { agreed: RemotePost; staged: RemotePost },
  { api, desk, blog }: ActTools,
): Promise<RemoteRevision[]> {
  const saved = await readRevisions(api, { remoteId: agreed.remoteId, since: agreed.revision })
  // What comes after ours is the blog's text now, and comes in like any other.
  const ours = saved.findLastIndex((text) => isSameText(text, staged))
  // Whoever went back to what was agreed on meant it; where it was this account, that was a late request or is being put right.
  const isGoneBack = (text: RemoteRevision): boolean => text.authorId !== blog.remoteUserId && isSameText(text, agreed)
  const since = saved.findLastIndex(isGoneBack) + 1
  const sends = desk.outbox.listBegunSends(postIdOf(entry), OWN_SENDS_KNOWN)
  return saved
    .slice(since, Math.max(since, ours))
    .filter((text) => !sends.some((send) => wasTextOf(desk, blog.id, send, text, agreed)))
}

/** A post that is out already keeps its state, whoever brought it there. */
async function flip(entry: PostEntry, staged: RemotePost, tools: ActTools): Promise<RemotePost> {
  const { api, write, blogNow, markStaged, markSending } = tools
  const { as, publishAt } = entry.payload
  if (as === 'keep' || staged.status === as || isLiveStatus(staged.status)) return staged
  // Somebody may have made it public since the words arrived; handing it in for review would take it off the site.
  const now = as === 'pending' ? await presentState(entry, staged.remoteId, tools) : staged
  if (isLiveStatus(now.status)) return { ...staged, status: now.status, publishedAt: now.publishedAt }
  const isLater = as === 'publish' && publishAt !== null
  // On a slow line the time may have come since the first look.
  refusePassedSchedule(entry, staged, blogNow())
  markStaged()
  markSending()
  const answer = await write(() =>
    api.setPostStatus(staged.remoteId, isLater ? { status: 'future', publishAt } : { status: as }),
  )
  // The answer shows the post as it is by then: what somebody wrote since the words were sent is not what was agreed on.
  const { title, content, excerpt, footnotes, categoryIds, tagIds } = staged
  return { ...answer, title, content, excerpt, ...(footnotes === undefined ? {} : { footnotes }), categoryIds, tagIds }
}

/**
 * When the line breaks here everything is done, and the blog's answer to the last step is the receipt: a post that is public
 * never waits as if it could still be taken back.
 */
async function readBack(ours: RemotePost, api: ActTools['api']): Promise<RemotePost> {
  try {
    return await api.getPost(ours.remoteId)
  } catch (error) {
    if (isAppError(error)) return ours
    throw error
  }
}

/**
 * The text as it was sent is the agreed one. Words written meanwhile stay as the working copy, and what somebody else put
 * there before it was read back comes in like any other change of the blog.
 */
function storeAgreement(
  entry: PostEntry,
  { ours, after }: { ours: RemotePost; after: RemotePost },
  { desk, blog, clock, random }: ActTools,
): void {
  const postId = postIdOf(entry)
  const { remoteId, attempts } = desk.outbox.getEntry(entry.id)
  if (remoteId !== null || attempts > 1) desk.outbox.planSweep(entry.id, nextSweepAt(clock.now(), 0))
  desk.posts.putBase(postId, 'agreed', { remote: ours, takenAt: utcIso(clock.now()) })
  desk.posts.removeIncoming(postId)
  const isAsSent = desk.posts.findWordsHash(postId) === entry.payload.wordsHash
  if (isAsSent || saysTheSame(desk, blog.id, currentWords(desk, desk.posts.getPost(postId)), ours))
    desk.posts.removeWorkingCopy(postId)
  storeRemotePost({ desk, clock, random }, blog, after)
  const post = desk.posts.getPost(postId)
  desk.posts.putPost({ ...post, ...summarise(currentWords(desk, post)) })
}
