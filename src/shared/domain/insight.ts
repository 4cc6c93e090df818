import type { CivilDay } from '../blog-day.ts'
import type { Period } from '../insight/period.ts'
import type { BlogId, CampaignId, EvidenceId, PostId, UtcIso } from './ids.ts'

/** What a text is for, and for whom: in the person's own words, '' where nothing was said. */
export interface Aim {
  objective: string
  audience: string
}

/** Several posts of a blog with one aim. */
export interface Campaign extends Aim {
  id: CampaignId
  blogId: BlogId
  name: string
  /** null: open at that end. */
  beginsOn: CivilDay | null
  endsOn: CivilDay | null
}

/** A post's own aim, and the campaign it belongs to. */
export interface PostAim extends Aim {
  campaignId: CampaignId | null
}

/** `quoted`: somebody took it up. `followed`: something came of it. */
export const EVIDENCE_KINDS = ['quoted', 'followed', 'other'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** What the person noted about what came of the blog: no machine can know it. */
export interface Evidence {
  id: EvidenceId
  blogId: BlogId
  /** null: of the blog as a whole. */
  postId: PostId | null
  kind: EvidenceKind
  happenedOn: CivilDay
  who: string
  text: string
  /** Where it can be looked up; '' where nowhere. */
  url: string
}

export interface MonthFigures {
  /** `2026-11`. */
  month: string
  posts: number
  comments: number
  replies: number
}

/** What readers wrote in the period, and whether it was answered. A late answer is an answer. */
export interface AnsweringFigures {
  answered: number
  unanswered: number
  /** From the comment to its first answer, of those answered; null where none was. */
  medianHours: number | null
  /** By what the blog promises today; null where it promises nothing. `open`: not answered, and still in time. */
  promise: { kept: number; broken: number; open: number } | null
}

export interface PostFigures {
  postId: PostId
  title: string
  publishedAt: UtcIso
  comments: number
  replies: number
}

/**
 * What happened on a blog in a period, counted from what is on this desk. `posts`: published in it by the blog's clock, and public now. `comments`: what
 * readers wrote in it, spam and trash apart. `replies`: what the house answered in it.
 */
export interface InsightFigures {
  period: Period
  posts: number
  comments: number
  replies: number
  answering: AnsweringFigures
  /** Each month of the period, also those in which nothing happened. */
  months: MonthFigures[]
  /** By the number of posts, then by name. */
  languages: { language: string; posts: number }[]
  tags: { name: string; posts: number }[]
  /** Those with the most comments first. */
  mostDiscussed: PostFigures[]
}

/** Figures with what is beside them. */
export interface Insight {
  figures: InsightFigures
  /** The period before, as long, to hold them against. */
  before: InsightFigures
  campaign: Campaign | null
  evidence: (Evidence & { postTitle: string | null })[]
  /** When the blog was last read; null: never. */
  readAt: UtcIso | null
  /** Else the first reading of the blog has not come to its end, and older posts and comments may be missing. */
  isWhole: boolean
}
