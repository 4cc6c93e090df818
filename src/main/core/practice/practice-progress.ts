import { isDeepStrictEqual } from 'node:util'
import type { LessonId } from '../../../shared/domain/practice.ts'
import type { PostId, UtcIso } from '../../../shared/domain/ids.ts'
import type { Desk } from '../store/desk.ts'

/** How far the guided practice is; what no table of the desk says. */
export interface PracticeProgress {
  standing: 'not-begun' | 'under-way' | 'left'
  postId: PostId | null
  /** So many words stood in that post before the person wrote any. */
  wordsGiven: number
  done: LessonId[]
  /** Where a reader asked something, once. */
  askedUnder: PostId | null
  /** When the person had the line cut last, and when it was given back. */
  cutAt: UtcIso | null
  backAt: UtcIso | null
}

const KEY = 'practiceProgress'

const NOT_BEGUN: PracticeProgress = {
  standing: 'not-begun',
  postId: null,
  wordsGiven: 0,
  done: [],
  askedUnder: null,
  cutAt: null,
  backAt: null,
}

export const progressOf = (desk: Desk): PracticeProgress => ({
  ...NOT_BEGUN,
  ...(desk.settings.find(KEY) as Partial<PracticeProgress> | null),
})

/** Returns whether that is news. */
export function noteProgress(desk: Desk, change: Partial<PracticeProgress>): boolean {
  const before = progressOf(desk)
  const after = { ...before, ...change }
  if (isDeepStrictEqual(before, after)) return false
  desk.settings.put(KEY, after)
  return true
}

/** Only for a lesson that is under way: a desk that was left never wonders where its line is. */
export function isLineCut(desk: Desk): boolean {
  const { standing, cutAt, backAt } = progressOf(desk)
  return standing === 'under-way' && cutAt !== null && backAt === null
}
