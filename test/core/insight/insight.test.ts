import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { RemotePost } from '../../../src/main/core/blog-api/blog-api.ts'
import { createInsightService } from '../../../src/main/core/insight/insight-service.ts'
import { createPreparedFiles } from '../../../src/main/core/interchange/prepared-files.ts'
import { newId } from '../../../src/main/core/new-id.ts'
import { createDesk, type Desk } from '../../../src/main/core/store/desk.ts'
import { openStore, type Store } from '../../../src/main/core/store/open-store.ts'
import { systemRandom } from '../../../src/main/host/system-random.ts'
import type { InsightService } from '../../../src/shared/contract/insight-services.ts'
import type { Settings } from '../../../src/shared/contract/settings-input.ts'
import type { ChangeEvent } from '../../../src/shared/contract/wire.ts'
import type {
  BlogId,
  CampaignId,
  CommentId,
  EvidenceId,
  PostId,
  RemoteCommentId,
  RemotePostId,
  RemoteTermId,
  RemoteUserId,
} from '../../../src/shared/domain/ids.ts'
import { utcIso } from '../../../src/shared/domain/ids.ts'
import type { Campaign, Evidence } from '../../../src/shared/domain/insight.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { seededRandom } from '../../faults/seeded-random.ts'
import { putTestBlog, putTestPost } from '../../support/stored.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const HOUSE = [2, 3] as RemoteUserId[]
const QUARTER = { from: '2026-10-01', to: '2026-12-31' }
const PROMISE = { workingDays: 3, closedOn: [0, 6] }

let store: Store
let desk: Desk
let insight: InsightService
let blogId: BlogId
let events: ChangeEvent[]
let posts: PostId[]

beforeEach(() => {
  store = openStore({ databasePath: join(temporaryFolder(), 'desk.sqlite'), key: null })
  desk = createDesk(store)
  events = []
  blogId = putTestBlog(desk).id
  const settings = { promises: { [blogId]: PROMISE } } as unknown as Settings
  insight = createInsightService({
    desk,
    clock: createManualClock(),
    feed: { emit: (event: ChangeEvent) => void events.push(event), onChange: () => () => undefined },
    prepared: createPreparedFiles(systemRandom),
    settings: () => settings,
  })
  posts = desk.transaction(fill)
})
afterEach(() => store.close())

/** A year of a blog with everything that must not count among what does: drafts, spam, trash, pages, what is gone, other years. */
function fill(): PostId[] {
  const draw = seededRandom('insight')
  const timeIn2026 = (): string => new Date(Date.UTC(2026, 0, 1) + draw.fraction() * 365 * 86_400_000).toISOString()
  desk.terms.putTerms(
    blogId,
    ['science', 'visas', 'études'].map((name, at) => ({
      remoteId: (at + 1) as RemoteTermId,
      taxonomy: 'tag',
      name,
      slug: `t${at}`,
      parentRemoteId: null,
      useCount: null,
    })),
  )
  desk.settings.put('blogWriters', { [blogId]: { ids: HOUSE, askedAt: utcIso(new Date(0)) } })
  const blog = desk.blogs.getBlog(blogId)
  const made = Array.from({ length: 300 }, (_, at) => {
    const id = putTestPost(desk, blog)
    desk.posts.putPost({
      ...desk.posts.getPost(id),
      remoteId: (at + 1) as RemotePostId,
      language: draw.pick(['en', 'vi', 'fr']),
    })
    if (draw.chance(0.1)) return id
    const remote = {
      status: draw.pick(['publish', 'publish', 'publish', 'draft', 'private', 'trash', 'future']),
      link: '',
      publishedAt: timeIn2026(),
      tagIds: [1, 2, 3].filter(() => draw.chance(0.4)),
    } as unknown as RemotePost
    desk.posts.putBase(id, 'agreed', { remote, takenAt: utcIso(new Date()) })
    if (draw.chance(0.2))
      desk.posts.putBase(id, 'incoming', { remote: { ...remote, status: 'publish' }, takenAt: utcIso(new Date()) })
    return id
  })
  for (let number = 1; number <= 4_000; number += 1) {
    const parent = draw.chance(0.5) && number > 1 ? draw.integer(1, number) : null
    desk.comments.putComment({
      id: newId<CommentId>(systemRandom),
      blogId,
      postId: draw.pick(made as [PostId, ...PostId[]]),
      remoteId: number as RemoteCommentId,
      parentRemoteId: parent as RemoteCommentId | null,
      authorName: 'Lan',
      authorId: draw.pick([null, null, 2, 3, 9]) as RemoteUserId | null,
      contentHtml: '',
      direction: 'ltr',
      status: draw.pick(['approved', 'approved', 'hold', 'spam', 'trash']),
      createdAt: utcIso(new Date(timeIn2026())),
      link: '',
      isRead: false,
    })
  }
  store.database.exec('UPDATE comments SET is_gone = 1 WHERE remote_id % 50 = 0')
  store.database.exec("UPDATE posts SET kind = 'page' WHERE remote_id % 40 = 0")
  return made
}

