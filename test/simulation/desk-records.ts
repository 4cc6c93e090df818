import type Database from 'better-sqlite3'
import { documentPictures } from '../../src/shared/content/document-pictures.ts'
import { documentToText } from '../../src/shared/content/document-to-text.ts'
import { markupToDocument } from '../../src/shared/content/markup-to-document.ts'
import type { PostDocument } from '../../src/shared/content/document.ts'
import type { EntryKind, EntryState, Receipt } from '../../src/shared/domain/outbox-entry.ts'
import type { PostWords } from '../../src/shared/domain/post.ts'
import type { AppErrorKind } from '../../src/shared/errors.ts'
import type {
  PostPayload,
  ModerationPayload,
  ReplyPayload,
  ReschedulePayload,
  ReviewPayload,
} from '../../src/main/core/outbox/entry-payload.ts'
import type { RemotePost } from '../../src/main/core/blog-api/blog-api.ts'
import { createTypedEdits } from '../../src/main/core/posts/typed-edits.ts'
import { createDesk } from '../../src/main/core/store/desk.ts'
import { createManualClock } from '../fakes/manual-clock.ts'
import { readReviews, type ReviewRecords } from './review-records.ts'

export interface EntryRecord {
  id: string
  /** Its place in the person's order; of two alike the one that was made first goes first. */
  position: number
  sequence: number
  kind: EntryKind
  postId: string | null
  commentId: string | null
  mediaId: string | null
  state: EntryState
  payload: unknown
  payloadHash: string
  token: string
  attempts: number
  remoteId: number | null
  reason: AppErrorKind | null
  heldUntil: string | null
  waitsFor: string[]
  /** What the receipt names: the post's revision, or the comment. */
  revision: string | null
  /** What its receipt says of the post: readers have it, and it is what was approved. */
  isLive: boolean
  isApproved: boolean
}

/** What is committed on one desk, read straight from its tables. */
export interface DeskRecords {
  /** Grows with every row written. */
  changeCount(): number
  entries(): EntryRecord[]
  lettersSent(): number
  postIds(): string[]
  remoteIdOf(postId: string): number | null
  /** Every text of a post that a person could still get at: history, the working copy, what the blog is known to have. */
  textsOf(postId: string): Set<string>
  /** What merging with a colleague's work gave; each is in history. */
  mergedTextsOf(postId: string): Set<string>
  /** The text of a version in history by the hash of its words. */
  versionText(postId: string, wordsHash: string): string | null
  workingText(postId: string): string | null
  baseTextOf(postId: string, which: 'agreed' | 'incoming'): string | null
  postsWithIncoming(): string[]
  showsComment(remoteId: number): boolean
  /** On the blog, as far as the desk knows; null for a post that it never had. */
  statusOf(postId: string): string | null
  /** Trashed or deleted on the blog, as far as the desk knows. */
  postsOffBlog(): string[]
  readonly reviews: ReviewRecords
  /** Whether words are saved that are not yet where the desk reads them; a start puts them there. */
  hasUnsettled(): boolean
  /** One text that differs when anything of the person's differs; states of entries under way are left out. */
  digest(): string
}

/** The words of a version, in one text; two versions with the same are the same to a person. */
export const textOf = ({ title, document, excerpt }: Pick<PostWords, 'title' | 'document' | 'excerpt'>): string =>
  `${title}\n${documentToText(document)}\n${excerpt}`

export function textOfRemote({ title, content, excerpt }: Pick<RemotePost, 'title' | 'content' | 'excerpt'>): string {
  return textOf({ title, document: documentOf(content), excerpt })
}

/** By what is stored, because most of it stays the same from step to step. */
const remoteTexts = new Map<string, string>()
function textOfStored(remote: string): string {
  const known = remoteTexts.get(remote)
  if (known !== undefined) return known
  if (remoteTexts.size > 2_000) remoteTexts.clear()
  const text = textOfRemote(JSON.parse(remote) as RemotePost)
  remoteTexts.set(remote, text)
  return text
}

const documents = new Map<string, PostDocument>()
function documentOf(content: string): PostDocument {
  const known = documents.get(content)
  if (known) return known
  if (documents.size > 2_000) documents.clear()
  const document = markupToDocument(content)
  documents.set(content, document)
  return document
}

