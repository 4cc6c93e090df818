import { describe, expect, test } from 'vitest'
import type { BlogId } from '../../../src/shared/domain/ids.ts'
import { newPost, paragraph, syncUntilQuiet, write } from '../../support/desk-on-practice-blog.ts'
import type { TestDesk } from '../../support/open-desk.ts'
import { FERRY, paragraphsOf, withParagraphs } from './reviewing.ts'
import { ask, conclude, propose, theOnly, twoAccounts } from './two-accounts.ts'

/** What wp-admin's editor makes of paragraphs. */
const markup = (...texts: string[]): string =>
  texts.map((text) => `<!-- wp:paragraph -->\n<p>${text}</p>\n<!-- /wp:paragraph -->`).join('\n\n')

/** Ann's post waits on the blog for whoever may edit it, and nobody wrote what to look at. */
async function handedIn() {
  const on = await twoAccounts()
  await on.desk.mutate('posts', 'publish', { postId: on.postId, as: 'pending' })
  await on.annSends()
  await on.maiSends()
  const id = await on.remoteId()
  const inWpAdmin = async (fields: object) => {
    on.clock.advance(60_000)
    await on.rest('POST', `posts/${id}`, fields)
  }
  const note = async (desk: TestDesk, words: string) =>
    desk.mutate('reviews', 'addNote', { reviewId: (await theOnly(desk)).id, anchor: null, words, name: 'Mai' })
  const requests = () => on.mai.line.seen.filter(({ isWrite }) => isWrite)
  return { ...on, inWpAdmin, note, requests }
}
const queueOf = (desk: TestDesk) => desk.query('reviews', 'queue')

describe('a post that was handed in on the blog, and nobody wrote what to look at', () => {
  test('stands in the queue of whoever may edit it, in no other, and nothing of it is sent', async () => {
    const on = await handedIn()
    expect(await theOnly(on.mai.desk)).toMatchObject({
      postId: null,
      state: 'asked',
      waitsFor: 'reviewer',
      handedIn: { left: null },
      isThroughBlog: true,
      title: 'The ferry at Can Tho',
      mayPublish: true,
      request: { of: '', by: null, lookAt: '' },
    })
    expect(paragraphsOf((await theOnly(on.mai.desk)).given)).toEqual(FERRY)
    await on.mai.desk.mutate('reviews', 'see', { reviewId: (await theOnly(on.mai.desk)).id })
    await on.maiSends()
    expect(on.requests()).toEqual([])
    expect(await queueOf(on.desk)).toEqual([])
    await on.close()
  })

  test('is reviewed as any other: the author’s desk has suggestions, note and decision', async () => {
    const on = await handedIn()
    await propose(on.mai.desk, 'It leaves at seven.', ...FERRY.slice(1))
    await on.note(on.mai.desk, 'Who says so?')
    await on.maiSends()
    expect(on.requests()).toEqual([])
    await conclude(on.mai.desk, 'send-back', 'Nearly.')
    await on.maiSends()
    await on.annSends()
    const back = await theOnly(on.desk)
    expect(back).toMatchObject({
      postId: on.postId,
      state: 'sent-back',
      conclusion: { by: 'Mai', words: 'Nearly.' },
      notes: [{ words: 'Who says so?' }],
      openCount: 1,
    })
    const suggestionIds = back.suggestedBy.map(({ suggestionId }) => suggestionId)
    await on.desk.mutate('reviews', 'decide', { reviewId: back.id, suggestionIds, isTaken: true, name: back.askedBy })
    await ask(on.desk, on.postId, { lookAt: 'And now?' })
    await on.annSends()
    await on.maiSends()
    expect(await theOnly(on.mai.desk)).toMatchObject({ round: 2, handedIn: null, request: { lookAt: 'And now?' } })
    await conclude(on.mai.desk, 'approve')
    await on.maiSends()
    await on.annSends()
    expect(await theOnly(on.desk)).toMatchObject({ state: 'approved', seal: { state: 'whole' } })
    await on.close()
  })

  test('and approved as it is goes out sealed, whatever language its author gave it', async () => {
    const on = await handedIn()
    await write(on.desk, on.postId, { language: 'vi' })
    await conclude(on.mai.desk, 'approve', 'Go.')
    await on.maiSends()
    await on.annSends()
    expect(await theOnly(on.desk)).toMatchObject({ state: 'approved', seal: { state: 'whole', approvedBy: 'Mai' } })
    await on.desk.mutate('posts', 'publish', { postId: on.postId, as: 'publish' })
    await on.annSends()
    const outbox = await on.desk.query('outbox', 'list', { blogId: on.blogId })
    const published = outbox.find(({ receipt }) => receipt?.remoteStatus === 'publish')
    expect(published?.receipt?.seal).toMatchObject({ state: 'whole' })
    await on.close()
  })

  test('may be published by whoever approves it', async () => {
    const on = await handedIn()
    await propose(on.mai.desk, 'It leaves at seven.', ...FERRY.slice(1))
    const { id } = await theOnly(on.mai.desk)
    const decided = { decision: 'approve-with-changes' as const, words: '', publish: true, name: 'Mai' }
    await on.mai.desk.mutate('reviews', 'conclude', { reviewId: id, ...decided })
    await on.maiSends()
    const live = await on.as('administrator').getPost((await on.remoteId()) as never)
    expect(live).toMatchObject({ status: 'publish' })
    expect(live.content).toContain('It leaves at seven.')
    await on.close()
  })

  test('is the same review on the desks of two editors', async () => {
    const on = await handedIn()
    const lan = await on.openAs('administrator')
    await propose(on.mai.desk, 'It leaves at seven.', ...FERRY.slice(1))
    await propose(lan.desk, FERRY[0] ?? '', FERRY[1] ?? '', 'Take rice.')
    await conclude(on.mai.desk, 'send-back', 'Mai')
    await conclude(lan.desk, 'send-back', 'Lan')
    const lanSends = () => syncUntilQuiet(lan.desk, lan.blogId, on.clock)
    for (const sends of [on.maiSends, lanSends, on.maiSends, on.annSends]) await sends()
    const expected = ['It leaves at seven.', FERRY[1], 'Take rice.']
    for (const desk of [on.mai.desk, lan.desk, on.desk])
      expect(paragraphsOf((await theOnly(desk)).proposed)).toEqual(expected)
    await lan.desk.close()
    await on.close()
  })

  test.each([
    ['published', 'publish', 'published'],
    ['made a draft again', 'draft', 'draft-again'],
    ['trashed', 'trash', 'gone'],
  ] as const)('and is %s in wp-admin leaves the queue; what the editor wrote is kept', async (_, status, left) => {
    const on = await handedIn()
    await propose(on.mai.desk, 'It leaves at seven.', ...FERRY.slice(1))
    await on.note(on.mai.desk, 'Who says so?')
    await (status === 'trash' ? on.rest('DELETE', `posts/${await on.remoteId()}`) : on.inWpAdmin({ status }))
    await on.mai.desk.mutate('line', 'syncNow', { blogId: on.mai.blogId })
    const kept = await theOnly(on.mai.desk)
    expect(kept).toMatchObject({ waitsFor: null, handedIn: { left }, suggestionCount: 1, noteCount: 1 })
    expect(paragraphsOf(kept.proposed)).toEqual(['It leaves at seven.', ...FERRY.slice(1)])
    await expect(conclude(on.mai.desk, 'approve')).rejects.toMatchObject({ data: { why: 'no-review-asked' } })
    await propose(on.mai.desk, 'It leaves at eight.', ...FERRY.slice(1))
    await on.close()
  })

  test('that nobody said anything about is in no queue once it waits no more', async () => {
    const on = await handedIn()
    await on.inWpAdmin({ status: 'draft' })
    await on.maiSends()
    expect(await queueOf(on.mai.desk)).toEqual([])
    await on.close()
  })
})

