import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paragraph, write } from '../../support/desk-on-practice-blog.ts'
import { askedReview, askFor, FERRY, paragraphsOf, withParagraphs, wordsOf } from './reviewing.ts'

const SEVEN = ['It leaves at seven.', FERRY[1] ?? '', 'Take rice with you, and a hat.']

/** A review with suggestions in two paragraphs, and what becomes of the post. */
async function suggested() {
  const on = await askedReview()
  const review = await on.propose(...SEVEN)
  const ids = review.suggestedBy.map(({ suggestionId }) => suggestionId)
  const decide = (suggestionIds: string[], isTaken: boolean | null) =>
    on.desk.mutate('reviews', 'decide', { reviewId: on.reviewId, suggestionIds, isTaken, name: 'Ann' })
  return { ...on, ids, decide, texts: async () => paragraphsOf(await on.post()) }
}

describe('a suggestion', () => {
  test('that is taken is in the post; all of them make it the proposed text, byte for byte', async () => {
    const on = await suggested()
    const { review, keptBoth } = await on.decide(on.ids, true)
    expect(keptBoth).toBe(0)
    expect(review.openCount).toBe(0)
    expect(wordsOf(await on.post())).toEqual(wordsOf(review.proposed))
    expect(on.desk.events).toContainEqual({ topic: 'posts', blogId: on.blogId, postId: on.postId })
    await on.desk.close()
  })

  test('that is left changes nothing in the post, and is remembered', async () => {
    const on = await suggested()
    const before = await on.post()
    const { review } = await on.decide(on.ids, false)
    expect(await on.post()).toEqual(before)
    expect(review.decisions.map(({ isTaken, decidedBy }) => [isTaken, decidedBy])).toEqual(
      on.ids.map(() => [false, 'Ann']),
    )
    expect(review.trail.at(-1)).toMatchObject({ act: 'left', by: 'Ann' })
    await on.desk.close()
  })

  test('may be given back: the post is as before, and the decision is open again', async () => {
    const on = await suggested()
    await on.decide(on.ids, true)
    const { review } = await on.decide(on.ids, null)
    expect(await on.texts()).toEqual(FERRY)
    expect(review).toMatchObject({ decisions: [], openCount: on.ids.length })
    await on.desk.close()
  })

  test('is taken into what the author wrote meanwhile', async () => {
    const on = await suggested()
    await write(on.desk, on.postId, {
      blocks: [FERRY[0] ?? '', 'It never waits.', FERRY[2] ?? '', 'And water.'].map(paragraph),
    })
    await on.decide(on.ids, true)
    expect(await on.texts()).toEqual([SEVEN[0], 'It never waits.', SEVEN[2], 'And water.'])
    await on.desk.close()
  })

  test('in a place that the author wrote anew leaves both texts, and says so', async () => {
    const on = await suggested()
    await write(on.desk, on.postId, { blocks: ['It leaves at noon.', ...FERRY.slice(1)].map(paragraph) })
    const { keptBoth } = await on.decide(on.ids, true)
    expect(keptBoth).toBe(1)
    expect(await on.texts()).toEqual(['It leaves at noon.', ...SEVEN])
    await on.desk.close()
  })

  test('that is taken leaves the words of before in the history', async () => {
    const on = await suggested()
    await on.decide(on.ids, true)
    const versions = await on.desk.query('posts', 'history', { postId: on.postId })
    const before = versions.find(({ why }) => why === 'before-receive')
    if (!before) return expect.unreachable()
    await on.desk.mutate('posts', 'restore', { postId: on.postId, snapshotId: before.id })
    expect(await on.texts()).toEqual(FERRY)
    await on.desk.close()
  })

  test('is not undone by a window that shows the text of before and types on', async () => {
    const on = await suggested()
    const shown = await on.post()
    await on.decide(on.ids, true)
    const typed = withParagraphs(shown, ...FERRY, 'And water.')
    await on.desk.mutate('posts', 'edit', {
      ...typed,
      postId: on.postId,
      sequence: 2_000_000,
      mergesSeen: shown.mergeCount,
      caret: null,
    })
    expect(await on.texts()).toEqual([...SEVEN, 'And water.'])
    await on.desk.close()
  })

  test('of a round before is none of this one', async () => {
    const on = await suggested()
    await askFor(on.desk, on.postId)
    await on.propose(...FERRY)
    const { review } = await on.decide(on.ids, true)
    expect(review.decisions).toEqual([])
    expect(await on.texts()).toEqual(FERRY)
    await on.desk.close()
  })
})

test(
  'in whatever order suggestions are taken, left and given back, the post is the same',
  { timeout: 120_000 },
  async () => {
    const on = await suggested()
    const { ids } = on
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(true, false, null)), { maxLength: 6 }),
        fc.subarray(ids),
        async (way, taken) => {
          for (const [id, isTaken] of way) await on.decide([id], isTaken)
          await on.decide(
            ids.filter((id) => !taken.includes(id)),
            false,
          )
          await on.decide(taken, true)
          const there = await on.texts()
          await on.decide(ids, null)
          await on.decide(taken, true)
          expect(await on.texts()).toEqual(there)
        },
      ),
      { numRuns: 12 },
    )
    await on.desk.close()
  },
)
