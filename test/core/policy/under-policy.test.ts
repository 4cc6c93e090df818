import { expect, test } from 'vitest'
import type { PolicyReading } from '../../../src/shared/domain/policy.ts'
import { isAppError } from '../../../src/shared/errors.ts'
import { deskOnPracticeBlog, newPost, paragraph, type DeskOnBlog } from '../../support/desk-on-practice-blog.ts'

const HOUR_MS = 3_600_000
/** The clock of these tests begins at 07:02 on this day. */
const MOURNING = { from: '2026-11-21T07:30:00Z', until: '2026-11-22T07:30:00Z', why: 'National mourning' }

/** A desk on a machine whose policy a test writes, and that looks at it as it does after ten minutes. */
async function deskUnder(policy: object | null): Promise<DeskOnBlog & { nowHas: (policy: object) => void }> {
  let reading: PolicyReading = { found: 'nothing' }
  const nowHas = (value: object): void => {
    reading = { found: 'policy', place: '/etc/attache/policy.json', value }
  }
  if (policy) nowHas(policy)
  const on = await deskOnPracticeBlog({ readPolicy: () => reading })
  return { ...on, nowHas }
}

const sync = (on: DeskOnBlog) => on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
const outbox = (on: DeskOnBlog) => on.desk.query('outbox', 'list', { blogId: on.blogId })
const publish = async (on: DeskOnBlog, title: string, publishAt: string | null = null) => {
  const postId = await newPost(on.desk, on.blogId, title)
  return on.desk.mutate('posts', 'publish', { postId, as: 'publish', publishAt })
}
const titles = async (on: DeskOnBlog): Promise<string[]> => {
  const { items } = await on.as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null })
  return items.map(({ title }) => title).toSorted()
}
const refusal = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: unknown) => (isAppError(error) ? error.data : error),
  )

test('on a quiet date nothing leaves, the line says why and until when, and afterwards it goes only when told', async () => {
  const on = await deskUnder({ quietDates: [MOURNING] })
  await publish(on, 'Before')
  expect(await sync(on)).toMatchObject({ waitingCount: 0, quiet: null })
  on.clock.advance(HOUR_MS)
  const { id } = await publish(on, 'A concert')
  on.line.seen.length = 0
  for (let round = 0; round < 3; round += 1) {
    expect(await sync(on)).toMatchObject({
      waitingCount: 1,
      arrival: null,
      quiet: { until: '2026-11-22T07:30:00.000Z', why: 'National mourning', allowsUrgent: false },
    })
    on.clock.advance(HOUR_MS)
  }
  await on.desk.mutate('line', 'letGo', { blogId: on.blogId, entryIds: null })
  await on.desk.mutate('outbox', 'tryNow', { entryId: id })
  await sync(on)
  expect(on.line.seen.filter(({ isWrite }) => isWrite)).toEqual([])
  on.clock.advance(24 * HOUR_MS)
  expect(await sync(on)).toMatchObject({ quiet: null, arrival: { entryIds: [id] } })
  expect(await titles(on)).toEqual(['Before'])
  await on.desk.mutate('line', 'letGo', { blogId: on.blogId, entryIds: null })
  expect(await sync(on)).toMatchObject({ waitingCount: 0, arrival: null })
  expect(await titles(on)).toEqual(['A concert', 'Before'])
  await on.desk.close()
})

test('what waited through a whole quiet date without a line is asked about, once', async () => {
  const on = await deskUnder({ quietDates: [MOURNING] })
  await on.desk.mutate('settings', 'set', { arrivals: 'go-at-once' })
  on.line.fateOf = () => 'lost-before'
  await sync(on)
  const { id } = await publish(on, 'From the air')
  on.clock.advance(30 * HOUR_MS)
  on.line.fateOf = () => 'ok'
  expect(await sync(on)).toMatchObject({ arrival: { entryIds: [id] } })
  await on.desk.mutate('line', 'letGo', { blogId: on.blogId, entryIds: null })
  expect(await sync(on)).toMatchObject({ waitingCount: 0, arrival: null })
  expect(await titles(on)).toEqual(['From the air'])
  await on.desk.close()
})