/** SQL of its own, on the tables alone: Vietnam is seven hours ahead all year. */
const one = (sql: string): number => store.database.prepare<[], number>(sql).pluck().get() ?? -1
const IN_QUARTER = (column: string): string => `date(${column}, '+7 hours') BETWEEN '2026-10-01' AND '2026-12-31'`
const PUBLIC = `SELECT posts.id FROM posts, bases WHERE bases.post_id = posts.id AND which = 'agreed' AND status = 'publish'
  AND ${IN_QUARTER('published_at')} AND posts.kind = 'post'`
const SEEN = `SELECT * FROM comments WHERE status IN ('approved', 'hold') AND NOT is_gone AND ${IN_QUARTER('created_at')}`
const READERS = `SELECT * FROM (${SEEN}) WHERE author_id IS NULL OR author_id NOT IN (2, 3)`
const FIRST_ANSWER = `(SELECT min(answer.created_at) FROM comments AS answer WHERE answer.parent_remote_id = asked.remote_id
  AND answer.author_id IN (2, 3) AND answer.status IN ('approved', 'hold') AND NOT answer.is_gone)`

test('the figures of a quarter are those of an independent count', () => {
  const { figures } = insight.get({ blogId, period: QUARTER, campaignId: null })
  expect(figures.posts).toBe(one(`SELECT count(*) FROM (${PUBLIC})`))
  expect(figures.posts).toBeGreaterThan(10)
  expect(figures.comments).toBe(one(`SELECT count(*) FROM (${READERS})`))
  expect(figures.replies).toBe(
    one(`SELECT count(*) FROM (${SEEN}) WHERE author_id IN (2, 3) AND parent_remote_id IS NOT NULL`),
  )
  expect(figures.answering.answered).toBe(
    one(`SELECT count(*) FROM (${READERS}) AS asked WHERE ${FIRST_ANSWER} IS NOT NULL`),
  )
  expect(figures.answering.answered).toBeGreaterThan(10)
  expect(figures.answering.answered + figures.answering.unanswered).toBe(figures.comments)
  const hours = store.database
    .prepare<[], number>(
      `SELECT (julianday(${FIRST_ANSWER}) - julianday(asked.created_at)) * 24 AS hours FROM (${READERS}) AS asked
       WHERE ${FIRST_ANSWER} IS NOT NULL ORDER BY hours`,
    )
    .pluck()
    .all()
  const middle = ((hours[Math.ceil(hours.length / 2) - 1] ?? NaN) + (hours[Math.floor(hours.length / 2)] ?? NaN)) / 2
  expect(figures.answering.medianHours).toBeCloseTo(middle, 3)
  expect(figures.languages).toEqual(
    store.database
      .prepare(
        `SELECT language, count(*) AS posts FROM posts WHERE id IN (${PUBLIC}) GROUP BY language ORDER BY posts DESC, language`,
      )
      .all(),
  )
  expect(figures.tags).toEqual(
    store.database
      .prepare(
        `SELECT terms.name, count(*) AS posts FROM bases, json_each(bases.remote, '$.tagIds') AS tag, terms
         WHERE which = 'agreed' AND terms.remote_id = tag.value AND post_id IN (${PUBLIC}) GROUP BY terms.name ORDER BY posts DESC, terms.name`,
      )
      .all(),
  )
  expect(Object.fromEntries(figures.months.map(({ month, comments }) => [month, comments]))).toEqual(
    Object.fromEntries(
      store.database
        .prepare<[], [string, number]>(
          `SELECT strftime('%Y-%m', created_at, '+7 hours'), count(*) FROM (${READERS}) GROUP BY 1`,
        )
        .raw()
        .all(),
    ),
  )
})

