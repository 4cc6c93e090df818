import { utcIso, type PostId, type RemotePostId, type RemoteTermId } from '../../../../shared/domain/ids.ts'
import { isSameMarkup } from '../../../../shared/content/is-same-markup.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { PostFields, RemotePost } from '../../blog-api/blog-api.ts'
import { sha256 } from '../../content-hash.ts'
import { changedFields, markupFor } from '../../posts/post-fields.ts'
import { mergeWith, takeIncoming } from '../../posts/merge-incoming.ts'
import { wordsOfVersion } from '../../posts/post-versions.ts'
import { currentWords, hashWords } from '../../posts/post-words.ts'
import { summarise } from '../../posts/post-summary.ts'
import type { Desk } from '../../store/desk.ts'
import type { StoredEntryOf } from '../../store/outbox-repository.ts'
import { siteTime } from '../site-time.ts'
import type { Act, ActTools } from './act.ts'

/**
 * A post to the blog, so that no lost answer, crash or late request ever makes two of it:
 * 1. reserve: an empty draft under a slug of 128 random bits; unclear → look the slug up and adopt what is there;
 * 2. stage: words, terms and pictures by id, without touching the status; read what the blog stored and compare;
 * 3. flip: the status, alone;
 * 4. read back for the receipt.
 * Every step looks at the blog first and skips what is already so. A post that the blog has had all along starts at 2, and
 * only if the blog's text is still the one both agreed on.
 */
export const sendPost: Act<'publish-post' | 'update-post'> = {
  async lookUp(entry, { api, desk }) {
    const known = entry.remoteId ?? desk.posts.getPost(postIdOf(entry)).remoteId
    if (known !== null) return { isThere: true, remoteId: known }
    const found = lowestAlive(await api.findPostsBySlugFamily(entry.token))
    return found ? { isThere: true, remoteId: found.remoteId } : { isThere: false, quarantineMs: 0 }
  },

  async perform(entry, tools) {
    const { api, desk, blog, clock } = tools
    const remoteId = await reserve(entry, tools)
    const before = await api.getPost(remoteId)
    if (before.status === 'trash') throw new AppError({ kind: 'gone' })
    refusePassedSchedule(entry, before, clock.now())
    const approved = onTheBlogsText(entry, before, tools)
    const wanted = await wantedFields(approved, tools)
    await stage(approved, before, wanted, tools)
    await flip(approved, before, tools)
    const after = await api.getPost(remoteId)
    const now = clock.now()
    return {
      receipt: {
        url: after.link || blog.url,
        sentAt: utcIso(now),
        siteTime: siteTime(now, blog),
        siteZone: blog.timeZone,
        revision: after.revision,
        contentHash: sha256(after.content),
        remoteStatus: after.status,
        approvedBy: entry.approvedBy,
      },
      store: () => storeAgreement(desk, approved, after, utcIso(now)),
    }
  },
}

type PostEntry = StoredEntryOf<'publish-post' | 'update-post'>
type Wanted = Required<Pick<PostFields, 'title' | 'content' | 'excerpt' | 'categoryIds' | 'tagIds'>>

function postIdOf(entry: PostEntry): PostId {
  if (entry.postId === null) throw new Error(`entry ${entry.id} has no post`)
  return entry.postId
}

const lowestAlive = (family: RemotePost[]): RemotePost | null => {
  const alive = family.find((post) => post.status !== 'trash')
  if (!alive && family.length > 0) throw new AppError({ kind: 'gone' })
  return alive ?? null
}

async function reserve(entry: PostEntry, { api, desk, clock, write }: ActTools): Promise<RemotePostId> {
  const post = desk.posts.getPost(postIdOf(entry))
  const known = (entry.remoteId as RemotePostId | null) ?? post.remoteId
  if (known !== null && post.remoteId === known) return known
  const draft = known === null ? await makeDraft(entry, api, write) : await api.getPost(known)
  desk.transaction(() => {
    desk.outbox.noteProgress(entry.id, { remoteId: draft.remoteId })
    desk.posts.putPost({ ...desk.posts.getPost(post.id), remoteId: draft.remoteId })
    desk.posts.putBase(post.id, 'agreed', { remote: draft, takenAt: utcIso(clock.now()) })
  })
  return draft.remoteId
}

/** A slug that comes back numbered means that an earlier try of ours landed after all: the eldest is the one. */
async function makeDraft(entry: PostEntry, api: ActTools['api'], write: ActTools['write']): Promise<RemotePost> {
  const made = await write(() => api.createDraft({ slug: entry.token, title: entry.payload.words.title }))
  if (made.slug === entry.token) return made
  return lowestAlive(await api.findPostsBySlugFamily(entry.token)) ?? made
}

async function wantedFields(entry: PostEntry, { api, desk, blog, write }: ActTools): Promise<Wanted> {
  const { words } = entry.payload
  const { markup, missingPictures } = markupFor(desk, blog.id, words)
  if (missingPictures.length > 0) throw new AppError({ kind: 'no-such-item', what: 'media' })
  const tagIds: RemoteTermId[] = []
  for (const name of words.tags) {
    const term = await write(() => api.ensureTerm('tag', name))
    desk.transaction(() => desk.terms.putTerms(blog.id, [term]))
    tagIds.push(term.remoteId)
  }
  return { title: words.title, content: markup, excerpt: words.excerpt, categoryIds: words.categoryIds, tagIds }
}