test('one entry goes on a quiet date where the policy allows it, and the log says which', async () => {
  const on = await deskUnder({ quietDates: [{ ...MOURNING, allowsUrgent: true }] })
  on.clock.advance(HOUR_MS)
  const { id } = await publish(on, 'The consulate is closed')
  await publish(on, 'A concert')
  await sync(on)
  await on.desk.mutate('outbox', 'sendUrgent', { entryId: id })
  expect(await sync(on)).toMatchObject({ waitingCount: 1 })
  expect(await titles(on)).toEqual(['The consulate is closed'])
  expect(on.desk.logLines).toContainEqual(expect.stringContaining(`"policy.sent-on-quiet-date","entryId":"${id}"`))
  await on.desk.close()
})

test('what was urgent on one quiet date is no exception on the next, which allows none', async () => {
  const on = await deskUnder({ quietDates: [{ ...MOURNING, allowsUrgent: true }] })
  on.clock.advance(HOUR_MS)
  const { id } = await publish(on, 'The consulate is closed')
  on.line.fateOf = () => 'lost-before'
  await on.desk.mutate('outbox', 'sendUrgent', { entryId: id })
  await sync(on)
  on.line.fateOf = () => 'ok'
  on.desk.core.start()
  on.nowHas({ quietDates: [MOURNING] })
  on.clock.advance(HOUR_MS)
  expect(await sync(on)).toMatchObject({ waitingCount: 1 })
  expect(await titles(on)).toEqual([])
  await on.desk.close()
})

test('without an exception in the policy there is none', async () => {
  const on = await deskUnder({ quietDates: [MOURNING] })
  on.clock.advance(HOUR_MS)
  const { id } = await publish(on, 'Urgent')
  expect(await refusal(on.desk.mutate('outbox', 'sendUrgent', { entryId: id }))).toEqual({
    kind: 'not-allowed-now',
    why: 'quiet-date',
  })
  await on.desk.close()
})

test('a post cannot be scheduled into a quiet date, where the blog would publish it by itself', async () => {
  const on = await deskUnder({ quietDates: [MOURNING] })
  expect(await refusal(publish(on, 'Concert', '2026-11-21T12:00:00.000Z'))).toMatchObject({ why: 'quiet-date' })
  expect(await publish(on, 'Concert', '2026-11-23T12:00:00.000Z')).toMatchObject({ what: 'Concert' })
  await on.desk.close()
})

test('what takes something away from readers goes on a quiet date', async () => {
  const on = await deskUnder({ quietDates: [MOURNING] })
  await publish(on, 'A question')
  await sync(on)
  const { items } = await on.as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null })
  await on.visitorComment(items[0]?.remoteId ?? 0, 'An insult.')
  await sync(on)
  const [comment] = await on.desk.query('comments', 'list', { blogId: on.blogId, postId: null })
  if (!comment) throw new Error('the comment did not come down')
  on.clock.advance(HOUR_MS)
  const { id: commentId, print, status } = comment
  await on.desk.mutate('comments', 'moderate', { seen: [{ commentId, print, status, decided: null }], to: 'spam' })
  expect(await sync(on)).toMatchObject({ waitingCount: 0, quiet: { why: 'National mourning' } })
  await on.desk.close()
})

test('a policy that comes while the desk is open holds from the next look on', async () => {
  const on = await deskUnder(null)
  on.desk.core.start()
  on.clock.advance(HOUR_MS)
  on.nowHas({ quietDates: [MOURNING], reviewRequired: 'always' })
  on.clock.advance(10 * 60_000)
  expect(await sync(on)).toMatchObject({ quiet: { why: 'National mourning' } })
  expect(await refusal(publish(on, 'Unread'))).toMatchObject({ kind: 'unsealed', mayBeUrgent: false })
  await on.desk.close()
})

test('settings say what holds, and the person’s own come back when the policy goes', async () => {
  const policy = { reviewRequired: 'urgent-afterwards', answeringPromise: { workingDays: 2, closedOn: [5] } }
  const on = await deskUnder(policy)
  const own = { promises: { [on.blogId]: { workingDays: 9, closedOn: [] } } }
  expect(await on.desk.mutate('settings', 'set', own)).toMatchObject({
    promises: { [on.blogId]: { workingDays: 2, closedOn: [5] } },
    reviewPolicies: { [on.blogId]: { publishing: 'required', allowsUrgent: true } },
  })
  expect(await on.desk.query('settings', 'policy')).toEqual({
    inForce: policy,
    place: '/etc/attache/policy.json',
    faults: [],
    trouble: null,
  })
  on.desk.core.start()
  on.nowHas({})
  on.clock.advance(10 * 60_000)
  expect(await on.desk.query('settings', 'get')).toMatchObject({ ...own, reviewPolicies: {} })
  await on.desk.close()
})

