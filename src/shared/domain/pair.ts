import type { TextDirection } from '../content/document.ts'
import type { Tie } from '../content/pairs/tie.ts'
import type { PostId, RemotePostId } from './ids.ts'

/** A post that says another one in another language, or is said by it. */
export interface PairedPost {
  postId: PostId
  title: string
  /** BCP 47, '' when nobody said. */
  language: string
  direction: TextDirection
}

/**
 * A post among those that say the same on the blog, as its multilingual plugin tells it: `code` is the plugin's word for a language,
 * '' for none, `posts` are by code, itself among them.
 */
export interface InLanguages {
  code: string
  posts: Record<string, RemotePostId>
}

/**
 * What the blog makes of a post and those tied to it. `closed`: it lets no program link them. `no-language`: one of the two is in none that
 * it has. `alone`: no other is on the blog yet. `waits`: it is linked with these when it is sent next. `other`: the blog has it otherwise.
 */
export type OnBlog =
  { state: 'closed' | 'no-language' | 'alone' | 'linked' | 'other' } | { state: 'waits'; posts: PairedPost[] }

/** Somebody linked the two on the blog, and they are not tied here. */
export interface SaidByBlog {
  post: PairedPost
  sourceId: PostId
  translationId: PostId
}

export interface PostPairs {
  /** What this post says in another language, paragraph by paragraph; null for one that stands by itself. */
  source: (PairedPost & { tie: Tie }) | null
  /** The posts that say this one, by language; how many paragraphs of each are to be looked at. */
  translations: (PairedPost & { openCount: number })[]
  /** Null for a post that stands by itself, and while the blog was not asked. */
  onBlog: OnBlog | null
  saidByBlog: SaidByBlog | null
}
