import { describe, expect, test } from 'vitest'
import { makeAnchor } from '../../../src/shared/content/anchors/make-anchor.ts'
import { readPost } from '../../../src/shared/content/checks/readable-post.ts'
import { newPost, paragraph, write } from '../../support/desk-on-practice-blog.ts'
import { askedReview, askFor, FERRY, paragraphsOf, withParagraphs } from './reviewing.ts'

describe('asking for a review', () => {
  test('twenty times the same of the same text is one round, and one line of the trail', async () => {
    const on = await askedReview()
    for (let press = 0; press < 20; press += 1) await askFor(on.desk, on.postId)
    const { round, trail } = await on.desk.query('reviews', 'get', { reviewId: on.reviewId })
    expect(round).toBe(1)
    expect(trail.filter(({ act }) => act === 'asked')).toHaveLength(1)
    expect(await askFor(on.desk, on.postId, { name: 'Bo' })).toMatchObject({ round: 2, askedBy: 'Bo' })
    await on.desk.close()
  })

  test('gives the text as it is, and stands in the queue for the reviewer', async () => {
    const on = await askedReview()
    expect(paragraphsOf(on.review.given)).toEqual(FERRY)
    expect(on.review.proposed).toEqual(on.review.given)
    expect(await on.desk.query('reviews', 'queue')).toMatchObject([
      {
        id: on.reviewId,
        postId: on.postId,
        blogId: on.blogId,
        title: 'The ferry at Can Tho',
        state: 'asked',
        waitsFor: 'reviewer',
        round: 1,
        request: { of: 'Mai', by: '2026-12-01', lookAt: 'Is the hour right?' },
        askedBy: 'Ann',
        suggestionCount: 0,
        openCount: 0,
        seal: { state: 'none' },
      },
    ])
    expect(await on.desk.query('reviews', 'find', { postId: on.postId })).toEqual(on.review)
    expect(on.desk.events).toContainEqual({ topic: 'reviews', reviewId: on.reviewId, postId: on.postId })
    await on.desk.close()
  })

  test('takes what was typed a moment ago', async () => {
    const on = await askedReview()
    const { title, excerpt, language, direction, categoryIds, tags } = await on.post()
    const document = { type: 'doc' as const, content: [paragraph('Typed just now.')] }
    const typed = { title, document, excerpt, language, direction, categoryIds, tags, caret: null }
    await on.desk.mutate('posts', 'edit', { postId: on.postId, sequence: 1_000_000, ...typed })
    expect(paragraphsOf((await askFor(on.desk, on.postId)).given)).toEqual(['Typed just now.'])
    await on.desk.close()
  })

  test('again is the same review in its next round, and what nobody decided about comes along', async () => {
    const on = await askedReview()
    await on.propose('It leaves at seven.', ...FERRY.slice(1))
    await write(on.desk, on.postId, { blocks: [...FERRY, 'And water.'].map(paragraph) })
    on.clock.advance(60_000)
    const second = await askFor(on.desk, on.postId)
    expect(second).toMatchObject({ id: on.reviewId, round: 2, state: 'asked', suggestionCount: 1, openCount: 1 })
    expect(paragraphsOf(second.given)).toEqual([...FERRY, 'And water.'])
    expect(paragraphsOf(second.proposed)).toEqual(['It leaves at seven.', ...FERRY.slice(1), 'And water.'])
    expect(second.suggestedBy.map(({ authorName }) => authorName)).toEqual(['Mai'])
    await on.desk.close()
  })

  test('again lets the author’s words stand where they wrote in the same place', async () => {
    const on = await askedReview()
    await on.propose('It leaves at seven.', ...FERRY.slice(1))
    await write(on.desk, on.postId, { blocks: ['It leaves at eight.', ...FERRY.slice(1)].map(paragraph) })
    const second = await askFor(on.desk, on.postId)
    expect(paragraphsOf(second.proposed)).toEqual(['It leaves at eight.', ...FERRY.slice(1)])
    await on.desk.close()
  })

  test('may be withdrawn while it waits for a reviewer, and only then', async () => {
    const on = await askedReview()
    const withdraw = () => on.desk.mutate('reviews', 'withdraw', { reviewId: on.reviewId, name: 'Ann' })
    expect(await withdraw()).toMatchObject({ state: 'withdrawn', waitsFor: null })
    await expect(withdraw()).rejects.toMatchObject({ data: { kind: 'not-allowed-now', why: 'no-review-asked' } })
    await expect(on.propose('Too late.')).rejects.toMatchObject({ data: { why: 'no-review-asked' } })
    await on.desk.close()
  })
})

