import { expect, test } from 'vitest'
import { wordsOf } from './reviewing.ts'
import { ask, theOnly, twoAccounts } from './two-accounts.ts'

test('where two people wrote in the same place each text stands once, however often they send', async () => {
  const on = await twoAccounts()
  await ask(on.desk, on.postId)
  await on.annSends()
  await on.maiSends()
  const people = [
    { desk: on.desk, name: 'Ann', sends: on.annSends },
    { desk: on.mai.desk, name: 'Mai', sends: on.maiSends },
  ]
  for (const { desk, name } of people) {
    const { id, proposed } = await theOnly(desk)
    const words = { ...wordsOf(proposed), excerpt: `${name} says so.` }
    await desk.mutate('reviews', 'propose', { reviewId: id, words, name })
  }
  for (let time = 0; time < 4; time += 1)
    for (const { desk, sends } of people) {
      await desk.mutate('reviews', 'send', { reviewId: (await theOnly(desk)).id })
      await sends()
    }
  const excerpts = [(await theOnly(on.desk)).proposed.excerpt, (await theOnly(on.mai.desk)).proposed.excerpt]
  expect(excerpts[0]).toBe(excerpts[1])
  expect(excerpts[0]?.split('\n\n').toSorted()).toEqual(['Ann says so.', 'Mai says so.'])
  await on.close()
})
