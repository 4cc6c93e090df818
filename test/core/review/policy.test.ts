import { describe, expect, test } from 'vitest'
import type { ReviewOutcome, ReviewPolicy } from '../../../src/shared/domain/review.ts'
import { errorSentence } from '../../../src/shared/sentences.ts'
import { paragraph, write } from '../../support/desk-on-practice-blog.ts'
import { askedReview, askFor, FERRY } from './reviewing.ts'

const HOLD_MS = 10_000
const REQUIRED: ReviewPolicy = { publishing: 'required', allowsUrgent: false }

async function onBlogWith(policy: ReviewPolicy, options: { holdMs?: number } = {}) {
  const on = await askedReview(options)
  const { desk, blogId, postId, reviewId } = on
  const setPolicy = (is: ReviewPolicy) => desk.mutate('settings', 'set', { reviewPolicies: { [blogId]: is } })
  await setPolicy(policy)
  const outbox = () => desk.query('outbox', 'list', { blogId })
  return {
    ...on,
    setPolicy,
    outbox,
    conclude: (decision: ReviewOutcome) =>
      desk.mutate('reviews', 'conclude', { reviewId, decision, words: '', name: 'Mai' }),
    publish: (more: { publishAt?: string; urgent?: { why: string; name: string } } = {}) =>
      desk.mutate('posts', 'publish', { postId, as: 'publish', ...more }),
    rewrite: (...texts: string[]) => write(desk, postId, { blocks: texts.map(paragraph) }),
    sync: () => desk.mutate('line', 'syncNow', { blogId }),
    review: () => desk.query('reviews', 'get', { reviewId }),
    onBlog: async () =>
      (await on.as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null })).items.map(
        ({ title, status, content }) => ({ title, status, content }),
      ),
    /** How many requests that could change something went to the blog. */
    writes: () => on.line.seen.filter(({ isWrite }) => isWrite).length,
    /** Of the post, as far as the outbox came with it. */
    entry: async () => (await outbox()).find(({ kind }) => kind === 'publish-post' || kind === 'update-post'),
  }
}

const unsealed = (about: object) =>
  expect.objectContaining({ data: expect.objectContaining({ kind: 'unsealed', ...about }) as object }) as Error

describe('where a blog asks for an approval', () => {
  test('a post that nobody approved is not put into the outbox; handing it in for review needs none', async () => {
    const on = await onBlogWith(REQUIRED)
    await expect(on.publish()).rejects.toThrow(unsealed({ approvedBy: null, pieces: [] }))
    expect(await on.outbox()).toEqual([])
    await on.desk.mutate('posts', 'publish', { postId: on.postId, as: 'pending' })
    await on.syncUntilQuiet()
    expect(await on.onBlog()).toMatchObject([{ status: 'pending' }])
    await on.desk.close()
  })

  test('a post goes out as it was approved, and its receipt and its trail say so', async () => {
    const on = await onBlogWith(REQUIRED)
    const { seal } = await on.conclude('approve')
    await on.publish()
    await on.syncUntilQuiet()
    expect(await on.onBlog()).toMatchObject([{ status: 'publish' }])
    expect((await on.entry())?.receipt?.seal).toEqual(seal)
    const { trail } = await on.review()
    expect(trail.at(-1)).toMatchObject({ act: 'published', hash: seal.state === 'whole' ? seal.hash : 'none' })
    expect(await on.desk.query('reviews', 'sealOf', { postId: on.postId })).toEqual(seal)
    await on.desk.close()
  })

  test('one letter more stops it with the piece that changed; the letter back lets it go', async () => {
    const on = await onBlogWith(REQUIRED)
    await on.conclude('approve')
    await on.rewrite('It leaves at sixx.', ...FERRY.slice(1))
    await expect(on.publish()).rejects.toThrow(unsealed({ approvedBy: 'Mai', pieces: ['text'] }))
    await on.rewrite(...FERRY)
    await on.publish()
    await on.syncUntilQuiet()
    expect(await on.onBlog()).toMatchObject([{ status: 'publish' }])
    await on.desk.close()
  })

  test('an approval that is taken back while the post waits stops it, and nothing leaves', async () => {
    const on = await onBlogWith(REQUIRED, { holdMs: HOLD_MS })
    await on.conclude('approve')
    await on.publish()
    await askFor(on.desk, on.postId)
    await on.conclude('send-back')
    on.clock.advance(HOLD_MS)
    await on.sync()
    expect(await on.entry()).toMatchObject({ state: 'needs-you', reason: { kind: 'unsealed', approvedBy: null } })
    expect(on.writes()).toBe(0)
    await on.desk.close()
  })

  test('a newer approval of another text stops the one that waits, which names what differs', async () => {
    const on = await onBlogWith(REQUIRED, { holdMs: HOLD_MS })
    await on.conclude('approve')
    await on.publish()
    await write(on.desk, on.postId, { title: 'The ferry at noon' })
    await askFor(on.desk, on.postId)
    await on.conclude('approve')
    on.clock.advance(HOLD_MS)
    await on.sync()
    const reason = (await on.entry())?.reason
    expect(reason).toMatchObject({ kind: 'unsealed', approvedBy: 'Mai', pieces: ['title'] })
    expect(reason && errorSentence(reason).what).toBe(
      'The post is no longer what Mai approved: the title changed since.',
    )
    expect(await on.onBlog()).toEqual([])
    await on.publish()
    on.clock.advance(HOLD_MS)
    await on.syncUntilQuiet()
    expect(await on.onBlog()).toMatchObject([{ status: 'publish', title: 'The ferry at noon' }])
    await on.desk.close()
  })

  test('a policy that comes while a post waits holds for it', async () => {
    const on = await onBlogWith({ publishing: 'offered', allowsUrgent: false }, { holdMs: HOLD_MS })
    await on.publish()
    await on.setPolicy(REQUIRED)
    on.clock.advance(HOLD_MS)
    await on.sync()
    expect(await on.entry()).toMatchObject({ state: 'needs-you', reason: { kind: 'unsealed' } })
    expect(await on.onBlog()).toEqual([])
    await on.desk.close()
  })

  test('a change of what is public is approved before it goes, and does not take a colleague’s words along unseen', async () => {
    const on = await onBlogWith(REQUIRED, { holdMs: HOLD_MS })
    await on.conclude('approve')
    await on.publish()
    on.clock.advance(HOLD_MS)
    await on.syncUntilQuiet()
    await on.rewrite('It leaves at seven.', ...FERRY.slice(1))
    await expect(on.publish()).rejects.toThrow(unsealed({ pieces: ['text'] }))
    await askFor(on.desk, on.postId)
    await on.conclude('approve')
    await on.publish()
    const { remoteId } = await on.post()
    const [before] = await on.onBlog()
    if (remoteId === null || !before) return expect.unreachable()
    await on
      .as('administrator')
      .updatePost(remoteId, { content: before.content.replace('Take bread', 'Take some bread') })
    on.clock.advance(HOLD_MS)
    await on.sync()
    expect(await on.entry()).toMatchObject({ state: 'needs-you', reason: { kind: 'unsealed', pieces: ['text'] } })
    expect((await on.onBlog())[0]?.content).toContain('It leaves at six.')
    await on.desk.close()
  })

  test('a time that was approved is kept: no other time, and not at once', async () => {
    const on = await onBlogWith(REQUIRED)
    const publishAt = '2027-03-01T09:00:00.000Z'
    await askFor(on.desk, on.postId, { publishAt })
    await on.conclude('approve')
    for (const more of [{}, { publishAt: '2027-03-01T10:00:00.000Z' }])
      await expect(on.publish(more)).rejects.toThrow(unsealed({ pieces: ['schedule'] }))
    await on.publish({ publishAt })
    await on.syncUntilQuiet()
    expect((await on.entry())?.receipt?.seal).toMatchObject({ state: 'whole' })
    await expect(on.desk.mutate('posts', 'reschedule', { postId: on.postId, to: { as: 'publish' } })).rejects.toThrow(
      unsealed({ pieces: ['schedule'] }),
    )
    await on.desk.close()
  })
})

