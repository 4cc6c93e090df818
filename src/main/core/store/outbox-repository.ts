import type { BlogId, EntryId, MediaId, PostId, RemoteCommentId, UtcIso } from '../../../shared/domain/ids.ts'
import type { EntryKind, EntryState } from '../../../shared/domain/outbox-entry.ts'
import { AppError } from '../../../shared/errors.ts'
import type { PostPayload, ReviewPayload } from '../outbox/entry-payload.ts'
import { mayLeaveTo } from '../outbox/entry-states.ts'
import { inSendingOrder, positionOfNew } from '../outbox/sending-order.ts'
import type { Store } from './open-store.ts'
import { toEntry, toListed, toRow } from './outbox-row.ts'
import type { EntryRow, ListedEntry, ListedRow, StoredEntry, StoredEntryOf } from './outbox-row.ts'

export type { ListedEntry, StoredEntry, StoredEntryOf } from './outbox-row.ts'

type Placing = 'sequence' | 'position' | 'isStopped'
export type NewEntry = { [Kind in EntryKind]: Omit<StoredEntryOf<Kind>, Placing> }[EntryKind]

/** What may change once an entry exists; the payload only by `rebaseSend` and `joinLetter`. */
export type EntryProgress = Partial<
  Pick<
    StoredEntry,
    | 'attempts'
    | 'reason'
    | 'remoteId'
    | 'nextAttemptAt'
    | 'lastSentAt'
    | 'heldUntil'
    | 'receipt'
    | 'doneAt'
    | 'isStopped'
    | 'position'
    | 'waitsFor'
  >
>

/** All but the payload, and for open entries all in one index: see migration 0006. */
const LISTED = `sequence, position, id, blog_id, kind, lane, post_id, comment_id, media_id, waits_for, what, size_bytes, payload_hash, token,
  state, attempts, reason, remote_id, created_at, held_until, next_attempt_at, last_sent_at, approved_by, approved_at, receipt, done_at, is_stopped, merged_at`
const OPEN = "state NOT IN ('done', 'cancelled')"
const IS_SEND = "kind IN ('publish-post', 'update-post')"

/** `wordsHash`: of what the person handed over. `remoteStatus`: what the blog made of it, once it is done. */
export interface SentWords {
  wordsHash: string
  state: EntryState
  remoteStatus: string | null
}

export interface OutboxRepository {
  /** In the person's order, each picture before what waits for it. */
  listOpen(blogId: BlogId): ListedEntry[]
  /** Newest first. */
  listDone(blogId: BlogId, limit: number): ListedEntry[]
  /** Replies that wait, in the order of the person's acts. */
  listOpenReplies(blogId: BlogId): StoredEntryOf<'send-reply'>[]
  /** Decisions on comments that wait, in the order of the person's acts. */
  listOpenModerations(blogId: BlogId): StoredEntryOf<'moderate-comment'>[]
  /** Replies that the blog took, and that readers do not see: put away there, or held where this account cannot look. */
  listUnshownReplies(blogId: BlogId): StoredEntryOf<'send-reply'>[]
  /** Replies that were taken back, the latest act first. */
  listCancelledReplies(blogId: BlogId, limit: number): StoredEntryOf<'send-reply'>[]
  listOpenOfPost(postId: PostId): StoredEntry[]
  /** Of the same, without reading any words. */
  listOpenStates(postId: PostId): Pick<StoredEntry, 'kind' | 'state'>[]
  /** Sends of the post that were begun, in any state, the latest first. */
  listBegunSends(postId: PostId, limit: number): StoredEntryOf<'publish-post' | 'update-post'>[]
  /** The last letter of the post's review, one that was taken back too. */
  findLastLetter(postId: PostId): StoredEntryOf<'send-review'> | null
  /** The letter of this desk that is known by this token, in any state. */
  findLetterOf(token: string): StoredEntryOf<'send-review'> | null
  /** What became of the post’s words when they were put into the outbox, the earliest first. */
  listSentWords(postId: PostId): SentWords[]
  /** Sends of the post that were begun after the last one that ended well, and did not: open or taken back. */
  listUnfinishedSends(postId: PostId): StoredEntryOf<'publish-post' | 'update-post'>[]
  findOpenUpload(blogId: BlogId, mediaId: MediaId): StoredEntry | null
  getEntry(id: EntryId): StoredEntry
  /** At `position`, or where a new entry of its kind goes by itself. */
  addEntry(entry: NewEntry, position?: number): void
  /** Numbers the places of what is open anew, in the order it has. */
  spreadPositions(blogId: BlogId): void
  /** Changes the state by the drawing of entry-states.ts, and what goes with it. Throws on a step that is not drawn. */
  moveEntry(id: EntryId, to: EntryState, progress?: EntryProgress): StoredEntry
  /** The words that wait, with a colleague's change in them; what the person handed over is in history by then. */
  rebaseSend(id: EntryId, send: { payload: PostPayload; payloadHash: string; mergedAt: UtcIso }): void
  /** A letter that waits, with what the same person said from another laptop in it. */
  joinLetter(id: EntryId, letter: { payload: ReviewPayload; payloadHash: string }): void
  /** Whether something that this desk sent is known by it. */
  isOwnToken(token: string): boolean
  /** Notes progress without leaving the state. */
  noteProgress(id: EntryId, progress: EntryProgress): void
  /** Whether another reply of this desk is that comment. */
  isOfOtherReply(id: EntryId, remoteId: RemoteCommentId): boolean
  /** What is done and whose time has come to be looked for once more (sync/sweep.ts). */
  listDueSweeps(blogId: BlogId, now: UtcIso): StoredEntry[]
  /** `next` gives what stands afterwards from how many planned looks were made. */
  noteSweep(id: EntryId, next: (sweepsDone: number) => { sweepsDone: number; nextAt: string | null }): void
  planSweep(id: EntryId, at: string | null): void
  /** At start: what is still planned is looked at in the first round. */
  makeSweepsDue(now: UtcIso): void
  /** While nothing is under way: what was being sent may have been applied and has to be looked up. null is every blog. Returns how many. */
  markInterruptedAsUnknown(blogId: BlogId | null): number
  /** Whatever is open may have been applied, also what waited for a person: all of it has to be looked up. */
  doubtAll(blogId: BlogId): void
}