/**
 * The blog's text must be the agreed one, or already ours; anything else is somebody's work. Where it does not touch ours
 * the two are merged and the merged words are what goes; where it does, nothing is sent and the person is asked.
 */
function onTheBlogsText(entry: PostEntry, theirs: RemotePost, tools: ActTools): PostEntry {
  const { desk, blog, clock } = tools
  const post = desk.posts.getPost(postIdOf(entry))
  const agreed = desk.posts.findBase(post.id, 'agreed')?.remote
  const { title, excerpt } = entry.payload.words
  const { markup } = markupFor(desk, blog.id, entry.payload.words)
  const isAsAgreed = agreed !== undefined && isSameText(agreed, theirs)
  if (isAsAgreed || isSameText({ title, excerpt, content: markup }, theirs)) return entry
  const rebased = desk.transaction(() => {
    const merge = mergeWith(desk, post, entry.payload.words, theirs)
    const copy = desk.posts.findWorkingCopy(post.id)
    const merged = copy ? takeIncoming(tools, post, theirs) : null
    if (!merge?.isClean || (copy && !merged)) {
      desk.posts.putBase(post.id, 'incoming', { remote: theirs, takenAt: utcIso(clock.now()) })
      return null
    }
    if (!copy) desk.posts.putBase(post.id, 'agreed', { remote: theirs, takenAt: utcIso(clock.now()) })
    const words = wordsOfVersion(desk, blog.id, merge.merged, entry.payload.words)
    return desk.outbox.rebaseEntry(entry.id, { ...entry.payload, words, wordsHash: hashWords(words) })
  })
  if (!rebased) throw new AppError({ kind: 'conflict', code: 'changed-on-both' })
  return rebased
}

type Text = Pick<RemotePost, 'title' | 'content' | 'excerpt'>
const isSameText = (one: Text, other: Text): boolean =>
  one.title === other.title && one.content === other.content && one.excerpt === other.excerpt

async function stage(
  entry: PostEntry,
  before: RemotePost,
  wanted: Wanted,
  { api, write, markStaged, markSending }: ActTools,
): Promise<void> {
  const fields = changedFields(wanted, before)
  // An empty slug lets the blog make its own from the title when the post goes public.
  if (before.slug.startsWith(entry.token)) fields.slug = ''
  if (Object.keys(fields).length > 0) {
    const stored = await write(() => api.updatePost(before.remoteId, fields))
    const altered = (['title', 'content', 'excerpt'] as const).filter(
      (name) => !isKept(name, stored[name], wanted[name]),
    )
    if (altered.length > 0) throw new AppError({ kind: 'altered-by-blog', fields: altered })
  }
  if (needsFlip(entry, before)) {
    markStaged()
    markSending()
  }
}

/** The blog trims what is plain text; what it may do to markup is said at isSameMarkup. */
function isKept(name: 'title' | 'content' | 'excerpt', stored: string, wanted: string): boolean {
  if (name === 'content') return isSameMarkup(wanted, stored)
  return stored.replaceAll('\r\n', '\n').trim() === wanted.replaceAll('\r\n', '\n').trim()
}

function targetStatus({ payload: { as, publishAt } }: PostEntry): RemotePost['status'] | null {
  if (as === 'keep') return null
  return as === 'publish' && publishAt !== null ? 'future' : as
}

function needsFlip(entry: PostEntry, before: RemotePost): boolean {
  const target = targetStatus(entry)
  // The blog made it public at its time; that is what was asked for.
  const wentAtItsTime =
    target === 'future' && before.status === 'publish' && before.publishedAt === entry.payload.publishAt
  return target !== null && before.status !== target && !wentAtItsTime
}

/** A schedule whose time passed before there was a line is not published late in silence: the person is asked. */
function refusePassedSchedule(entry: PostEntry, before: RemotePost, now: Date): void {
  const { publishAt } = entry.payload
  if (publishAt === null || !needsFlip(entry, before) || publishAt > utcIso(now)) return
  throw new AppError({ kind: 'not-allowed-now', why: 'schedule-passed' })
}

async function flip(entry: PostEntry, before: RemotePost, { api, write }: ActTools): Promise<void> {
  const { as, publishAt } = entry.payload
  if (as === 'keep' || !needsFlip(entry, before)) return
  const isLater = as === 'publish' && publishAt !== null
  await write(() => api.setPostStatus(before.remoteId, isLater ? { status: 'future', publishAt } : { status: as }))
}

/** The blog's text is now the agreed one. Words written meanwhile stay as the working copy. */
function storeAgreement(desk: Desk, entry: PostEntry, remote: RemotePost, takenAt: ReturnType<typeof utcIso>): void {
  const postId = postIdOf(entry)
  desk.posts.putBase(postId, 'agreed', { remote, takenAt })
  desk.posts.removeIncoming(postId)
  if (desk.posts.findWorkingCopy(postId)?.wordsHash === entry.payload.wordsHash) desk.posts.removeWorkingCopy(postId)
  const post = desk.posts.getPost(postId)
  desk.posts.putPost({ ...post, ...summarise(currentWords(desk, post)) })
}
