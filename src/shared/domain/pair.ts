import type { TextDirection } from '../content/document.ts'
import type { Tie } from '../content/pairs/tie.ts'
import type { PostId } from './ids.ts'

/** A post that says another one in another language, or is said by it. */
export interface PairedPost {
  postId: PostId
  title: string
  /** BCP 47, '' when nobody said. */
  language: string
  direction: TextDirection
}

export interface PostPairs {
  /** What this post says in another language, paragraph by paragraph; null for one that stands by itself. */
  source: (PairedPost & { tie: Tie }) | null
  /** The posts that say this one, by language; how many paragraphs of each are to be looked at. */
  translations: (PairedPost & { openCount: number })[]
}
