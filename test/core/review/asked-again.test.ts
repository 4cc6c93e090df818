import { expect, test } from 'vitest'
import type { RemotePostId } from '../../../src/shared/domain/ids.ts'
import { FERRY } from './reviewing.ts'
import { ask, conclude, propose, theOnly, twoAccounts } from './two-accounts.ts'

/** Ann asked a second time, Mai has not read it, and a colleague saved the post in the blog's own editor. */
async function savedByColleague() {
  const on = await twoAccounts()
  await ask(on.desk, on.postId)
  await on.annSends()
  await on.maiSends()
  await propose(on.mai.desk, 'It leaves at seven.', ...FERRY.slice(1))
  await conclude(on.mai.desk, 'send-back')
  await on.maiSends()
  await on.annSends()
  await ask(on.desk, on.postId, { lookAt: 'Again.' })
  await on.annSends()
  const remoteId = (await on.remoteId()) as RemotePostId
  const colleague = on.as('administrator')
  const { content } = await colleague.getPost(remoteId)
  on.clock.advance(60_000)
  await colleague.updatePost(remoteId, { content: content.replace('Take bread', 'Take some bread') })
  const author = await on.as('author').whoAmI()
  return {
    ...on,
    /** What Ann's desk has beside the post. */
    letters: async () =>
      (await colleague.listProposals(remoteId)).filter(({ authorId }) => authorId === author.remoteId),
    thrownAway: () => on.openInEditor(remoteId),
    askings: async () =>
      (await on.desk.query('outbox', 'list', { blogId: on.blogId })).filter(({ kind }) => kind === 'send-review'),
    asNotes: async () => (await colleague.listNotes({ postIds: [remoteId], pageNumber: 1 })).items.length,
  }
}

test('what was asked is found though a colleague saved the post before it was read', async () => {
  const on = await savedByColleague()
  await on.maiSends()
  expect(await theOnly(on.mai.desk)).toMatchObject({ round: 2, request: { lookAt: 'Again.' } })
  await on.close()
})

test('what the blog threw away before it was read is put there again, as it was, and noted once', async () => {
  const on = await savedByColleague()
  const [before] = await on.letters()
  const notes = await on.asNotes()
  await on.thrownAway()
  expect(await on.letters()).toEqual([])
  await on.annSends()
  const [again, ...others] = await on.letters()
  expect([again?.content, others]).toEqual([before?.content, []])
  expect(await on.asNotes()).toBe(notes)
  const putRight = (await on.askings()).filter(({ receipt }) => receipt?.isPutRight)
  expect(putRight).toMatchObject([{ state: 'done' }])
  await on.maiSends()
  expect(await theOnly(on.mai.desk)).toMatchObject({ round: 2, request: { lookAt: 'Again.' } })
  await on.close()
})

test('what was answered is not put there again, and a round with nothing thrown away sends nothing', async () => {
  const on = await savedByColleague()
  await on.annSends()
  expect(await on.askings()).toHaveLength(2)
  await on.maiSends()
  await conclude(on.mai.desk, 'approve')
  await on.maiSends()
  await on.annSends()
  await on.thrownAway()
  await on.annSends()
  expect(await on.askings()).toHaveLength(2)
  await on.close()
})

test('where it is thrown away again and again it is put there ever more seldom', async () => {
  const on = await savedByColleague()
  const round = async () => {
    await on.thrownAway()
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
    return (await on.letters()).length
  }
  expect(await round()).toBe(1)
  on.clock.advance(9 * 60_000)
  const { content } = await on.as('administrator').getPost((await on.remoteId()) as RemotePostId)
  await on.as('administrator').updatePost((await on.remoteId()) as RemotePostId, { content: `${content}\n` })
  expect(await round()).toBe(0)
  on.clock.advance(60_000)
  expect(await round()).toBe(1)
  await on.close()
})

test('words of the same person in the blog’s own editor stay where they are', async () => {
  const on = await savedByColleague()
  await on.thrownAway()
  const typed = {
    title: 'T',
    content: '<!-- wp:paragraph -->\n<p>Typed since.</p>\n<!-- /wp:paragraph -->',
    excerpt: '',
  }
  await on.as('author').saveProposal((await on.remoteId()) as RemotePostId, typed)
  await on.annSends()
  expect((await on.letters()).map(({ content }) => content)).toEqual([typed.content])
  expect(await on.askings()).toHaveLength(2)
  await on.close()
})
