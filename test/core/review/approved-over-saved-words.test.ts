import { expect, test } from 'vitest'
import { paragraph, type } from '../../support/desk-on-practice-blog.ts'
import { ask, theOnly, twoAccounts } from './two-accounts.ts'

test('words that are saved on the desk that approves keep the post from going out over them', async () => {
  const on = await twoAccounts()
  await ask(on.desk, on.postId)
  await on.annSends()
  await on.maiSends()
  await on.mai.desk.mutate('line', 'syncNow', { blogId: on.mai.blogId })
  const posts = await on.mai.desk.query('posts', 'list', { blogId: on.mai.blogId })
  const here = posts.find(({ title }) => title === 'The ferry at Can Tho')
  if (!here) return expect.unreachable()
  await type(on.mai.desk, here.id, { blocks: [paragraph('The ferry sank.')] })
  on.clock.advance(300)
  expect(on.mai.desk.events.filter(({ topic }) => topic === 'saved')).toHaveLength(1)
  const concluded = on.mai.desk.mutate('reviews', 'conclude', {
    reviewId: (await theOnly(on.mai.desk)).id,
    decision: 'approve',
    words: '',
    publish: true,
    name: 'Mai',
  })
  await expect(concluded).rejects.toMatchObject({ data: { why: 'post-moved-on' } })
  await on.close()
})