export function createOutboxRepository({ database }: Store): OutboxRepository {
  const selectOpen = database.prepare<[string], ListedRow>(
    `SELECT ${LISTED} FROM outbox_entries WHERE blog_id = ? AND ${OPEN} ORDER BY position, sequence`,
  )
  const selectDone = database.prepare<[string, number], ListedRow>(
    `SELECT ${LISTED} FROM outbox_entries WHERE blog_id = ? AND state = 'done' ORDER BY done_at DESC, sequence DESC LIMIT ?`,
  )
  const selectOpenReplies = database.prepare<[string], EntryRow>(
    `SELECT * FROM outbox_entries WHERE blog_id = ? AND kind = 'send-reply' AND ${OPEN} ORDER BY sequence`,
  )
  const selectOpenModerations = database.prepare<[string], EntryRow>(
    `SELECT * FROM outbox_entries WHERE blog_id = ? AND kind = 'moderate-comment' AND ${OPEN} ORDER BY sequence`,
  )
  const selectCancelledReplies = database.prepare<[string, number], EntryRow>(
    "SELECT * FROM outbox_entries WHERE blog_id = ? AND kind = 'send-reply' AND state = 'cancelled' ORDER BY sequence DESC LIMIT ?",
  )
  const selectUnshownReplies = database.prepare<[string], EntryRow>(`
    SELECT * FROM outbox_entries WHERE blog_id = ? AND kind = 'send-reply' AND state = 'done'
      AND receipt ->> '$.remoteStatus' IN ('spam', 'trash', 'unseen') ORDER BY sequence`)
  const selectOpenOfPost = database.prepare<[string], EntryRow>(
    `SELECT * FROM outbox_entries WHERE post_id = ? AND ${OPEN} ORDER BY sequence`,
  )
  const selectOpenStates = database.prepare<[string], Pick<StoredEntry, 'kind' | 'state'>>(
    `SELECT kind, state FROM outbox_entries WHERE post_id = ? AND ${OPEN}`,
  )
  const selectUnfinished = database.prepare<[string], EntryRow>(`
    SELECT * FROM outbox_entries AS entry WHERE post_id = ? AND ${IS_SEND} AND attempts > 0 AND state <> 'done'
      AND NOT EXISTS (SELECT 1 FROM outbox_entries AS later
        WHERE later.post_id = entry.post_id AND later.sequence > entry.sequence AND later.state = 'done' AND later.${IS_SEND})`)
  const selectSentWords = database.prepare<
    [string],
    { words_hash: string; state: string; remote_status: string | null }
  >(`
    SELECT coalesce(payload ->> '$.mergedFrom[0]', payload ->> '$.wordsHash') AS words_hash, state,
      receipt ->> '$.remoteStatus' AS remote_status
    FROM outbox_entries WHERE post_id = ? AND ${IS_SEND} ORDER BY sequence`)
  const selectBegun = database.prepare<[string, number], EntryRow>(
    `SELECT * FROM outbox_entries WHERE post_id = ? AND ${IS_SEND} AND attempts > 0 ORDER BY sequence DESC LIMIT ?`,
  )
  const selectLastLetter = database.prepare<[string], EntryRow>(`
    SELECT * FROM outbox_entries WHERE post_id = ? AND kind = 'send-review'
    ORDER BY sequence DESC LIMIT 1`)
  const selectLetterOf = database.prepare<[string], EntryRow>(
    "SELECT * FROM outbox_entries WHERE token = ? AND kind = 'send-review'",
  )
  const selectOpenUpload = database.prepare<[string, string], EntryRow>(
    `SELECT * FROM outbox_entries WHERE blog_id = ? AND media_id = ? AND kind = 'upload-picture' AND ${OPEN}`,
  )
  const selectOne = database.prepare<[string], EntryRow>('SELECT * FROM outbox_entries WHERE id = ?')
  const insert = database.prepare<[Omit<EntryRow, 'sequence'>]>(`
    INSERT INTO outbox_entries (position, id, blog_id, kind, lane, post_id, comment_id, media_id, waits_for, what, size_bytes, payload, payload_hash, token,
      state, attempts, reason, remote_id, created_at, held_until, next_attempt_at, last_sent_at, approved_by, approved_at, receipt, done_at, merged_at)
    VALUES (@position, @id, @blog_id, @kind, @lane, @post_id, @comment_id, @media_id, @waits_for, @what, @size_bytes, @payload, @payload_hash, @token,
      @state, @attempts, @reason, @remote_id, @created_at, @held_until, @next_attempt_at, @last_sent_at, @approved_by, @approved_at, @receipt, @done_at, @merged_at)`)
  const update = database.prepare<[EntryRow]>(`
    UPDATE outbox_entries SET state = @state, attempts = @attempts, reason = @reason, remote_id = @remote_id, held_until = @held_until,
      next_attempt_at = @next_attempt_at, last_sent_at = @last_sent_at, receipt = @receipt, done_at = @done_at,
      is_stopped = @is_stopped, position = @position, waits_for = @waits_for WHERE id = @id`)
  const updatePosition = database.prepare<[number, string]>('UPDATE outbox_entries SET position = ? WHERE id = ?')
  const updatePayload = database.prepare<
    [Pick<EntryRow, 'id' | 'payload' | 'payload_hash' | 'what' | 'size_bytes' | 'merged_at'>]
  >(`
    UPDATE outbox_entries SET payload = @payload, payload_hash = @payload_hash, what = @what, size_bytes = @size_bytes, merged_at = @merged_at
    WHERE id = @id`)
  const selectSweeps = database.prepare<[string, string], EntryRow>(
    'SELECT * FROM outbox_entries WHERE blog_id = ? AND next_sweep_at <= ? ORDER BY sequence',
  )
  const selectOtherReply = database
    .prepare<[string, string], number>(
      "SELECT EXISTS (SELECT 1 FROM outbox_entries WHERE id <> ? AND kind = 'send-reply' AND receipt ->> 'revision' = ?)",
    )
    .pluck()
  const selectSweepsDone = database
    .prepare<[string], number>('SELECT sweeps_done FROM outbox_entries WHERE id = ?')
    .pluck()
  const updateSweep = database.prepare<[number, string | null, string]>(
    'UPDATE outbox_entries SET sweeps_done = ?, next_sweep_at = ? WHERE id = ?',
  )
  const updateSweepTime = database.prepare<[string | null, string]>(
    'UPDATE outbox_entries SET next_sweep_at = ? WHERE id = ?',
  )
  const updateSweepsDue = database.prepare<[string]>(
    'UPDATE outbox_entries SET next_sweep_at = ? WHERE next_sweep_at IS NOT NULL',
  )
  const doubt = database.prepare<[string]>(
    `UPDATE outbox_entries SET state = 'unknown', held_until = NULL, next_attempt_at = NULL WHERE blog_id = ? AND ${OPEN}`,
  )
  const interrupt = database.prepare<[{ blogId: string | null }]>(`
    UPDATE outbox_entries SET state = 'unknown'
    WHERE state IN ('sending', 'resolving', 'staged') AND (@blogId IS NULL OR blog_id = @blogId)`)

  const updateLetter = database.prepare<[string, string, string]>(
    "UPDATE outbox_entries SET payload = ?, payload_hash = ? WHERE id = ? AND kind = 'send-review'",
  )
  const selectOwnToken = database
    .prepare<[string], number>('SELECT EXISTS (SELECT 1 FROM outbox_entries WHERE token = ?)')
    .pluck()

  const getEntry = (id: EntryId): StoredEntry => {
    const row = selectOne.get(id)
    if (!row) throw new AppError({ kind: 'no-such-item', what: 'entry' })
    return toEntry(row)
  }

  const listOpen = (blogId: BlogId): ListedEntry[] => inSendingOrder(selectOpen.all(blogId).map(toListed))

  const spreadPositions = (blogId: BlogId): void => {
    for (const [index, { id }] of listOpen(blogId).entries()) updatePosition.run(index + 1, id)
  }

  return {
    listOpen,
    listDone: (blogId, limit) => selectDone.all(blogId, limit).map(toListed),
    listOpenReplies: (blogId) => selectOpenReplies.all(blogId).map(toReply),
    listOpenModerations: (blogId) =>
      selectOpenModerations.all(blogId).map((row) => toEntry(row) as StoredEntryOf<'moderate-comment'>),
    listUnshownReplies: (blogId) => selectUnshownReplies.all(blogId).map(toReply),
    listCancelledReplies: (blogId, limit) => selectCancelledReplies.all(blogId, limit).map(toReply),
    listOpenOfPost: (postId) => selectOpenOfPost.all(postId).map(toEntry),
    listOpenStates: (postId) => selectOpenStates.all(postId),
    listBegunSends: (postId, limit) => selectBegun.all(postId, limit).map(toSend),
    findLastLetter(postId) {
      const row = selectLastLetter.get(postId)
      return row ? (toEntry(row) as StoredEntryOf<'send-review'>) : null
    },
    findLetterOf(token) {
      const row = selectLetterOf.get(token)
      return row ? (toEntry(row) as StoredEntryOf<'send-review'>) : null
    },
    listSentWords: (postId) =>
      selectSentWords.all(postId).map((row) => ({
        wordsHash: row.words_hash,
        state: row.state as EntryState,
        remoteStatus: row.remote_status,
      })),
    listUnfinishedSends: (postId) => selectUnfinished.all(postId).map(toSend),
    findOpenUpload: (blogId, mediaId) => toEntryOrNull(selectOpenUpload.get(blogId, mediaId)),
    getEntry,
    addEntry(entry, position) {
      let place = position ?? positionOfNew(entry, listOpen(entry.blogId))
      if (place === null) {
        spreadPositions(entry.blogId)
        place = positionOfNew(entry, listOpen(entry.blogId)) ?? 0
      }
      insert.run(toRow({ ...entry, sequence: 0, isStopped: false, position: place }))
    },
    spreadPositions,
    moveEntry(id, to, progress = {}) {
      const entry = getEntry(id)
      if (!mayLeaveTo(entry.state, to)) throw new Error(`an entry cannot go from ${entry.state} to ${to}`)
      const moved = { ...entry, ...progress, state: to }
      update.run(toRow(moved))
      return moved
    },
    rebaseSend(id, { payload, payloadHash, mergedAt }) {
      updatePayload.run({
        id,
        payload: JSON.stringify(payload),
        payload_hash: payloadHash,
        what: payload.words.title,
        size_bytes: Buffer.byteLength(JSON.stringify(payload.words)),
        merged_at: mergedAt,
      })
    },
    joinLetter: (id, { payload, payloadHash }) => void updateLetter.run(JSON.stringify(payload), payloadHash, id),
    isOwnToken: (token) => selectOwnToken.get(token) === 1,
    noteProgress(id, progress) {
      update.run(toRow({ ...getEntry(id), ...progress }))
    },
    isOfOtherReply: (id, remoteId) => selectOtherReply.get(id, String(remoteId)) === 1,
    listDueSweeps: (blogId, now) => selectSweeps.all(blogId, now).map(toEntry),
    noteSweep(id, next) {
      const { sweepsDone, nextAt } = next(selectSweepsDone.get(id) ?? 0)
      updateSweep.run(sweepsDone, nextAt, id)
    },
    planSweep(id, at) {
      updateSweepTime.run(at, id)
    },
    makeSweepsDue(now) {
      updateSweepsDue.run(now)
    },
    markInterruptedAsUnknown: (blogId) => interrupt.run({ blogId }).changes,
    doubtAll(blogId) {
      doubt.run(blogId)
    },
  }
}

const toEntryOrNull = (row: EntryRow | undefined): StoredEntry | null => (row ? toEntry(row) : null)

/** For rows of which the statement says that they are sends. */
const toSend = (row: EntryRow) => toEntry(row) as StoredEntryOf<'publish-post' | 'update-post'>

const toReply = (row: EntryRow): StoredEntryOf<'send-reply'> => toEntry(row) as StoredEntryOf<'send-reply'>
