import { utcIso, type SnapshotId } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import { newId } from '../new-id.ts'
import type { Clock, Random } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredPost } from '../store/post-repository.ts'
import type { StoredSnapshot } from '../store/snapshot-repository.ts'
import { summarise } from './post-summary.ts'
import { hashWords } from './post-words.ts'

/** Puts a version into the history; any but an autosave stays there for ever. Returns the one that holds the words. Call inside a transaction. */
export function keepVersion(
  { desk, clock, random }: { desk: Desk; clock: Clock; random: Random },
  post: Pick<StoredPost, 'id'>,
  why: StoredSnapshot['why'],
  words: PostWords,
  createdAt = utcIso(clock.now()),
): SnapshotId {
  return desk.snapshots.addSnapshot({
    id: newId<SnapshotId>(random),
    postId: post.id,
    why,
    words,
    wordsHash: hashWords(words),
    title: words.title,
    wordCount: summarise(words).wordCount,
    createdAt,
  })
}
