import { describe, expect, test } from 'vitest'
import type { ReviewPolicy } from '../../../src/shared/domain/review.ts'
import { piecesInWords } from '../../../src/shared/review-sentences.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { openDesk } from '../../support/open-desk.ts'
import { write } from '../../support/desk-on-practice-blog.ts'
import { askedReview, askFor, wordsOf } from '../review/reviewing.ts'
import { ask, conclude, theOnly, twoAccounts } from '../review/two-accounts.ts'
import { linesOf, share, SHARED, shareLine } from './sharing.ts'

const REQUIRED: ReviewPolicy = { publishing: 'required', allowsUrgent: false }
const HOLD_MS = 10_000
const [FIRST, SECOND] = SHARED as [(typeof SHARED)[0], (typeof SHARED)[0]]
const OTHER = [{ ...FIRST, text: `${FIRST.text}!` }, SECOND]

async function approved(options: { holdMs?: number; policy?: ReviewPolicy; lines?: typeof SHARED } = {}) {
  const on = await askedReview(options)
  const { desk, blogId, postId, reviewId } = on
  if (options.policy) await desk.mutate('settings', 'set', { reviewPolicies: { [blogId]: options.policy } })
  await share(desk, postId, options.lines ?? SHARED)
  await askFor(desk, postId, { name: 'Ann' })
  await desk.mutate('reviews', 'conclude', { reviewId, decision: 'approve', words: '', name: 'Mai' })
  return {
    ...on,
    seal: () => desk.query('reviews', 'sealOf', { postId }),
    publish: () => desk.mutate('posts', 'publish', { postId, as: 'publish' }),
    entry: async () => (await desk.query('outbox', 'list', { blogId })).find(({ kind }) => kind === 'publish-post'),
    onBlog: async () =>
      (await on.as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null })).items.map(
        ({ status }) => status,
      ),
  }
}

describe('an approval', () => {
  test('covers the share lines: one letter breaks it and names them, the letter back makes it whole', async () => {
    const on = await approved()
    expect(await on.seal()).toMatchObject({ state: 'whole' })
    await share(on.desk, on.postId, OTHER)
    const seal = await on.seal()
    expect(seal).toMatchObject({ state: 'broken', pieces: ['share'] })
    expect(piecesInWords(['share'])).toBe('the share lines')
    await share(on.desk, on.postId, SHARED)
    expect(await on.seal()).toMatchObject({ state: 'whole' })
    await on.desk.close()
  })

  test('of a post without any is broken by the first, and whole while it says nothing', async () => {
    const on = await approved({ lines: [] })
    await share(on.desk, on.postId, [shareLine('1', '')])
    expect(await on.seal()).toMatchObject({ state: 'whole' })
    await share(on.desk, on.postId, [shareLine('1', 'A ferry.')])
    expect(await on.seal()).toMatchObject({ state: 'broken', pieces: ['share'] })
    await on.desk.close()
  })

  test('is on the receipt with the share lines as they stood', async () => {
    const on = await approved()
    await on.publish()
    await on.syncUntilQuiet()
    expect((await on.entry())?.receipt?.seal).toMatchObject({ state: 'whole' })
    await on.desk.close()
  })
})

describe('where a blog asks for an approval', () => {
  const unsealed = expect.objectContaining({
    data: expect.objectContaining({ kind: 'unsealed', pieces: ['share'] }) as object,
  }) as Error

  test('another share line stops the post, and the old one lets it go', async () => {
    const on = await approved({ policy: REQUIRED })
    await share(on.desk, on.postId, OTHER)
    await expect(on.publish()).rejects.toThrow(unsealed)
    await share(on.desk, on.postId, SHARED)
    await on.publish()
    await on.syncUntilQuiet()
    expect(await on.onBlog()).toEqual(['publish'])
    await on.desk.close()
  })

  test('one that changes while the post waits in the outbox stops it there, and nothing leaves', async () => {
    const on = await approved({ policy: REQUIRED, holdMs: HOLD_MS })
    await on.publish()
    await share(on.desk, on.postId, OTHER)
    on.clock.advance(HOLD_MS)
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    expect(await on.entry()).toMatchObject({ state: 'needs-you', reason: { kind: 'unsealed', pieces: ['share'] } })
    expect(await on.onBlog()).toEqual([])
    await on.desk.close()
  })
})

