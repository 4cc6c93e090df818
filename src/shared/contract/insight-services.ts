import type { Period } from '../insight/period.ts'
import type { BlogId, CampaignId, EvidenceId, PostId } from '../domain/ids.ts'
import type { PreparedFile } from '../domain/interchange.ts'
import type { Campaign, Evidence, Insight, PostAim } from '../domain/insight.ts'

export interface InsightQuestion {
  blogId: BlogId
  period: Period
  /** null: the whole blog. */
  campaignId: CampaignId | null
}

/** Only from what the blog and the person said; nobody is tracked, and nothing of it leaves the laptop by itself. */
export interface InsightService {
  /** Throws `no-such-item` for a campaign that is gone. */
  get(question: InsightQuestion): Insight
  campaigns(blogId: BlogId): Campaign[]
  /** A new one, or other words for one that is there. */
  putCampaign(campaign: Campaign): void
  /** Its posts stay, and belong to none. */
  removeCampaign(options: { id: CampaignId }): void
  aim(postId: PostId): PostAim
  setAim(options: { postId: PostId; aim: PostAim }): void
  putEvidence(evidence: Evidence): void
  removeEvidence(options: { id: EvidenceId }): void
  /** The figures and the notes as a table for a spreadsheet. Throws `not-allowed-now` where the organisation forbids exports of a blog. */
  prepareTable(question: InsightQuestion): PreparedFile
}
