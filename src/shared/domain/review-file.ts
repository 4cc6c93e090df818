import type { Anchor } from '../content/anchors/anchor.ts'
import type { MediaId, UtcIso } from './ids.ts'
import type { PictureMimeType } from './media.ts'
import type { PostWords } from './post.ts'
import type { Seal } from './seal.ts'

/** What one `.attache-review` carries from one desk to another, beside the bytes of its pictures. */
export interface ReviewFile {
  blog: { url: string; name: string }
  /** As they call themselves; who it really was, the signature says. */
  sentBy: string
  sentAt: UtcIso
  /** null when nothing is asked, as when it comes back. */
  asks: ReviewRequest | null
  posts: ReviewedPost[]
}

/**
 * `asked`: a reviewer is to look at it. `sent-back`: the author is. `approved`: the text is sealed as it was. `approved-with-changes`:
 * sealed is what is proposed; the post is that text once all of it is taken. `withdrawn`: the author asks no more.
 */
export type ReviewState = 'asked' | 'sent-back' | 'approved' | 'approved-with-changes' | 'withdrawn'

/** How far the review was when the file was made. */
export interface ReviewRound {
  number: number
  state: ReviewState
  request: ReviewRequest
  askedBy: string
  askedAt: UtcIso
  publishAt: UtcIso | null
  concluded: { by: string; at: UtcIso; words: string } | null
  seal: Seal | null
  /** What categories are called, by their number on the blog. */
  categoryNames: Record<string, string>
}

export interface ReviewRequest {
  /** Who is asked. */
  of: string
  /** A day, `2026-12-01`; null when there is no hurry. */
  by: string | null
  lookAt: string
}

/** A post under review: the text that was given, the one that is proposed, and all that was said of it (ADR 10). */
export interface ReviewedPost {
  /** The same on every desk and in every file, from the first asking on. */
  reviewId: string
  /** From one asking to the next. */
  round: ReviewRound
  before: PostWords
  after: PostWords
  suggestions: SuggestedBy[]
  decisions: ReviewDecision[]
  notes: ReviewNote[]
  trail: TrailLine[]
  pictures: ReviewPicture[]
}

/** Who made a suggestion; what it says is where the two texts differ. */
export interface SuggestedBy {
  suggestionId: string
  authorName: string
  suggestedAt: UtcIso
}

export interface ReviewDecision {
  suggestionId: string
  isTaken: boolean
  decidedBy: string
  decidedAt: UtcIso
}

export interface ReviewRemark {
  id: string
  authorName: string
  writtenAt: UtcIso
  words: string
}

export interface ReviewNote extends ReviewRemark {
  /** null: it is about the whole post. */
  anchor: Anchor | null
  replies: ReviewRemark[]
  resolved: { by: string; at: UtcIso } | null
}

export const TRAIL_ACTS = [
  'asked',
  'suggested',
  'noted',
  'took',
  'left',
  'undecided',
  'approved',
  'approved-with-changes',
  'sent-back',
  'withdrawn',
  'published',
  'published-urgently',
] as const

export interface TrailLine {
  act: (typeof TRAIL_ACTS)[number]
  by: string
  at: UtcIso
  words: string
  /** Of the text it was about, where that was fixed. */
  hash: string | null
}

export interface ReviewPicture {
  /** SHA-256 of the bytes that travel. */
  id: MediaId
  fileName: string
  mimeType: PictureMimeType
  sizeBytes: number
}