describe('a post that cannot wait for an approval', () => {
  const urgent = { why: 'The embassy is closed tomorrow.', name: 'Ann' }

  test('is refused where the policy does not allow it', async () => {
    const on = await onBlogWith(REQUIRED)
    await expect(on.publish({ urgent })).rejects.toThrow(unsealed({ mayBeUrgent: false }))
    await on.desk.close()
  })

  test('goes out where it does, and stands in the queue until somebody approves it', async () => {
    const on = await onBlogWith({ publishing: 'required', allowsUrgent: true })
    await expect(on.publish()).rejects.toThrow(unsealed({ mayBeUrgent: true }))
    await on.publish({ urgent })
    await on.syncUntilQuiet()
    expect(await on.onBlog()).toMatchObject([{ status: 'publish' }])
    expect(await on.desk.query('reviews', 'queue')).toMatchObject([
      { id: on.reviewId, waitsFor: 'reviewer', state: 'asked', urgent: { by: 'Ann', why: urgent.why } },
    ])
    expect((await on.review()).trail.at(-1)).toMatchObject({ act: 'published-urgently', by: 'Ann', words: urgent.why })
    await on.conclude('approve')
    expect(await on.desk.query('reviews', 'queue')).toMatchObject([
      { waitsFor: null, urgent: null, seal: { state: 'whole' } },
    ])
    await on.desk.close()
  })

  test('gets a review of its own where none was asked', async () => {
    const on = await onBlogWith({ publishing: 'required', allowsUrgent: true })
    const { id: postId } = await on.desk.mutate('posts', 'create', { blogId: on.blogId })
    await write(on.desk, postId, { title: 'Closed tomorrow', blocks: [paragraph('The embassy is closed.')] })
    await on.desk.mutate('posts', 'publish', { postId, as: 'publish', urgent })
    await on.syncUntilQuiet()
    const review = await on.desk.query('reviews', 'find', { postId })
    expect(review).toMatchObject({ state: 'asked', urgent: { by: 'Ann' }, request: { of: '', lookAt: urgent.why } })
    await on.desk.close()
  })
})

test('where a blog only offers reviews nothing is stopped, and the receipt says what is not as it was approved', async () => {
  const on = await onBlogWith({ publishing: 'offered', allowsUrgent: false })
  await on.conclude('approve')
  await write(on.desk, on.postId, { title: 'The ferry at noon' })
  await on.publish()
  await on.syncUntilQuiet()
  expect(await on.onBlog()).toMatchObject([{ status: 'publish' }])
  expect((await on.entry())?.receipt?.seal).toMatchObject({ state: 'broken', approvedBy: 'Mai', pieces: ['title'] })
  expect((await on.review()).trail.at(-1)).toMatchObject({ act: 'published', hash: null })
  await on.desk.close()
})
