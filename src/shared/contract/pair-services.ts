import type { PostId } from '../domain/ids.ts'
import type { PostPairs } from '../domain/pair.ts'

/** Posts that say the same in two languages. Only the link of the two goes to a blog, with the next sending, where the blog links posts. */
export interface PairService {
  /** As both texts are now. */
  find(postId: PostId): PostPairs
  /**
   * A new draft beside the post, to be written in that language: with its text to be written over, its pictures and its categories.
   * Nothing of it counts as translated before it says something else. Throws `conflict` (`translation-of-translation`) for a post that is
   * itself a translation.
   */
  begin(options: { postId: PostId; language: string }): PostId
  /**
   * Ties two posts of one blog that are there: what stands in the same place counts as said, and what was said of it before where they
   * had been tied. Throws `conflict`
   * (`translation-of-translation`) where one of them is tied otherwise already.
   */
  tie(options: { postId: PostId; sourceId: PostId }): void
  /** Both posts stay as they are. */
  untie(postId: PostId): void
  /**
   * Somebody looked: the paragraph `at` of the source is said as it is now. `source` is what they saw there, null for one that the source
   * has no more; where it is another by now nothing happens, and what is returned shows it.
   */
  agree(options: { postId: PostId; at: number; source: string | null }): PostPairs
}
