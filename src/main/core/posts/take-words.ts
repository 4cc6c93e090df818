import { utcIso, type PostId } from '../../../shared/domain/ids.ts'
import type { PostWords, WordsBeside } from '../../../shared/domain/post.ts'
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
  desk.posts.putPost({ ...post, ...summarise(words), editedAt: utcIso(clock.now()) })
  takeBeside(desk, post.id, words)
}

/** Of some words only what stands beside the text: the rest of the post stays as it is. Call inside a transaction. */
export function takeBeside(desk: Desk, postId: PostId, { language, direction, shareLines }: WordsBeside): void {
  desk.posts.putPost({ ...desk.posts.getPost(postId), language, direction })
  desk.share.putLines(postId, shareLines)
}