describe('while nobody decided', () => {
  test('what its author writes in wp-admin is the text under review, and suggestions are for that', async () => {
    const on = await handedIn()
    await propose(on.mai.desk, 'It leaves at seven.', ...FERRY.slice(1))
    await on.inWpAdmin({ content: markup(FERRY[0] ?? '', 'Everybody has seen it wait.', FERRY[2] ?? '') })
    await on.maiSends()
    const now = await theOnly(on.mai.desk)
    expect(now).toMatchObject({ round: 1, suggestionCount: 1, suggestedBy: [{ authorName: 'Mai' }] })
    expect(paragraphsOf(now.given)[1]).toBe('Everybody has seen it wait.')
    expect(paragraphsOf(now.proposed)).toEqual(['It leaves at seven.', 'Everybody has seen it wait.', FERRY[2]])
    await on.close()
  })

  test('a window that was open meanwhile types nothing over what came in', async () => {
    const on = await handedIn()
    const { id, given, proposed: over } = await theOnly(on.mai.desk)
    await on.inWpAdmin({ content: markup(FERRY[0] ?? '', 'Everybody has seen it wait.', FERRY[2] ?? '') })
    await on.maiSends()
    const words = withParagraphs(given, 'It leaves at seven.', ...FERRY.slice(1))
    const now = await on.mai.desk.mutate('reviews', 'propose', { reviewId: id, words, over, name: 'Mai' })
    expect(paragraphsOf(now.proposed)).toEqual(['It leaves at seven.', 'Everybody has seen it wait.', FERRY[2]])
    expect(now.suggestionCount).toBe(1)
    await on.close()
  })

  test('its author asks after all, and the editor’s suggestions stand in what they ask', async () => {
    const on = await handedIn()
    await propose(on.mai.desk, 'It leaves at seven.', ...FERRY.slice(1))
    await ask(on.desk, on.postId)
    await on.annSends()
    await on.maiSends()
    expect(await theOnly(on.mai.desk)).toMatchObject({
      handedIn: null,
      askedBy: 'Ann',
      request: { of: 'Mai', lookAt: 'Is the hour right?' },
      suggestionCount: 1,
    })
    await conclude(on.mai.desk, 'approve-with-changes')
    await on.maiSends()
    await on.annSends()
    expect(await theOnly(on.desk)).toMatchObject({ state: 'approved-with-changes', openCount: 1, postId: on.postId })
    await on.close()
  })
})