export const postPayloadOf = (entry: EntryRecord): PostPayload => entry.payload as PostPayload
export const replyPayloadOf = (entry: EntryRecord): ReplyPayload => entry.payload as ReplyPayload
export const moderationPayloadOf = (entry: EntryRecord): ModerationPayload => entry.payload as ModerationPayload
export const reschedulePayloadOf = (entry: EntryRecord): ReschedulePayload => entry.payload as ReschedulePayload
export const reviewPayloadOf = (entry: EntryRecord): ReviewPayload => entry.payload as ReviewPayload
export const isPostEntry = ({ kind }: EntryRecord): boolean => kind === 'publish-post' || kind === 'update-post'
/** The pictures without which an entry says less. */
export function picturesShownBy(entry: EntryRecord): readonly string[] {
  if (isPostEntry(entry)) return documentPictures(postPayloadOf(entry).words.document)
  return entry.kind === 'send-review' ? documentPictures(reviewPayloadOf(entry).post.after.document) : []
}
export const isOpen = ({ state }: EntryRecord): boolean => state !== 'done' && state !== 'cancelled'

interface EntryRow {
  id: string
  position: number
  sequence: number
  kind: string
  post_id: string | null
  comment_id: string | null
  media_id: string | null
  state: string
  payload: string
  payload_hash: string
  token: string
  attempts: number
  remote_id: number | null
  reason: string | null
  held_until: string | null
  waits_for: string
  receipt: string | null
}

