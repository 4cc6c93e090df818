import type { BlogId, CampaignId, EvidenceId, PostId, RemoteUserId, UtcIso } from '../../../shared/domain/ids.ts'
import type { Campaign, Evidence, EvidenceKind, PostAim } from '../../../shared/domain/insight.ts'
import type { PublicPost, SaidThere } from '../../../shared/insight/count-figures.ts'
import type { Period } from '../../../shared/insight/period.ts'
import type { Store } from './open-store.ts'

export interface InsightRepository {
  /** Every post of the blog that was public when this desk last saw it; `campaignId`: of that campaign only. */
  listPublicPosts(blogId: BlogId, campaignId: CampaignId | null): PublicPost[]
  /** Not spam, not trash, not gone from the blog; `writers` are those who speak for the house. */
  listSaid(blogId: BlogId, writers: ReadonlySet<RemoteUserId>, between: { from: UtcIso; to: UtcIso }): SaidThere[]
  /** By name. */
  listCampaigns(blogId: BlogId): Campaign[]
  putCampaign(campaign: Campaign): void
  /** Its posts stay, and belong to none. null: there was none. */
  removeCampaign(id: CampaignId): BlogId | null
  /** A post of which nothing was said has an empty aim. */
  findAim(postId: PostId): PostAim
  putAim(postId: PostId, aim: PostAim): void
  /** Newest first. */
  listEvidence(blogId: BlogId, period: Period): (Evidence & { postTitle: string | null })[]
  putEvidence(evidence: Evidence): void
  /** null: there was none. */
  removeEvidence(id: EvidenceId): BlogId | null
}

interface CampaignRow {
  id: string
  blog_id: string
  name: string
  objective: string
  audience: string
  begins_on: string | null
  ends_on: string | null
}

interface EvidenceRow {
  id: string
  blog_id: string
  post_id: string | null
  kind: string
  happened_on: string
  who: string
  text: string
  url: string
}

const NO_AIM: PostAim = { campaignId: null, objective: '', audience: '' }

