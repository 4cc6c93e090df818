import { mergePosts } from '../../../shared/content/merge/merge-posts.ts'
import type { Choice, MergeItem, PostMerge } from '../../../shared/content/merge/post-merge.ts'
import { resolveMerge } from '../../../shared/content/merge/resolve-merge.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import { areSameLines, mergeShareLines } from '../../../shared/share/merge-share-lines.ts'
import { measureFromReplaced } from '../comments/correction-marks.ts'
import type { Clock, Random } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import type { StoredPost } from '../store/post-repository.ts'
import { keepVersion } from './keep-version.ts'
import { hashWords } from './post-words.ts'
import { NOTHING_OF_THE_BLOG, versionOfRemote, versionOfWords, wordsOfVersion } from './post-versions.ts'

interface HistoryPorts {
  desk: Desk
  clock: Clock
  random: Random
}

/**
 * The words of the post were `before` and are `after`, and no window asked for it. Both are in history then, and a window
 * that still shows `before` finds its next keys merged instead of undoing what came in (`carryOver`).
 */
export function noteReplaced(
  ports: HistoryPorts,
  post: Pick<StoredPost, 'id'>,
  { before, after }: { before: PostWords; after: PostWords },
): void {
  if (hashWords(before) === hashWords(after) && areSameLines(before.shareLines, after.shareLines)) return
  measureFromReplaced(ports.desk, post.id, { before, after })
  const beforeId = keepVersion(ports, post, 'before-receive', before)
  const afterId = keepVersion(ports, post, 'merged', after)
  ports.desk.snapshots.addMerge(post.id, { beforeId, afterId })
}

/**
 * `words` of a window that has seen the first `mergesSeen` replacements, brought up to date with the later ones. Where its
 * keys and what came in touch, both stay, the window's first.
 */
export function carryOver(desk: Desk, post: StoredPost, words: PostWords, mergesSeen: number): PostWords {
  const agreed = desk.posts.findBase(post.id, 'agreed')?.remote
  const filler = agreed ? versionOfRemote(desk, post.blogId, agreed) : NOTHING_OF_THE_BLOG
  const version = (of: PostWords) => versionOfWords(desk, post.blogId, of, filler)
  return desk.snapshots.listMerges(post.id, mergesSeen).reduce((carried, { before, after }) => {
    const merge = mergePosts({ base: version(before.words), mine: version(carried), theirs: version(after.words) })
    const lines = { base: before.words.shareLines, mine: carried.shareLines, theirs: after.words.shareLines }
    const beside = { ...carried, shareLines: mergeShareLines(lines) }
    return wordsOfVersion(desk, post.blogId, resolveMerge(merge, bothEverywhere(merge)), beside)
  }, words)
}

/** Where two touch, the one after the other, mine first; mine where they cannot stand together. A note is not taken away. */
export function bothEverywhere({ items }: PostMerge): Record<string, Choice> {
  const conflicts = items.flatMap((item) => (item.state === 'conflict' ? [item] : []))
  return Object.fromEntries(conflicts.map((item) => [item.id, choiceFor(item)]))
}

function choiceFor(item: MergeItem & { state: 'conflict' }): Choice {
  if (item.choices.includes('both')) return 'both'
  return item.kind === 'footnote' && item.mine === null ? 'theirs' : 'mine'
}
