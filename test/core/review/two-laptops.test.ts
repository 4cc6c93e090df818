import { describe, expect, test } from 'vitest'
import { syncUntilQuiet } from '../../support/desk-on-practice-blog.ts'
import type { TestDesk } from '../../support/open-desk.ts'
import { FERRY, paragraphsOf } from './reviewing.ts'
import { ask, conclude, propose, theOnly, twoAccounts } from './two-accounts.ts'

/** Mai's review of Ann's post, on both of her laptops. */
async function onTwoLaptops() {
  const on = await twoAccounts()
  const second = await on.openAs('editor')
  await ask(on.desk, on.postId)
  await on.annSends()
  await on.maiSends()
  const secondSends = () => syncUntilQuiet(second.desk, second.blogId, on.clock)
  await secondSends()
  const note = async (desk: TestDesk, words: string) => {
    on.clock.advance(1000)
    return desk.mutate('reviews', 'addNote', { reviewId: (await theOnly(desk)).id, anchor: null, words, name: 'Mai' })
  }
  const close = async () => {
    await second.desk.close()
    await on.close()
  }
  return { ...on, second, secondSends, note, close }
}
const notesOf = async (desk: TestDesk) => (await theOnly(desk)).notes.map(({ words }) => words).toSorted()

describe('a person with two laptops', () => {
  test('says what they said on both, though neither had heard of the other', async () => {
    const on = await onTwoLaptops()
    await propose(on.mai.desk, 'It leaves at seven.', ...FERRY.slice(1))
    await on.note(on.mai.desk, 'From the first.')
    await conclude(on.mai.desk, 'send-back', 'First.')
    on.clock.advance(60_000)
    await propose(on.second.desk, FERRY[0] ?? '', FERRY[1] ?? '', 'Take rice.')
    await on.note(on.second.desk, 'From the second.')
    await conclude(on.second.desk, 'send-back', 'Second.')
    await on.maiSends()
    await on.secondSends()
    await on.annSends()
    await on.maiSends()
    for (const desk of [on.desk, on.mai.desk, on.second.desk]) {
      const { state, conclusion, proposed } = await theOnly(desk)
      expect({ state, words: conclusion?.words, text: paragraphsOf(proposed) }).toEqual({
        state: 'sent-back',
        words: 'Second.',
        text: ['It leaves at seven.', FERRY[1], 'Take rice.'],
      })
      expect(await notesOf(desk)).toEqual(['From the first.', 'From the second.'])
    }
    await on.close()
  })

  test('is heard of both, too, where the second had decided and heard of the first before it sent', async () => {
    const on = await onTwoLaptops()
    await on.note(on.mai.desk, 'From the first.')
    await conclude(on.mai.desk, 'send-back', 'First.')
    on.clock.advance(60_000)
    await on.note(on.second.desk, 'From the second.')
    on.second.line.fateOf = ({ method, path }) =>
      method === 'POST' && path.includes('autosaves') ? 'lost-before' : 'ok'
    await conclude(on.second.desk, 'approve', 'Second.')
    await on.maiSends()
    await on.second.desk.mutate('line', 'syncNow', { blogId: on.second.blogId })
    on.second.line.fateOf = () => 'ok'
    await on.secondSends()
    await on.annSends()
    await on.maiSends()
    for (const desk of [on.desk, on.mai.desk, on.second.desk]) {
      expect(await theOnly(desk)).toMatchObject({ state: 'approved', conclusion: { words: 'Second.' } })
      expect(await notesOf(desk)).toEqual(['From the first.', 'From the second.'])
    }
    await on.close()
  })

  test('takes back on the second what they had suggested on the first, and it stays taken back', async () => {
    const on = await onTwoLaptops()
    await propose(on.mai.desk, 'It leaves at seven.', ...FERRY.slice(1))
    await conclude(on.mai.desk, 'send-back')
    await on.maiSends()
    await on.secondSends()
    await on.annSends()
    await ask(on.desk, on.postId, { lookAt: 'Again.' })
    await on.annSends()
    await on.secondSends()
    await propose(on.second.desk, ...FERRY)
    await conclude(on.second.desk, 'approve')
    await on.secondSends()
    await on.annSends()
    await on.maiSends()
    for (const desk of [on.desk, on.mai.desk, on.second.desk])
      expect(await theOnly(desk)).toMatchObject({ round: 2, state: 'approved', suggestionCount: 0 })
    await on.close()
  })

  test('has left on the second what they left on the first, as soon as a letter says so', async () => {
    const on = await twoAccounts()
    await ask(on.desk, on.postId)
    await on.annSends()
    const second = await on.openAs('author')
    await second.desk.mutate('line', 'syncNow', { blogId: second.blogId })
    await on.maiSends()
    await propose(on.mai.desk, 'It leaves at seven.', FERRY[1] ?? '', 'Take rice.')
    await conclude(on.mai.desk, 'send-back')
    await on.maiSends()
    await on.annSends()
    await syncUntilQuiet(second.desk, second.blogId, on.clock)
    const { id, suggestedBy } = await theOnly(on.desk)
    const [one, other] = suggestedBy.map(({ suggestionId }) => suggestionId)
    for (const [suggestionId, isTaken] of [
      [one ?? '', true],
      [other ?? '', false],
    ] as const)
      await on.desk.mutate('reviews', 'decide', { reviewId: id, suggestionIds: [suggestionId], isTaken, name: 'Ann' })
    await on.desk.mutate('reviews', 'send', { reviewId: id })
    await on.annSends()
    await syncUntilQuiet(second.desk, second.blogId, on.clock)
    expect(await theOnly(second.desk)).toMatchObject({
      openCount: 1,
      decisions: [{ suggestionId: other, isTaken: false }],
    })
    await second.desk.close()
    await on.close()
  })

  test('who asked again from one does not take that back with what waited on the other', async () => {
    const on = await twoAccounts()
    await ask(on.desk, on.postId)
    await on.annSends()
    const second = await on.openAs('author')
    await second.desk.mutate('line', 'syncNow', { blogId: second.blogId })
    const { id } = await theOnly(second.desk)
    await on.maiSends()
    await conclude(on.mai.desk, 'send-back', 'Nearly.')
    await on.maiSends()
    await on.annSends()
    await ask(on.desk, on.postId, { lookAt: 'And now?' })
    await second.desk.mutate('reviews', 'withdraw', { reviewId: id, name: 'Ann' })
    await on.annSends()
    await syncUntilQuiet(second.desk, second.blogId, on.clock)
    await on.maiSends()
    expect(await theOnly(on.mai.desk)).toMatchObject({ round: 2, state: 'asked', request: { lookAt: 'And now?' } })
    await second.desk.close()
    await on.close()
  })
})
