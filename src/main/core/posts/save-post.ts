import type { PostEdit } from '../../../shared/contract/inputs.ts'
import type { SnapshotId } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { ShareLine } from '../../../shared/domain/share-line.ts'
import { areSameLines } from '../../../shared/share/merge-share-lines.ts'
import { newId } from '../new-id.ts'
import { followPairs } from '../pairs/follow-pairs.ts'
import type { Clock, Random } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredPost } from '../store/post-repository.ts'
import { currentWords, hashWords } from './post-words.ts'
import { saysTheSame } from './post-fields.ts'
import { keepVersion } from './keep-version.ts'
import { carryOver } from './replaced-words.ts'
import type { SavedEdit } from './typed-edits.ts'

/**
 * Puts one edit where it belongs: into the working copy, and as a version into history. Call inside a transaction. Opening a post or moving the caret is
 * no edit: a post that still says what the blog has gets no working copy. What came in since the window was last shown the
 * post is kept. Returns the version that holds the words of the edit; null where there was nothing new in them.
 */
export function savePost(
  ports: { desk: Desk; clock: Clock; random: Random },
  { edit, savedAt }: SavedEdit,
): SnapshotId | null {
  const { desk, random } = ports
  const post = desk.posts.getPost(edit.postId)
  const lines = desk.share.listLines(post.id)
  const typed = wordsOf(edit, lines)
  const carried = edit.mergesSeen === null ? typed : carryOver(desk, post, typed, edit.mergesSeen)
  const isCarriedOver = carried !== typed
  // A window that says nothing of them has none to bring up to date.
  const words = edit.shareLines === undefined ? { ...carried, shareLines: lines } : carried
  const wordsHash = hashWords(words)
  const isTextChanged = wordsHash !== desk.posts.findWordsHash(post.id) && !isStillTheBlogs(desk, post, words)
  const areLinesChanged = !areSameLines(lines, words.shareLines)
  const isChanged = isTextChanged || areLinesChanged
  desk.posts.putPost({
    ...post,
    language: edit.language,
    direction: edit.direction,
    caret: edit.caret,
    ...(isChanged ? { title: words.title, editedAt: savedAt } : {}),
  })
  if (!isChanged) return null
  if (isTextChanged) {
    desk.posts.putWorkingCopy(post.id, { ...words, wordsHash })
    followPairs(desk, post.id, words.document)
  }
  if (areLinesChanged) desk.share.putLines(post.id, words.shareLines)
  const asTyped = isCarriedOver ? keepVersion(ports, post, 'before-receive', typed, savedAt) : null
  const version = desk.snapshots.addSnapshot({
    id: newId<SnapshotId>(random),
    postId: post.id,
    why: isCarriedOver ? 'merged' : 'autosave',
    words,
    wordsHash,
    title: words.title,
    wordCount: post.wordCount,
    createdAt: savedAt,
  })
  return asTyped ?? version
}

/** Only asked while there is no working copy: the first real key makes one, and from then on the hash decides. */
function isStillTheBlogs(desk: Desk, post: StoredPost, words: PostWords): boolean {
  if (desk.posts.findWordsHash(post.id) !== null) return false
  const base = desk.posts.findBase(post.id, 'agreed')
  if (!base) return false
  return hashWords(currentWords(desk, post)) === hashWords(words) || saysTheSame(desk, post.blogId, words, base.remote)
}

const wordsOf = (
  { title, document, excerpt, language, direction, categoryIds, tags, shareLines }: PostEdit,
  lines: ShareLine[],
): PostWords => ({
  title,
  document,
  excerpt,
  language,
  direction,
  categoryIds,
  tags,
  shareLines: shareLines ?? lines,
})