describe('a reviewer', () => {
  test('reads the share lines and suggests others, and the author takes them one by one', async () => {
    const on = await askedReview()
    await share(on.desk, on.postId, SHARED)
    const { given } = await askFor(on.desk, on.postId, { name: 'Ann' })
    expect(given.shareLines).toEqual(SHARED)
    const added = shareLine('3', 'Come and see.')
    const review = await on.desk.mutate('reviews', 'propose', {
      reviewId: on.reviewId,
      words: { ...wordsOf(given), shareLines: [...OTHER, added] },
      name: 'Mai',
    })
    expect(review).toMatchObject({ suggestionCount: 2, openCount: 2 })
    // What the author writes meanwhile, in a line and in the text, stays.
    await write(on.desk, on.postId, {
      title: 'The old ferry',
      shareLines: [FIRST, { ...SECOND, text: 'Không ai thấy.' }],
    })
    const { review: after } = await on.desk.mutate('reviews', 'decide', {
      reviewId: on.reviewId,
      suggestionIds: review.suggestedBy.map(({ suggestionId }) => suggestionId),
      isTaken: true,
      name: 'Ann',
    })
    expect(await on.post()).toMatchObject({
      title: 'The old ferry',
      shareLines: [OTHER[0], { ...SECOND, text: 'Không ai thấy.' }, added],
    })
    expect(after.trail.at(-1)?.words).toContain('Announcement: Nobody has seen the ferry wait. {link} →')
    await on.desk.close()
  })

  test('whose suggestion is taken while a window shows the lines of before loses nothing to its next key', async () => {
    const on = await askedReview()
    await share(on.desk, on.postId, SHARED)
    const { given } = await askFor(on.desk, on.postId, { name: 'Ann' })
    const review = await on.desk.mutate('reviews', 'propose', {
      reviewId: on.reviewId,
      words: { ...wordsOf(given), shareLines: OTHER },
      name: 'Mai',
    })
    const { mergeCount } = await on.post()
    await on.desk.mutate('reviews', 'decide', {
      reviewId: on.reviewId,
      suggestionIds: review.suggestedBy.map(({ suggestionId }) => suggestionId),
      isTaken: true,
      name: 'Ann',
    })
    await write(on.desk, on.postId, { mergesSeen: mergeCount, shareLines: [FIRST, { ...SECOND, text: 'Phà.' }] })
    expect(await linesOf(on.desk, on.postId)).toEqual([OTHER[0], { ...SECOND, text: 'Phà.' }])
    await on.desk.close()
  })

  test('without an account has them in the review file, and seals them', async () => {
    const on = await askedReview()
    await share(on.desk, on.postId, SHARED)
    await askFor(on.desk, on.postId, { name: 'Ann' })
    const { reviewId } = on
    const editor = openDesk(temporaryFolder(), { clock: on.clock })
    const carry = async (from: typeof editor, to: typeof editor) => {
      const lock = { passphrase: 'the heron waits' }
      const { fileId } = await from.mutate('reviews', 'writeFile', { reviewIds: [reviewId], lock, name: 'Ann' })
      const { bytes } = await from.query('interchange', 'takeFile', { fileId })
      on.clock.advance(60_000)
      await to.mutate('reviews', 'readFile', {
        bytes: Uint8Array.from(bytes as unknown as Uint8Array<ArrayBuffer>),
        passphrase: lock.passphrase,
      })
    }
    await carry(on.desk, editor)
    const there = await editor.query('reviews', 'get', { reviewId })
    expect(there.given.shareLines).toEqual(SHARED)
    await editor.mutate('reviews', 'propose', {
      reviewId,
      words: { ...wordsOf(there.given), shareLines: OTHER },
      name: 'Mai',
    })
    await editor.mutate('reviews', 'conclude', { reviewId, decision: 'approve-with-changes', words: '', name: 'Mai' })
    await carry(editor, on.desk)
    const back = await on.desk.query('reviews', 'get', { reviewId })
    expect(back).toMatchObject({ openCount: 1, seal: { state: 'broken', pieces: ['share'] } })
    await on.desk.mutate('reviews', 'decide', {
      reviewId,
      suggestionIds: back.suggestedBy.map(({ suggestionId }) => suggestionId),
      isTaken: true,
      name: 'Ann',
    })
    expect(await linesOf(on.desk, on.postId)).toEqual(OTHER)
    expect(await on.desk.query('reviews', 'sealOf', { postId: on.postId })).toMatchObject({ state: 'whole' })
    await editor.close()
    await on.desk.close()
  })

  test('with an account has them in the letter beside the post; what they send out is what they approved', async () => {
    const on = await twoAccounts()
    await on.mai.desk.mutate('settings', 'set', { reviewPolicies: { [on.mai.blogId]: REQUIRED } })
    await write(on.desk, on.postId, { shareLines: SHARED, language: 'en' })
    await ask(on.desk, on.postId)
    await on.annSends()
    await on.maiSends()
    const there = await theOnly(on.mai.desk)
    expect(there.given.shareLines).toEqual(SHARED)
    await on.mai.desk.mutate('reviews', 'conclude', {
      reviewId: there.id,
      decision: 'approve',
      words: '',
      name: 'Mai',
      publish: true,
    })
    await on.maiSends()
    const outbox = await on.mai.desk.query('outbox', 'list', { blogId: on.mai.blogId })
    expect(outbox.find(({ receipt }) => receipt?.remoteStatus === 'publish')?.receipt?.seal).toMatchObject({
      state: 'whole',
    })
    await on.annSends()
    expect(await on.desk.query('reviews', 'sealOf', { postId: on.postId })).toMatchObject({ state: 'whole' })
    expect(await linesOf(on.desk, on.postId)).toEqual(SHARED)
    await on.close()
  })

  test('with an account suggests others through the blog, which the author’s desk lists', async () => {
    const on = await twoAccounts()
    await share(on.desk, on.postId, SHARED)
    await ask(on.desk, on.postId)
    await on.annSends()
    await on.maiSends()
    const { id, given } = await theOnly(on.mai.desk)
    await on.mai.desk.mutate('reviews', 'propose', {
      reviewId: id,
      words: { ...wordsOf(given), shareLines: OTHER },
      name: 'Mai',
    })
    await conclude(on.mai.desk, 'send-back', 'Livelier.')
    await on.maiSends()
    await on.annSends()
    expect(await theOnly(on.desk)).toMatchObject({ openCount: 1, proposed: { shareLines: OTHER } })
    await on.close()
  })
})