describe('the queue', () => {
  test('begins with what is due first, and ends with what waits for nobody', async () => {
    const on = await askedReview()
    const ask = async (title: string, by: string | null) => {
      const postId = await newPost(on.desk, on.blogId, title)
      on.clock.advance(60_000)
      return on.desk.mutate('reviews', 'ask', { postId, of: '', by, lookAt: '', name: 'Ann' })
    }
    await ask('Whenever', null)
    await ask('Tomorrow', '2026-11-28')
    const done = await ask('No more', '2026-11-01')
    await on.desk.mutate('reviews', 'withdraw', { reviewId: done.id, name: 'Ann' })
    const titles = (await on.desk.query('reviews', 'queue')).map(({ title }) => title)
    expect(titles).toEqual(['Tomorrow', 'The ferry at Can Tho', 'Whenever', 'No more'])
    await on.desk.close()
  })

  test('says what is news since this desk last looked, and keeps what it saw then', async () => {
    const on = await askedReview()
    await on.desk.mutate('reviews', 'see', { reviewId: on.reviewId })
    expect(await on.desk.query('reviews', 'queue')).toMatchObject([{ isNews: false }])
    on.clock.advance(1000)
    await on.propose('It leaves at seven.', ...FERRY.slice(1))
    expect(await on.desk.query('reviews', 'queue')).toMatchObject([{ isNews: true }])
    const { seen } = await on.desk.query('reviews', 'get', { reviewId: on.reviewId })
    expect(seen && paragraphsOf(seen.words)).toEqual(FERRY)
    await on.desk.close()
  })
})

describe('what a reviewer proposes', () => {
  test('is a suggestion for each place, with who made it; one that is taken back is gone', async () => {
    const on = await askedReview()
    const one = await on.propose('It leaves at seven.', ...FERRY.slice(1))
    expect(one).toMatchObject({ suggestionCount: 1, openCount: 1 })
    const words = withParagraphs(on.review.given, 'It leaves at seven.', FERRY[1] ?? '', 'Take rice with you.')
    const both = await on.desk.mutate('reviews', 'propose', { reviewId: on.reviewId, words, name: 'Linh' })
    expect(both.suggestedBy.map(({ authorName }) => authorName).toSorted()).toEqual(['Linh', 'Mai'])
    const left = await on.propose(...FERRY.slice(0, 2), 'Take rice with you.')
    expect(left.suggestedBy.map(({ authorName }) => authorName)).toEqual(['Linh'])
    await on.desk.close()
  })

  test('leaves the post as it is', async () => {
    const on = await askedReview()
    await on.propose('It leaves at seven.')
    expect(paragraphsOf(await on.post())).toEqual(FERRY)
    await on.desk.close()
  })

  test('outlasts a restart', async () => {
    const on = await askedReview()
    const proposed = await on.propose('It leaves at seven.', ...FERRY.slice(1))
    await on.desk.close()
    const again = on.openOther(on.profileFolder)
    expect(await again.query('reviews', 'get', { reviewId: on.reviewId })).toEqual(proposed)
    await again.close()
  })
})

describe('a note', () => {
  test('stands on its passage, is answered, resolved and opened again', async () => {
    const on = await askedReview()
    const where = { in: 'text' as const, path: [0], from: 13, to: 16 }
    const anchor = makeAnchor(readPost({ ...on.review.given, language: 'en' }), where)
    expect(anchor?.quote).toBe('six')
    const by = { reviewId: on.reviewId, name: 'Mai' }
    const { notes } = await on.desk.mutate('reviews', 'addNote', { ...by, anchor, words: 'Since May?' })
    const noteId = notes[0]?.id ?? ''
    on.clock.advance(1000)
    await on.desk.mutate('reviews', 'replyToNote', { reviewId: on.reviewId, noteId, words: 'Since June.', name: 'Ann' })
    const resolved = await on.desk.mutate('reviews', 'resolveNote', { ...by, noteId, isResolved: true })
    expect(resolved.notes).toMatchObject([
      { authorName: 'Mai', words: 'Since May?', anchor, replies: [{ authorName: 'Ann', words: 'Since June.' }] },
    ])
    expect(resolved).toMatchObject({ noteCount: 0, notes: [{ resolved: { by: 'Mai' } }] })
    const open = await on.desk.mutate('reviews', 'resolveNote', { ...by, noteId, isResolved: false })
    expect(open).toMatchObject({ noteCount: 1, notes: [{ resolved: null }] })
    expect(open.trail.map(({ act, by: who, words }) => [act, who, words])).toEqual([
      ['asked', 'Ann', 'Is the hour right?'],
      ['noted', 'Mai', 'Since May?'],
      ['noted', 'Ann', 'Since June.'],
    ])
    await on.desk.close()
  })

  test('of one review is none of another’s', async () => {
    const on = await askedReview()
    const { notes } = await on.desk.mutate('reviews', 'addNote', {
      reviewId: on.reviewId,
      anchor: null,
      words: 'Good.',
      name: 'Mai',
    })
    const other = await askFor(on.desk, await newPost(on.desk, on.blogId, 'Another'))
    const noteId = notes[0]?.id ?? ''
    await expect(
      on.desk.mutate('reviews', 'replyToNote', { reviewId: other.id, noteId, words: 'Here?', name: 'Ann' }),
    ).rejects.toMatchObject({ data: { kind: 'no-such-item', what: 'note' } })
    await on.desk.close()
  })
})

test('who acted last is offered as the name, before that whoever the account is', async () => {
  const on = await askedReview()
  expect(await on.desk.query('reviews', 'lastName')).toBe('Ann')
  await on.propose('It leaves at seven.')
  expect(await on.desk.query('reviews', 'lastName')).toBe('Mai')
  await on.desk.close()
})
