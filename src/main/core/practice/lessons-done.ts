import { LESSONS, type LessonId } from '../../../shared/domain/practice.ts'
import type { BlogId } from '../../../shared/domain/ids.ts'
import { checkStoredPost } from '../checks/check-stored-post.ts'
import { countNotes } from '../comments/correction-marks.ts'
import type { Clock } from '../ports.ts'
import { currentWords, wordsOfRemote } from '../posts/post-words.ts'
import type { Desk } from '../store/desk.ts'
import type { ListedEntry } from '../store/outbox-repository.ts'
import type { ListedPost } from '../store/post-repository.ts'
import type { PracticeProgress } from './practice-progress.ts'

/** More than any course takes; what was done before is in the progress. */
const LATEST_ENTRIES = 200
/** The shortest sentence. */
const FEWEST_WORDS = 3

/** What has happened on the practice blog, by what the desk holds and not by what was pressed; with what had happened before. */
export function lessonsDone(
  ports: { desk: Desk; clock: Clock; samples: readonly number[] },
  blogId: BlogId,
  progress: PracticeProgress,
): LessonId[] {
  const { desk } = ports
  const samples = new Set<number>(ports.samples)
  const sent = desk.outbox.listDone(blogId, LATEST_ENTRIES)
  const published = new Set(sent.flatMap(({ kind, postId }) => (kind === 'publish-post' ? [postId] : [])))
  const written = desk.posts
    .listPosts(blogId)
    .filter(
      ({ id, remoteId, wordCount, isTrashed }) =>
        !isTrashed &&
        (remoteId === null || (published.has(id) && !samples.has(remoteId))) &&
        wordCount >= FEWEST_WORDS + (id === progress.postId ? progress.wordsGiven : 0),
    )
  const hasHappened: Record<LessonId, () => boolean> = {
    write: () => written.length > 0,
    check: () => written.some((post) => isClean(ports, post)),
    publish: () => published.size > 0,
    answer: () => sent.some(({ kind }) => kind === 'send-reply'),
    correct: () => sent.some((entry) => isNotedCorrection(desk, entry)),
    'lost-line': () => sent.some((entry) => wasBegunWithoutLine(entry, progress)),
  }
  return LESSONS.filter((lesson) => progress.done.includes(lesson) || hasHappened[lesson]())
}

/** The checks of “Before you publish” have nothing left to say; spelling is no part of it, which knows few names. */
function isClean(ports: { desk: Desk; clock: Clock }, post: ListedPost): boolean {
  const { desk } = ports
  const fine = desk.checks.listFine(post.id)
  const { findings } = checkStoredPost(ports, post, currentWords(desk, post), null).run
  return findings.every(({ fingerprint }) => fine.includes(fingerprint))
}

/** An update that readers see, with its dated note. */
function isNotedCorrection(desk: Desk, { kind, postId, blogId }: ListedEntry): boolean {
  if (kind !== 'update-post' || postId === null) return false
  const base = desk.posts.findBase(postId, 'agreed')
  return base !== null && countNotes(wordsOfRemote(desk, blogId, base.remote).document) > 0
}

const wasBegunWithoutLine = ({ createdAt }: ListedEntry, { cutAt, backAt }: PracticeProgress): boolean =>
  cutAt !== null && backAt !== null && createdAt >= cutAt && createdAt < backAt