test('a person may be stricter than the organisation', async () => {
  const on = await deskUnder({ reviewRequired: 'urgent-afterwards' })
  const reviewPolicies = { [on.blogId]: { publishing: 'required' as const, allowsUrgent: false } }
  expect(await on.desk.mutate('settings', 'set', { reviewPolicies })).toMatchObject({ reviewPolicies })
  await on.desk.close()
})

test('nobody sends sooner than the hold of the policy, whichever way they ask', async () => {
  const on = await deskUnder({ holdSeconds: 300 })
  const { id } = await publish(on, 'Held')
  await on.desk.mutate('outbox', 'tryNow', { entryId: id })
  await on.desk.mutate('outbox', 'hold', { entryId: id })
  await on.desk.mutate('outbox', 'release', { entryId: id })
  await sync(on)
  expect(await outbox(on)).toMatchObject([{ state: 'held', heldUntil: '2026-11-21T07:07:00.000Z' }])
  on.clock.advance(5 * 60_000)
  expect(await sync(on)).toMatchObject({ waitingCount: 0 })
  await on.desk.close()
})

test('a blog that is not allowed is not connected, and one that was is not sent to any more', async () => {
  const on = await deskUnder(null)
  on.desk.core.start()
  await publish(on, 'Ours')
  await sync(on)
  on.nowHas({ allowedBlogs: ['other.example'] })
  on.clock.advance(10 * 60_000)
  await sync(on)
  await publish(on, 'Not any more')
  on.line.seen.length = 0
  const reason = { kind: 'not-allowed-now', why: 'blog-not-allowed' }
  expect(await sync(on)).toMatchObject({ state: 'closed', reason, waitingCount: 1 })
  expect(on.line.seen).toEqual([])
  expect(await refusal(on.signIn())).toEqual(reason)
  await on.desk.close()
})

test('a list of blogs that cannot be read adds none and stops none', async () => {
  const on = await deskUnder(null)
  on.desk.core.start()
  on.nowHas({ allowedBlogs: 'https://blog.example' })
  on.clock.advance(10 * 60_000)
  await publish(on, 'Goes on')
  expect(await sync(on)).toMatchObject({ state: 'open', waitingCount: 0 })
  expect(await refusal(on.signIn())).toMatchObject({ why: 'blog-not-allowed' })
  await on.desk.close()
})

test('what may not be saved as a file is refused', async () => {
  const on = await deskUnder({ forbiddenExports: ['post', 'blog', 'review', 'review-word'] })
  const postId = await newPost(on.desk, on.blogId, 'Mine')
  const refused = { kind: 'not-allowed-now', why: 'export-not-allowed' }
  expect(await refusal(on.desk.mutate('interchange', 'exportPost', { postId, to: 'markdown' }))).toEqual(refused)
  expect(await refusal(on.desk.mutate('archives', 'exportBlog', { blogId: on.blogId }))).toEqual(refused)
  const { id: reviewId } = await on.desk.mutate('reviews', 'ask', {
    postId,
    of: '',
    by: null,
    lookAt: '',
    name: 'Amir',
  })
  const writes = [
    on.desk.mutate('reviews', 'writeFile', {
      reviewIds: [reviewId],
      lock: { passphrase: 'x'.repeat(12) },
      name: 'Amir',
    }),
    on.desk.mutate('reviews', 'writeWord', { reviewId, name: 'Amir' }),
    on.desk.mutate('reviews', 'writeTrail', { reviewId }),
  ]
  expect(await Promise.all(writes.map(refusal))).toEqual([refused, refused, refused])
  await on.desk.close()
})

test('a check and a pack of the organisation stop a post until it is put right', async () => {
  const pack = {
    format: 'attache-rule-pack',
    version: 1,
    id: 'ministry',
    name: 'Ministry',
    language: '*',
    rules: [
      { id: 'city', phrases: ['Saigon'], blocks: true, sentence: 'Say Ho Chi Minh City.', why: 'It is called so.' },
    ],
  }
  const on = await deskUnder({ rulePacks: [pack] })
  const postId = await newPost(on.desk, on.blogId, 'Travel', paragraph('A week in Saigon.'))
  expect(await refusal(on.desk.mutate('posts', 'publish', { postId, as: 'publish' }))).toMatchObject({
    why: 'policy-stops',
  })
  expect((await on.desk.query('checks', 'rules')).packs).toMatchObject([{ isManaged: true, pack: { id: 'ministry' } }])
  await on.desk.close()
})
