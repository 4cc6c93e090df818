import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import type { ReviewOutcome } from '../../../src/shared/domain/review.ts'
import { profileIn } from '../../../src/main/host/profile.ts'
import { paragraph, write } from '../../support/desk-on-practice-blog.ts'
import { askedReview, askFor, FERRY, paragraphsOf } from './reviewing.ts'

async function reviewed(...proposed: string[]) {
  const on = await askedReview()
  const review = proposed.length > 0 ? await on.propose(...proposed) : on.review
  const conclude = (decision: ReviewOutcome, words = '') =>
    on.desk.mutate('reviews', 'conclude', { reviewId: on.reviewId, decision, words, name: 'Mai' })
  const seal = () => on.desk.query('reviews', 'sealOf', { postId: on.postId })
  const rewrite = (...texts: string[]) => write(on.desk, on.postId, { blocks: texts.map(paragraph) })
  const takeAll = () =>
    on.desk.mutate('reviews', 'decide', {
      reviewId: on.reviewId,
      suggestionIds: review.suggestedBy.map(({ suggestionId }) => suggestionId),
      isTaken: true,
      name: 'Ann',
    })
  return { ...on, conclude, seal, rewrite, takeAll }
}

describe('an approval', () => {
  test('seals the text: one letter breaks it and names the piece, the letter back makes it whole', async () => {
    const on = await reviewed()
    expect(await on.seal()).toEqual({ state: 'none' })
    const review = await on.conclude('approve', 'Very good.')
    expect(review).toMatchObject({
      state: 'approved',
      waitsFor: null,
      conclusion: { decision: 'approve', by: 'Mai', words: 'Very good.' },
      seal: { state: 'whole', approvedBy: 'Mai' },
    })
    await on.rewrite('It leaves at sex.', ...FERRY.slice(1))
    expect(await on.seal()).toMatchObject({ state: 'broken', approvedBy: 'Mai', pieces: ['text'] })
    await on.rewrite(...FERRY)
    expect(await on.seal()).toMatchObject({ state: 'whole' })
    await on.desk.close()
  })

  test('with changes is whole once all of them are taken, and waits for the author until then', async () => {
    const on = await reviewed('It leaves at seven.', ...FERRY.slice(1))
    expect(await on.conclude('approve-with-changes')).toMatchObject({
      state: 'approved-with-changes',
      waitsFor: 'author',
      seal: { state: 'broken', pieces: ['text'] },
    })
    const { review } = await on.takeAll()
    expect(review).toMatchObject({ waitsFor: null, seal: { state: 'whole' } })
    expect(paragraphsOf(await on.post())).toEqual(['It leaves at seven.', ...FERRY.slice(1)])
    await on.desk.close()
  })

  test('without them seals the text without what was suggested', async () => {
    const on = await reviewed('It leaves at seven.', ...FERRY.slice(1))
    expect(await on.conclude('approve')).toMatchObject({ seal: { state: 'whole' } })
    await on.takeAll()
    expect(await on.seal()).toMatchObject({ state: 'broken', pieces: ['text'] })
    await on.desk.close()
  })

  test('of a text that the author wrote on is broken from the beginning', async () => {
    const on = await reviewed()
    await on.rewrite('It leaves at eight.')
    expect(await on.conclude('approve')).toMatchObject({ seal: { state: 'broken', pieces: ['text'] } })
    await on.desk.close()
  })

  test('is said in the trail with its hash, which is another for another text', async () => {
    const on = await reviewed()
    const first = await on.conclude('approve')
    await on.rewrite('It leaves at eight.')
    await askFor(on.desk, on.postId)
    const second = await on.conclude('approve')
    const hashes = second.trail.flatMap(({ act, hash }) => (act === 'approved' ? [hash] : []))
    expect(hashes).toHaveLength(2)
    expect(new Set(hashes).size).toBe(2)
    expect(first.seal).toMatchObject({ hash: hashes[0] })
    expect(second.seal).toMatchObject({ hash: hashes[1] })
    await on.desk.close()
  })

  test('outlasts a restart, and one that somebody wrote into the store is none', async () => {
    const on = await reviewed()
    await on.conclude('approve')
    await on.rewrite('It leaves at eight.')
    await on.desk.close()
    const again = on.openOther(on.profileFolder)
    const { proposed: _, ...broken } = await again.query('reviews', 'get', { reviewId: on.reviewId })
    expect(broken.seal).toMatchObject({ state: 'broken' })
    await again.close()
    const database = new Database(join(profileIn(on.profileFolder).databasePath))
    database.exec("UPDATE review_seals SET approved_by = 'The ambassador'")
    database.close()
    const forged = on.openOther(on.profileFolder)
    expect(await forged.query('reviews', 'sealOf', { postId: on.postId })).toEqual({ state: 'none' })
    await forged.close()
  })
})

describe('a review that is sent back', () => {
  test('waits for the author with the reviewer’s sentence, seals nothing, and is concluded once', async () => {
    const on = await reviewed()
    expect(await on.conclude('send-back', 'Please see the hour.')).toMatchObject({
      state: 'sent-back',
      waitsFor: 'author',
      conclusion: { decision: 'send-back', by: 'Mai', words: 'Please see the hour.' },
      seal: { state: 'none' },
    })
    await expect(on.conclude('approve')).rejects.toMatchObject({ data: { why: 'no-review-asked' } })
    expect(await askFor(on.desk, on.postId)).toMatchObject({ round: 2, waitsFor: 'reviewer', conclusion: null })
    await on.desk.close()
  })
})

test('the trail sheet tells who asked, suggested, took and approved, and marks up nothing that was said', async () => {
  const on = await reviewed('It leaves at seven.', ...FERRY.slice(1))
  await on.takeAll()
  await on.desk.mutate('reviews', 'addNote', {
    reviewId: on.reviewId,
    anchor: null,
    words: '<b>Since</b> May?',
    name: 'Mai',
  })
  const { seal } = await on.conclude('approve-with-changes', 'Very good.')
  const sheet = await on.desk.query('reviews', 'trailSheet', { reviewId: on.reviewId })
  expect(sheet.title).toBe('The ferry at Can Tho')
  const told = sheet.text.split('\n').flatMap((line) => (line.includes(' — ') ? [line.split(' — ')[1] ?? ''] : []))
  expect(told.toSorted()).toEqual([
    'Ann asked for a review:',
    'Ann took:',
    'Mai approved the text with the suggested changes:',
    'Mai noted:',
    'Mai suggested one change.',
  ])
  expect(sheet.text).toContain('six → seven')
  expect(sheet.text).toContain(seal.state === 'none' ? 'no seal' : seal.hash)
  expect(sheet.html).toContain('&lt;b&gt;Since&lt;/b&gt; May?')
  expect(sheet.html).not.toContain('<b>')
  await on.desk.close()
})
