import { countChangedWords } from '../../../shared/content/count-changed-words.ts'
import { documentToText } from '../../../shared/content/document-to-text.ts'
import type { HistoryService, Snapshot } from '../../../shared/contract/services.ts'
import type { PostId, SnapshotId } from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { Desk } from '../store/desk.ts'
import type { SentWords } from '../store/outbox-repository.ts'
import type { StoredSnapshot } from '../store/snapshot-repository.ts'

export function createHistoryService({ desk, feed }: { desk: Desk; feed: ChangeFeed }): HistoryService {
  const versionOf = (postId: PostId, id: SnapshotId): StoredSnapshot => {
    const snapshot = desk.snapshots.getSnapshot(id)
    if (snapshot.postId !== postId) throw new AppError({ kind: 'no-such-item', what: 'snapshot' })
    return snapshot
  }
  const nameOf = (postId: PostId, id: SnapshotId): string | null =>
    desk.snapshots.listSnapshots(postId).find((listed) => listed.id === id)?.name ?? null

  return {
    changes({ postId, snapshotIds }) {
      const wanted = new Set(snapshotIds)
      const ids = desk.snapshots.listSnapshots(postId).map(({ id }) => id)
      return ids.flatMap((id, index) => {
        if (!wanted.has(id)) return []
        const before = ids[index + 1]
        const textBefore = before === undefined ? '' : readable(versionOf(postId, before))
        return [{ id, ...countChangedWords(textBefore, readable(versionOf(postId, id))) }]
      })
    },
    version({ postId, snapshotId }) {
      const { id, createdAt, why, title, wordCount, words } = versionOf(postId, snapshotId)
      return { id, createdAt, why, title, wordCount, words, name: nameOf(postId, id) }
    },
    name({ postId, snapshotId, name }) {
      const { id } = versionOf(postId, snapshotId)
      desk.transaction(() => desk.snapshots.setName(id, name === '' ? null : name))
      feed.emit({ topic: 'posts', blogId: desk.posts.getPost(postId).blogId, postId })
    },
  }
}

const readable = ({ words }: StoredSnapshot): string =>
  [words.title, documentToText(words.document), words.excerpt, ...words.shareLines.map(({ text }) => text)].join('\n')

/** Newest first; what was sent says what became of it. */
export function listHistory(desk: Desk, postId: PostId): Snapshot[] {
  // The latest act with the same words counts.
  const sent = new Map(desk.outbox.listSentWords(postId).map((words) => [words.wordsHash, sentAs(words)]))
  return desk.snapshots.listSnapshots(postId).map(({ wordsHash, ...snapshot }) => ({
    ...snapshot,
    sentAs: snapshot.why === 'sent' ? (sent.get(wordsHash) ?? null) : null,
  }))
}

function sentAs({ state, remoteStatus }: SentWords): Snapshot['sentAs'] {
  if (state === 'cancelled') return 'taken-back'
  if (state !== 'done') return 'waits'
  return BECAME.get(remoteStatus ?? '') ?? 'changed-there'
}

/** By the blog's own word for the post afterwards. */
const BECAME = new Map<string, Snapshot['sentAs']>([
  ['publish', 'published'],
  ['private', 'published'],
  ['pending', 'in-review'],
  ['future', 'scheduled'],
])
