import type { PostId } from '../domain/ids.ts'
import type { PracticeCourse } from '../domain/practice.ts'

export interface PracticeService {
  /** null on a desk without the practice blog. Changes are told by `practice` events. */
  course(): PracticeCourse | null
  /** Begins the lessons, or takes them up again where they were left, with a post to work on. Throws `no-such-item` without a practice blog. */
  begin(): { postId: PostId }
  /** Puts the lessons away; what is done stays done, and a line that was cut is there again. */
  leave(): void
  /** For a lesson: the practice blog cannot be reached, over a restart too, until it is given back or the lessons are left. */
  setLine(options: { isCut: boolean }): void
  /**
   * Takes the posts that came with the practice blog off it and off this desk, with the readers' comments under them. One in
   * which anything of the person's stands (words, an answer, a flag, a review, a note) is kept and counted.
   */
  removeSamples(): { removed: number; kept: number }
  /** Those that are not there come back as new posts, dated as on the first day. They are on the desk after the round that follows. */
  bringSamplesBack(): { brought: number }
}
