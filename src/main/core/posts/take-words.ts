import { utcIso } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { Clock, Random } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredPost } from '../store/post-repository.ts'
import { summarise } from './post-summary.ts'
import { currentWords, hashWords } from './post-words.ts'
import { noteReplaced } from './replaced-words.ts'

/**
 * Words for the post that no window typed: what was there stays in history, and a window that still shows it merges its next
 * keys. Call inside a transaction.
 */
export function takeWords(
  ports: { desk: Desk; clock: Clock; random: Random },
  post: StoredPost,
  words: PostWords,
): void {
  const { desk, clock } = ports
  noteReplaced(ports, post, { before: currentWords(desk, post), after: words })
  desk.posts.putWorkingCopy(post.id, { ...words, wordsHash: hashWords(words) })
  const { language, direction } = words
  desk.posts.putPost({ ...post, ...summarise(words), language, direction, editedAt: utcIso(clock.now()) })
}