test('opened before the letter of its author came, and nothing said yet, it is the review that the author asked for', async () => {
  const on = await twoAccounts()
  await ask(on.desk, on.postId)
  on.line.fateOf = ({ path }) => (path.includes('autosaves') ? 'lost-before' : 'ok')
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  await on.maiSends()
  const opened = await theOnly(on.mai.desk)
  on.line.fateOf = () => 'ok'
  await on.annSends()
  await on.maiSends()
  const asked = await theOnly(on.mai.desk)
  expect(asked.id).not.toBe(opened.id)
  expect(await on.mai.desk.query('reviews', 'get', { reviewId: opened.id })).toMatchObject({
    id: asked.id,
    askedBy: 'Ann',
  })
  const { given } = opened
  const words = withParagraphs(given, 'It leaves at seven.', ...FERRY.slice(1))
  await on.mai.desk.mutate('reviews', 'propose', { reviewId: opened.id, words, over: given, name: 'Mai' })
  await on.mai.desk.mutate('reviews', 'see', { reviewId: opened.id })
  const said = { anchor: null, words: 'Who says so?', name: 'Mai' }
  await on.mai.desk.mutate('reviews', 'addNote', { reviewId: opened.id, ...said })
  expect(await theOnly(on.mai.desk)).toMatchObject({
    id: asked.id,
    suggestionCount: 1,
    notes: [{ words: 'Who says so?' }],
  })
  await on.close()
})

test('what an editor began before the letter of its author came stands in what the author asked', async () => {
  const on = await twoAccounts()
  await ask(on.desk, on.postId)
  on.line.fateOf = ({ path }) => (path.includes('autosaves') ? 'lost-before' : 'ok')
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  await on.maiSends()
  await propose(on.mai.desk, 'It leaves at seven.', ...FERRY.slice(1))
  const { id: began } = await theOnly(on.mai.desk)
  const said = { reviewId: began, anchor: null, words: 'Who says so?', name: 'Mai' }
  await on.mai.desk.mutate('reviews', 'addNote', said)
  on.line.fateOf = () => 'ok'
  await on.annSends()
  await on.maiSends()
  const [now, before] = await queueOf(on.mai.desk)
  expect(now).toMatchObject({ askedBy: 'Ann', state: 'asked', suggestionCount: 1, noteCount: 1, isThroughBlog: true })
  expect(before).toMatchObject({ id: began, state: 'withdrawn', waitsFor: null, isThroughBlog: false })
  await on.mai.desk.mutate('reviews', 'conclude', {
    reviewId: now?.id ?? '',
    decision: 'send-back',
    words: '',
    name: 'Mai',
  })
  await on.maiSends()
  await on.annSends()
  expect(await theOnly(on.desk)).toMatchObject({ state: 'sent-back', openCount: 1, notes: [{ words: 'Who says so?' }] })
  await on.close()
})

test('sent back and handed in again in wp-admin it stands in the queue again, with what is still open', async () => {
  const on = await handedIn()
  await propose(on.mai.desk, 'It leaves at seven.', FERRY[1] ?? '', 'Take rice.')
  await conclude(on.mai.desk, 'send-back', 'Nearly.')
  await on.maiSends()
  await on.inWpAdmin({ content: markup('It leaves at seven.', ...FERRY.slice(1)) })
  await on.maiSends()
  const again = await theOnly(on.mai.desk)
  expect(again).toMatchObject({ round: 2, state: 'asked', waitsFor: 'reviewer', suggestionCount: 1 })
  expect(paragraphsOf(again.proposed)).toEqual(['It leaves at seven.', FERRY[1], 'Take rice.'])
  await conclude(on.mai.desk, 'approve')
  await on.maiSends()
  expect(await theOnly(on.mai.desk)).toMatchObject({ state: 'approved', waitsFor: null })
  await on.close()
})

test('what an editor had not sent when the author asked again is suggested in the new round', async () => {
  const on = await twoAccounts()
  await ask(on.desk, on.postId)
  await on.annSends()
  await on.maiSends()
  await propose(on.mai.desk, 'It leaves at seven.', ...FERRY.slice(1))
  await write(on.desk, on.postId, { blocks: [paragraph(FERRY[0] ?? ''), paragraph('Everybody has seen it wait.')] })
  await ask(on.desk, on.postId, { lookAt: 'Again.' })
  await on.annSends()
  await on.maiSends()
  const now = await theOnly(on.mai.desk)
  expect(now).toMatchObject({ round: 2, suggestionCount: 1 })
  expect(paragraphsOf(now.proposed)).toEqual(['It leaves at seven.', 'Everybody has seen it wait.'])
  await on.close()
})

test('of several desks only those of people who may edit it have it in their queue', async () => {
  const on = await handedIn()
  const other = await on.openAs('author')
  const blogId: BlogId = other.blogId
  await newPost(other.desk, blogId, 'Mine', paragraph('Mine.'))
  expect(await queueOf(other.desk)).toEqual([])
  await other.desk.close()
  await on.close()
})
