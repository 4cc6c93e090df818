import type { Anchor } from '../content/anchors/anchor.ts'
import type { MediaId, UtcIso } from './ids.ts'
import type { PictureMimeType } from './media.ts'
import type { PostWords } from './post.ts'

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