export function createInsightRepository({ database }: Store): InsightRepository {
  const selectPublic = database.prepare<
    [{ blogId: string; campaignId: string | null }],
    { id: string; title: string; language: string; published_at: string; tags: string }
  >(`
    SELECT posts.id, posts.title, posts.language, agreed.published_at,
      (SELECT json_group_array(name) FROM (
        SELECT terms.name FROM json_each(agreed.remote, '$.tagIds') AS tag
        CROSS JOIN terms ON terms.blog_id = posts.blog_id AND terms.remote_id = tag.value ORDER BY terms.name)) AS tags
    FROM posts JOIN bases AS agreed ON agreed.post_id = posts.id AND agreed.which = 'agreed'
    LEFT JOIN post_aims ON post_aims.post_id = posts.id
    WHERE posts.blog_id = @blogId AND agreed.status = 'publish' AND agreed.published_at IS NOT NULL
      AND (@campaignId IS NULL OR post_aims.campaign_id = @campaignId)
      AND posts.kind = 'post'`)
  const selectSaid = database.prepare<
    [{ blogId: string; writers: string; from: string; to: string }],
    { post_id: string; created_at: string; is_of_house: number; is_reply: number; answered_at: string | null }
  >(`
    WITH writers AS MATERIALIZED (SELECT value AS id FROM json_each(@writers)),
    shown AS NOT MATERIALIZED (
      SELECT * FROM comments WHERE blog_id = @blogId AND status IN ('approved', 'hold') AND is_gone = 0
    ),
    answers AS MATERIALIZED (
      SELECT parent_remote_id, min(created_at) AS at FROM shown
      WHERE parent_remote_id IS NOT NULL AND author_id IN (SELECT id FROM writers) GROUP BY parent_remote_id
    )
    SELECT shown.post_id, shown.created_at, coalesce(shown.author_id, 0) IN (SELECT id FROM writers) AS is_of_house,
      shown.parent_remote_id IS NOT NULL AS is_reply, answers.at AS answered_at
    FROM shown LEFT JOIN answers ON answers.parent_remote_id = shown.remote_id
    WHERE shown.created_at BETWEEN @from AND @to`)
  const selectCampaigns = database.prepare<[string], CampaignRow>(
    'SELECT * FROM campaigns WHERE blog_id = ? ORDER BY name COLLATE NOCASE, id',
  )
  const upsertCampaign = database.prepare<[CampaignRow]>(`
    INSERT INTO campaigns (id, blog_id, name, objective, audience, begins_on, ends_on)
    VALUES (@id, @blog_id, @name, @objective, @audience, @begins_on, @ends_on)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, objective = excluded.objective, audience = excluded.audience,
      begins_on = excluded.begins_on, ends_on = excluded.ends_on`)
  const removeCampaign = database.prepare<[string], { blog_id: string }>(
    'DELETE FROM campaigns WHERE id = ? RETURNING blog_id',
  )
  const selectAim = database.prepare<[string], { campaign_id: string | null; objective: string; audience: string }>(
    'SELECT campaign_id, objective, audience FROM post_aims WHERE post_id = ?',
  )
  const upsertAim = database.prepare<[string, string | null, string, string]>(`
    INSERT INTO post_aims (post_id, campaign_id, objective, audience) VALUES (?, ?, ?, ?)
    ON CONFLICT (post_id) DO UPDATE SET campaign_id = excluded.campaign_id, objective = excluded.objective, audience = excluded.audience`)
  const selectEvidence = database.prepare<[string, string, string], EvidenceRow & { post_title: string | null }>(`
    SELECT evidence.*, posts.title AS post_title FROM evidence LEFT JOIN posts ON posts.id = evidence.post_id
    WHERE evidence.blog_id = ? AND happened_on BETWEEN ? AND ? ORDER BY happened_on DESC, evidence.id`)
  const upsertEvidence = database.prepare<[EvidenceRow]>(`
    INSERT INTO evidence (id, blog_id, post_id, kind, happened_on, who, text, url)
    VALUES (@id, @blog_id, @post_id, @kind, @happened_on, @who, @text, @url)
    ON CONFLICT (id) DO UPDATE SET post_id = excluded.post_id, kind = excluded.kind, happened_on = excluded.happened_on, who = excluded.who,
      text = excluded.text, url = excluded.url`)
  const removeEvidence = database.prepare<[string], { blog_id: string }>(
    'DELETE FROM evidence WHERE id = ? RETURNING blog_id',
  )

  return {
    listPublicPosts: (blogId, campaignId) =>
      selectPublic.all({ blogId, campaignId }).map(({ id, title, language, published_at, tags }) => ({
        id: id as PostId,
        title,
        language,
        publishedAt: published_at as UtcIso,
        tags: JSON.parse(tags) as string[],
      })),
    listSaid: (blogId, writers, { from, to }) =>
      selectSaid.all({ blogId, writers: JSON.stringify([...writers]), from, to }).map((row) => ({
        postId: row.post_id as PostId,
        createdAt: row.created_at as UtcIso,
        isOfHouse: row.is_of_house === 1,
        isReply: row.is_reply === 1,
        answeredAt: row.answered_at as UtcIso | null,
      })),
    listCampaigns: (blogId) =>
      selectCampaigns.all(blogId).map(({ id, blog_id, begins_on, ends_on, ...said }) => ({
        id: id as CampaignId,
        blogId: blog_id as BlogId,
        beginsOn: begins_on,
        endsOn: ends_on,
        ...said,
      })),
    putCampaign: ({ blogId, beginsOn, endsOn, ...said }) =>
      void upsertCampaign.run({ blog_id: blogId, begins_on: beginsOn, ends_on: endsOn, ...said }),
    removeCampaign: (id) => (removeCampaign.get(id)?.blog_id as BlogId | undefined) ?? null,
    findAim(postId) {
      const row = selectAim.get(postId)
      return row
        ? { campaignId: row.campaign_id as CampaignId | null, objective: row.objective, audience: row.audience }
        : NO_AIM
    },
    putAim: (postId, { campaignId, objective, audience }) =>
      void upsertAim.run(postId, campaignId, objective, audience),
    listEvidence: (blogId, { from, to }) =>
      selectEvidence.all(blogId, from, to).map(({ id, blog_id, post_id, kind, happened_on, post_title, ...said }) => ({
        id: id as EvidenceId,
        blogId: blog_id as BlogId,
        postId: post_id as PostId | null,
        kind: kind as EvidenceKind,
        happenedOn: happened_on,
        postTitle: post_title,
        ...said,
      })),
    putEvidence: ({ blogId, postId, happenedOn, ...said }) =>
      void upsertEvidence.run({ blog_id: blogId, post_id: postId, happened_on: happenedOn, ...said }),
    removeEvidence: (id) => (removeEvidence.get(id)?.blog_id as BlogId | undefined) ?? null,
  }
}
