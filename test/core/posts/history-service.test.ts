import { expect, test } from 'vitest'
import { deskOnPracticeBlog, newPost, paragraph, write } from '../../support/desk-on-practice-blog.ts'

test('each version says how many words it has more and less than the one before', async () => {
  const { desk, blogId, clock } = await deskOnPracticeBlog()
  const postId = await newPost(desk, blogId, 'Ferry', paragraph('We took the old ferry at noon.'))
  clock.advance(60_000)
  await write(desk, postId, { blocks: [paragraph('We took the new ferry at noon, in the rain.')] })
  clock.advance(60_000)
  await write(desk, postId, { blocks: [paragraph('We took the new ferry.')] })
  const history = await desk.query('posts', 'history', { postId })
  const changes = await desk.query('history', 'changes', { postId, snapshotIds: history.map(({ id }) => id) })
  expect(changes.map(({ added, removed }) => ({ added, removed }))).toEqual([
    { added: 0, removed: 5 },
    { added: 4, removed: 1 },
    { added: 8, removed: 0 },
  ])
  const [, second] = history
  expect(await desk.query('history', 'version', { postId, snapshotId: second?.id ?? '' })).toMatchObject({
    words: { title: 'Ferry', document: { content: [paragraph('We took the new ferry at noon, in the rain.')] } },
  })
  const other = await newPost(desk, blogId, 'Another')
  await expect(desk.query('history', 'version', { postId: other, snapshotId: second?.id ?? '' })).rejects.toMatchObject(
    {
      data: { kind: 'no-such-item' },
    },
  )
  await desk.close()
})

test('what was sent says what became of it', async () => {
  const { desk, blogId } = await deskOnPracticeBlog()
  const postId = await newPost(desk, blogId, 'Ferry')
  const sent = async () =>
    (await desk.query('posts', 'history', { postId })).filter(({ why }) => why === 'sent').map(({ sentAs }) => sentAs)
  const entry = await desk.mutate('posts', 'publish', { postId, as: 'pending' })
  expect(await sent()).toEqual(['waits'])
  await desk.mutate('outbox', 'cancel', { entryId: entry.id })
  expect(await sent()).toEqual(['taken-back'])
  await write(desk, postId, { title: 'Ferries' })
  await desk.mutate('posts', 'publish', { postId, as: 'pending' })
  await desk.mutate('line', 'syncNow', { blogId })
  expect(await sent()).toEqual(['in-review', 'taken-back'])
  await write(desk, postId, { title: 'All ferries' })
  await desk.mutate('posts', 'publish', { postId, as: 'publish' })
  await desk.mutate('line', 'syncNow', { blogId })
  expect(await sent()).toEqual(['published', 'in-review', 'taken-back'])
  await desk.close()
})

test('a version with a name outlives the others of its hour, until the name is taken away', async () => {
  const { desk, blogId, clock } = await deskOnPracticeBlog()
  const postId = await newPost(desk, blogId, 'One')
  const titles = async () => (await desk.query('posts', 'history', { postId })).map(({ title, name }) => [title, name])
  for (const title of ['Two', 'Three', 'Four']) {
    clock.advance(10_000)
    await write(desk, postId, { title })
  }
  const two = (await desk.query('posts', 'history', { postId })).find(({ title }) => title === 'Two')
  const name = (text: string) => desk.mutate('history', 'name', { postId, snapshotId: two?.id ?? '', name: text })
  await name(' Before the minister read it ')
  clock.advance(48 * 3_600_000)
  await write(desk, postId, { title: 'Five' })
  expect(await titles()).toEqual([
    ['Five', null],
    ['Four', null],
    ['Two', 'Before the minister read it'],
  ])
  await name('')
  await write(desk, postId, { title: 'Six' })
  expect(await titles()).toEqual([
    ['Six', null],
    ['Five', null],
    ['Four', null],
  ])
  await desk.close()
})
