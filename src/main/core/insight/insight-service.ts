import type { InsightQuestion, InsightService } from '../../../shared/contract/insight-services.ts'
import type { Settings } from '../../../shared/contract/settings-input.ts'
import { utcIso, type BlogId, type PostId } from '../../../shared/domain/ids.ts'
import type { Campaign, Insight } from '../../../shared/domain/insight.ts'
import { AppError } from '../../../shared/errors.ts'
import { countFigures, type PublicPost, type SaidThere } from '../../../shared/insight/count-figures.ts'
import { insightTable } from '../../../shared/insight/insight-table.ts'
import { periodBefore, type Period } from '../../../shared/insight/period.ts'
import type { ChangeFeed } from '../change-feed.ts'
import { writersOf } from '../comments/writers.ts'
import type { PreparedFiles } from '../interchange/prepared-files.ts'
import { refuseExport } from '../policy/refuse-by-policy.ts'
import type { Clock } from '../ports.ts'
import type { Desk } from '../store/desk.ts'

interface InsightPorts {
  desk: Desk
  clock: Clock
  feed: ChangeFeed
  prepared: PreparedFiles
  settings: () => Settings
}

/** No clock on earth is further from UTC than that. */
const FURTHEST_MS = 24 * 3_600_000

export function createInsightService({ desk, clock, feed, prepared, settings }: InsightPorts): InsightService {
  const changed = (blogId: BlogId): void => feed.emit({ topic: 'insight', blogId })

  function campaignOf({ blogId, campaignId }: Pick<InsightQuestion, 'blogId' | 'campaignId'>): Campaign | null {
    if (campaignId === null) return null
    const campaign = desk.insight.listCampaigns(blogId).find(({ id }) => id === campaignId)
    if (!campaign) throw new AppError({ kind: 'no-such-item', what: 'campaign' })
    return campaign
  }

  function get(question: InsightQuestion): Insight {
    const { blogId, period, campaignId } = question
    const campaign = campaignOf(question)
    const { timeZone, lastSyncedAt } = desk.blogs.getBlog(blogId)
    const posts = desk.insight.listPublicPosts(blogId, campaignId)
    const before = periodBefore(period)
    const said = saidUnder(blogId, posts, campaignId === null, { from: before.from, to: period.to })
    const figuresOf = (counted: Period) =>
      countFigures({
        posts,
        said,
        period: counted,
        timeZone,
        promise: settings().promises[blogId] ?? null,
        now: clock.now(),
      })
    return {
      figures: figuresOf(period),
      before: figuresOf(before),
      campaign,
      evidence: evidenceOf(blogId, period, campaignId === null ? null : posts),
      readAt: lastSyncedAt,
      isWhole: (['posts', 'comments'] as const).every((list) => desk.pulls.findPosition(blogId, list) === null),
    }
  }

  function saidUnder(blogId: BlogId, posts: readonly PublicPost[], isAll: boolean, { from, to }: Period): SaidThere[] {
    const said = desk.insight.listSaid(blogId, writersOf(desk, blogId), {
      from: utcIso(new Date(Date.parse(from) - FURTHEST_MS)),
      to: utcIso(new Date(Date.parse(to) + 2 * FURTHEST_MS)),
    })
    if (isAll) return said
    const within = new Set(posts.map(({ id }) => id))
    return said.filter(({ postId }) => within.has(postId))
  }

  function evidenceOf(blogId: BlogId, period: Period, posts: readonly PublicPost[] | null): Insight['evidence'] {
    const evidence = desk.insight.listEvidence(blogId, period)
    if (posts === null) return evidence
    const within = new Set<PostId | null>(posts.map(({ id }) => id))
    return evidence.filter(({ postId }) => within.has(postId))
  }

  return {
    get,
    campaigns: (blogId) => desk.insight.listCampaigns(blogId),
    putCampaign(campaign) {
      desk.transaction(() => {
        desk.blogs.getBlog(campaign.blogId)
        desk.insight.putCampaign(campaign)
      })
      changed(campaign.blogId)
    },
    removeCampaign({ id }) {
      const blogId = desk.transaction(() => desk.insight.removeCampaign(id))
      if (blogId !== null) changed(blogId)
    },
    aim: (postId) => desk.insight.findAim(desk.posts.getPost(postId).id),
    setAim({ postId, aim }) {
      const { blogId } = desk.posts.getPost(postId)
      desk.transaction(() => {
        campaignOf({ blogId, campaignId: aim.campaignId })
        desk.insight.putAim(postId, aim)
      })
      changed(blogId)
    },
    putEvidence(evidence) {
      desk.transaction(() => {
        desk.blogs.getBlog(evidence.blogId)
        if (evidence.postId !== null && desk.posts.getPost(evidence.postId).blogId !== evidence.blogId)
          throw new AppError({ kind: 'no-such-item', what: 'post' })
        desk.insight.putEvidence(evidence)
      })
      changed(evidence.blogId)
    },
    removeEvidence({ id }) {
      const blogId = desk.transaction(() => desk.insight.removeEvidence(id))
      if (blogId !== null) changed(blogId)
    },
    prepareTable(question) {
      refuseExport(desk, 'blog')
      const { name } = desk.blogs.getBlog(question.blogId)
      const { from, to } = question.period
      return prepared.put({
        fileName: `insight-${from}-${to}.csv`,
        mimeType: 'text/csv; charset=utf-8',
        bytes: new TextEncoder().encode(insightTable(get(question), name)),
      })
    },
  }
}