test('the promise is counted in working days, comment by comment', () => {
  const { figures } = insight.get({ blogId, period: QUARTER, campaignId: null })
  // Three working days from a day are five days, but for three from Sunday, and four from Saturday.
  const by = `date(created_at, '+7 hours', CASE strftime('%w', created_at, '+7 hours') WHEN '0' THEN '+3' WHEN '1' THEN '+3' WHEN '2' THEN '+3'
    WHEN '6' THEN '+4' ELSE '+5' END || ' days')`
  const answers = `SELECT ${by} AS due, date(${FIRST_ANSWER}, '+7 hours') AS answered FROM (${READERS}) AS asked`
  expect(figures.answering.promise).toEqual({
    kept: one(`SELECT count(*) FROM (${answers}) WHERE answered <= due`),
    broken: one(`SELECT count(*) FROM (${answers}) WHERE answered > due OR (answered IS NULL AND due < '2026-11-21')`),
    open: one(`SELECT count(*) FROM (${answers}) WHERE answered IS NULL AND due >= '2026-11-21'`),
  })
})

const campaign = (fields: Partial<Campaign> = {}): Campaign => ({
  id: newId<CampaignId>(systemRandom),
  blogId,
  name: 'Students',
  objective: 'Two hundred applications from the delta',
  audience: 'Pupils of the last year',
  beginsOn: '2026-09-01',
  endsOn: null,
  ...fields,
})

const evidence = (fields: Partial<Evidence> = {}): Evidence => ({
  id: newId<EvidenceId>(systemRandom),
  blogId,
  postId: null,
  kind: 'quoted',
  happenedOn: '2026-11-02',
  who: 'The morning paper',
  text: 'Printed the whole paragraph about the ferry.',
  url: 'https://paper.example/ferry',
  ...fields,
})

test('a campaign counts its posts and what is said under them, and leaves them when it goes', () => {
  const students = campaign()
  insight.putCampaign(students)
  for (const postId of posts.slice(0, 150))
    insight.setAim({ postId, aim: { campaignId: students.id, objective: 'own words', audience: '' } })
  const counted = insight.get({ blogId, period: QUARTER, campaignId: students.id })
  const within = `(${posts
    .slice(0, 150)
    .map((id) => `'${id}'`)
    .join()})`
  expect(counted.campaign).toEqual(students)
  expect(counted.figures.posts).toBe(one(`SELECT count(*) FROM (${PUBLIC}) WHERE id IN ${within}`))
  const everPublic = `SELECT post_id FROM bases WHERE which = 'agreed' AND status = 'publish' AND post_id NOT IN (SELECT id FROM posts WHERE kind = 'page')`
  expect(counted.figures.comments).toBe(
    one(`SELECT count(*) FROM (${READERS}) WHERE post_id IN ${within} AND post_id IN (${everPublic})`),
  )
  insight.removeCampaign({ id: students.id })
  expect(insight.campaigns(blogId)).toEqual([])
  expect(insight.aim(posts[0] as PostId)).toEqual({ campaignId: null, objective: 'own words', audience: '' })
  expect(() => insight.get({ blogId, period: QUARTER, campaignId: students.id })).toThrow(
    expect.objectContaining({ data: { kind: 'no-such-item', what: 'campaign' } }) as Error,
  )
  expect(events.filter(({ topic }) => topic === 'insight')).toHaveLength(152)
})

test('a post takes no campaign of another blog', () => {
  const elsewhere = campaign({ blogId: putTestBlog(desk, { url: 'https://other.example' }).id })
  insight.putCampaign(elsewhere)
  const postId = posts[0] as PostId
  expect(() => insight.setAim({ postId, aim: { campaignId: elsewhere.id, objective: '', audience: '' } })).toThrow()
  expect(insight.aim(postId)).toEqual({ campaignId: null, objective: '', audience: '' })
})

test('notes of evidence are those of the period, newest first, and outlive the post they speak of', () => {
  const [first] = posts as [PostId, ...PostId[]]
  const kept = [
    evidence({ happenedOn: '2026-12-31' }),
    evidence({ happenedOn: '2026-10-01', postId: first, kind: 'followed' }),
  ]
  for (const each of [...kept, evidence({ happenedOn: '2026-09-30' })]) insight.putEvidence(each)
  const listed = () => insight.get({ blogId, period: QUARTER, campaignId: null }).evidence
  expect(listed()).toEqual([
    { ...kept[0], postTitle: null },
    { ...kept[1], postTitle: '' },
  ])
  store.database.prepare('DELETE FROM posts WHERE id = ?').run(first)
  expect(listed().map(({ postId, text }) => [postId, text])).toEqual([
    [null, kept[0]?.text],
    [null, kept[1]?.text],
  ])
  insight.removeEvidence({ id: kept[0]?.id as EvidenceId })
  expect(listed()).toHaveLength(1)
})
