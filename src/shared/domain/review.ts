import type { BlogId, PostId, ReviewId, UtcIso } from './ids.ts'
import type { PostWords } from './post.ts'
import type { ReviewDecision, ReviewState, ReviewNote, ReviewRequest, SuggestedBy, TrailLine } from './review-file.ts'
import type { SealStatus } from './seal.ts'

export const REVIEW_OUTCOMES = ['approve', 'approve-with-changes', 'send-back'] as const
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number]

/** What a reviewer said at the end of a round. */
export interface Conclusion {
  decision: ReviewOutcome
  by: string
  at: UtcIso
  words: string
}

/** The post went out although nobody had approved it: it is to be looked at all the same. */
export interface UrgentPublication {
  by: string
  at: UtcIso
  why: string
}

/** A post that was handed in on the blog, and nobody wrote what to look at. */
export interface HandedIn {
  /** Why it is not to be reviewed any more; null while it waits. What was said of it is kept. */
  left: 'published' | 'draft-again' | 'gone' | null
}

/** A line of the queue. */
export interface ReviewSummary {
  id: ReviewId
  /** null where the post itself is on another desk. */
  postId: PostId | null
  /** Of the post; null where it is on another desk. */
  blogId: BlogId | null
  blogName: string
  /** As it is proposed. */
  title: string
  language: PostWords['language']
  direction: PostWords['direction']
  state: ReviewState
  /** Whose turn it is; null when nobody's. */
  waitsFor: 'reviewer' | 'author' | null
  /** 1 with the first asking. */
  round: number
  request: ReviewRequest
  /** Who asks; whoever wrote it, where nobody did. */
  askedBy: string
  askedAt: UtcIso
  /** null where somebody asked. */
  handedIn: HandedIn | null
  /** When it is to be public, where that is part of what is approved. */
  publishAt: UtcIso | null
  conclusion: Conclusion | null
  suggestionCount: number
  /** Suggestions that were neither taken nor left. */
  openCount: number
  /** Notes that were not resolved. */
  noteCount: number
  changedAt: UtcIso
  /** Something happened in it since it was last looked at on this desk. */
  isNews: boolean
  urgent: UrgentPublication | null
  seal: SealStatus
  /** What is decided in it goes to the blog, beside its post; else it stays on this desk, or goes by file. */
  isThroughBlog: boolean
}

/** A review with its texts and all that was said (ADR 10). */
export interface Review extends ReviewSummary {
  given: PostWords
  proposed: PostWords
  suggestedBy: SuggestedBy[]
  /** Of this round. */
  decisions: ReviewDecision[]
  /** Oldest first. */
  notes: ReviewNote[]
  /** Oldest first. */
  trail: TrailLine[]
  /** What was proposed when this desk last looked; null before the first time. */
  seen: { at: UtcIso; words: PostWords } | null
  /** It goes through the blog, and what was asked or decided last was taken out of the outbox. */
  isUnsent: boolean
  /** The post here whose pictures it shows: its own, or the one beside which it came; null where there is none. */
  picturesOf: PostId | null
  /** Whoever approves it here may send it out as well: the account may, and the post is on this desk. */
  mayPublish: boolean
  /** What categories are called, by their number on the blog: a reviewer's desk may not know it. */
  categoryNames: Record<string, string>
}

/** The trail of a review for people to read and to keep; `html` is a page of its own. */
export interface TrailSheet {
  title: string
  text: string
  html: string
}

/** What came into a review out of Word, beside the review as it is then. */
export interface ReviewFromWord {
  review: Review
  newSuggestions: number
  newNotes: number
  /** Replies among the remarks that are new. */
  newReplies: number
  /** Everything that was changed in Word was tracked there. */
  isTracked: boolean
  /** What stands in the file and is not in the review. */
  leftOut: { pictures: number; drawings: number }
}

/** Of a blog. */
export interface ReviewPolicy {
  /** `required`: a post goes out only as it was approved. */
  publishing: 'offered' | 'required'
  /** With `required`: it may go out before, and is to be reviewed afterwards. */
  allowsUrgent: boolean
}

/** Of a blog without one of its own. */
export const NO_POLICY: ReviewPolicy = { publishing: 'offered', allowsUrgent: false }

/** What came in a review file. */
export interface TakenReviews {
  sentBy: string
  /** The key it is signed with; whose it is, people tell each other. */
  signedBy: string
  reviews: TakenReview[]
  /** Pictures that are none, or none that a desk takes. */
  picturesLeft: number
}

export interface TakenReview {
  id: ReviewId
  title: string
  /** This desk had never seen it. */
  isNew: boolean
  /** Something of it was not here yet, a decision too. */
  isChanged: boolean
  /** Answers to notes too. */
  newNotes: number
  newSuggestions: number
}

/** A review file that the system had the program open, and that waits for somebody to look. */
export interface GivenReviewFile {
  id: string
  fileName: string
}
