import type { BlogId, PostId } from './ids.ts'

/** In the order in which they are best taken; any of them may be done first. */
export const LESSONS = ['write', 'check', 'publish', 'answer', 'correct', 'lost-line'] as const
export type LessonId = (typeof LESSONS)[number]

/** The guided practice as it stands. A lesson is done when the thing has happened, and stays done. */
export interface PracticeCourse {
  blogId: BlogId
  standing: 'not-begun' | 'under-way' | 'left'
  done: LessonId[]
  /** The first that is not done; null after the last. */
  next: LessonId | null
  /** The post that was begun for the lessons, while it is on this desk and not in the trash. */
  postId: PostId | null
  /** The post under which a reader asks something; null before one was published. */
  askedUnder: PostId | null
  /** Nothing goes to the practice blog or comes from it, because the person asked for that. */
  isLineCut: boolean
  /** How many of the posts that came with the practice blog are on it. */
  samplesHere: number
  samplesOfAll: number
}