export function readDesk(database: Database.Database): DeskRecords {
  const selectEntries = database.prepare<[], EntryRow>('SELECT * FROM outbox_entries ORDER BY sequence')
  const countLetters = database
    .prepare<[], number>("SELECT count(*) FROM outbox_entries WHERE kind = 'send-review' AND state = 'done'")
    .pluck()
  const selectPosts = database.prepare<[], { id: string }>('SELECT id FROM posts ORDER BY rowid')
  const selectRemote = database.prepare<[string], { remote_id: number | null }>(
    'SELECT remote_id FROM posts WHERE id = ?',
  )
  const selectVersionIds = database.prepare<[string], { id: string }>('SELECT id FROM snapshots WHERE post_id = ?')
  const selectMergedIds = database.prepare<[string], { id: string }>(
    "SELECT id FROM snapshots WHERE post_id = ? AND why = 'merged'",
  )
  const selectVersionId = database.prepare<[string, string], { id: string }>(
    'SELECT id FROM snapshots WHERE post_id = ? AND words_hash = ?',
  )
  const selectVersion = database.prepare<[string], { words: string }>('SELECT words FROM snapshots WHERE id = ?')
  const selectCopy = database.prepare<[string], { title: string; document: string; excerpt: string }>(
    'SELECT title, document, excerpt FROM working_copies WHERE post_id = ?',
  )
  const selectBase = database.prepare<[string, string], { remote: string }>(
    'SELECT remote FROM bases WHERE post_id = ? AND which = ?',
  )
  const selectIncoming = database.prepare<[], { post_id: string }>(
    "SELECT post_id FROM bases WHERE which = 'incoming' ORDER BY post_id",
  )
  const selectOffBlog = database.prepare<[], { post_id: string }>(
    "SELECT post_id FROM bases WHERE which = 'agreed' AND status IN ('trash', 'deleted') ORDER BY post_id",
  )
  const selectStatus = database.prepare<[string], { status: string }>(
    "SELECT status FROM bases WHERE post_id = ? AND which = 'agreed'",
  )
  const selectShown = database.prepare<[number], { id: string }>(
    "SELECT id FROM comments WHERE remote_id = ? AND status = 'approved'",
  )
  const selectDigest = database.prepare<[], { line: string }>(`
    SELECT 'entry ' || id || CASE WHEN state IN ('sending', 'resolving', 'staged', 'unknown') THEN 'under way' ELSE state END
      || payload_hash || coalesce(remote_id, '') AS line FROM outbox_entries
    UNION ALL SELECT 'copy ' || post_id || words_hash FROM working_copies
    UNION ALL SELECT 'version ' || id FROM snapshots
    UNION ALL SELECT 'base ' || post_id || which || remote FROM bases
    UNION ALL SELECT 'note ' || id || coalesce(resolved_at, '') FROM review_notes
    UNION ALL SELECT 'answer ' || id FROM review_remarks
    UNION ALL SELECT 'round ' || review_id || round || state || proposed FROM review_rounds
    UNION ALL SELECT 'letter ' || review_id || token FROM review_letters
    UNION ALL SELECT 'number ' || remote_id || coalesce(note_id, '') || is_resolved FROM review_numbers
    UNION ALL SELECT 'post ' || id || coalesce(remote_id, '') || is_trashed FROM posts ORDER BY line`)
  const selectChanges = database.prepare<[], { count: number }>('SELECT total_changes() AS count')
  const countUnsettled = database.prepare<[], number>('SELECT count(*) FROM typed_edits').pluck()
  const typedEdits = createTypedEdits({
    desk: createDesk({
      database,
      transaction: runs,
      repeatableTransaction: runs,
      aside: runs,
      writtenCount: () => 0,
      close() {},
    }),
    clock: createManualClock(),
    log: { info() {}, warn() {}, error() {} },
  })
  /** A version never changes once it is stored. */
  const versionTexts = new Map<string, string>()

  const versionText = (id: string): string => {
    const known = versionTexts.get(id)
    if (known !== undefined) return known
    const row = selectVersion.get(id)
    if (!row) throw new Error(`version ${id} vanished`)
    const text = textOf(JSON.parse(row.words) as PostWords)
    versionTexts.set(id, text)
    return text
  }

  /** As the next start would read them. */
  const unsettledTexts = (postId: string): string[] =>
    countUnsettled.get() === 0
      ? []
      : typedEdits
          .listLeft()
          .filter(({ edit }) => edit.postId === postId)
          .map(({ edit }) => textOf(edit))

  const records: DeskRecords = {
    changeCount: () => selectChanges.get()?.count ?? 0,
    entries: () => selectEntries.all().map(toEntry),
    lettersSent: () => countLetters.get() ?? 0,
    postIds: () => selectPosts.all().map(({ id }) => id),
    remoteIdOf: (postId) => selectRemote.get(postId)?.remote_id ?? null,
    textsOf(postId) {
      const texts = new Set([
        ...selectVersionIds.all(postId).map(({ id }) => versionText(id)),
        ...unsettledTexts(postId),
      ])
      const copy = records.workingText(postId)
      if (copy !== null) texts.add(copy)
      for (const which of ['agreed', 'incoming'] as const) {
        const text = records.baseTextOf(postId, which)
        if (text !== null) texts.add(text)
      }
      return texts
    },
    versionText(postId, wordsHash) {
      const row = selectVersionId.get(postId, wordsHash)
      return row ? versionText(row.id) : null
    },
    mergedTextsOf: (postId) => new Set(selectMergedIds.all(postId).map(({ id }) => versionText(id))),
    workingText(postId) {
      const unsettled = unsettledTexts(postId).at(-1)
      if (unsettled !== undefined) return unsettled
      const copy = selectCopy.get(postId)
      return copy ? textOf({ ...copy, document: JSON.parse(copy.document) as PostDocument }) : null
    },
    baseTextOf(postId, which) {
      const row = selectBase.get(postId, which)
      return row ? textOfStored(row.remote) : null
    },
    postsWithIncoming: () => selectIncoming.all().map(({ post_id }) => post_id),
    showsComment: (remoteId) => selectShown.get(remoteId) !== undefined,
    statusOf: (postId) => selectStatus.get(postId)?.status ?? null,
    postsOffBlog: () => selectOffBlog.all().map(({ post_id }) => post_id),
    reviews: readReviews(database),
    hasUnsettled: () => countUnsettled.get() !== 0,
    digest: () =>
      selectDigest
        .all()
        .map(({ line }) => line)
        .join('\n'),
  }
  return records
}

const runs = <Result>(work: () => Result): Result => work()

const toEntry = (row: EntryRow): EntryRecord => {
  const receipt = row.receipt === null ? null : (JSON.parse(row.receipt) as Receipt)
  return {
    id: row.id,
    position: row.position,
    sequence: row.sequence,
    kind: row.kind as EntryKind,
    postId: row.post_id,
    commentId: row.comment_id,
    mediaId: row.media_id,
    state: row.state as EntryState,
    payload: JSON.parse(row.payload) as unknown,
    payloadHash: row.payload_hash,
    token: row.token,
    attempts: row.attempts,
    remoteId: row.remote_id,
    reason: row.reason === null ? null : (JSON.parse(row.reason) as { kind: AppErrorKind }).kind,
    heldUntil: row.held_until,
    waitsFor: JSON.parse(row.waits_for) as string[],
    revision: receipt?.revision ?? null,
    isLive: ['publish', 'future', 'private'].includes(receipt?.remoteStatus ?? ''),
    isApproved: receipt?.seal?.state === 'whole',
  }
}
