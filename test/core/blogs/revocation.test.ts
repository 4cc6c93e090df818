import { expect, test, vi } from 'vitest'
import { deskOnPracticeBlog, type DeskOnBlog } from '../../support/desk-on-practice-blog.ts'

const FIVE_MINUTES_MS = 5 * 60_000
const PASSWORDS = '/wp/v2/users/me/application-passwords/'

const triesOf = ({ line }: DeskOnBlog): string[] =>
  line.seen.filter(({ path }) => path.startsWith(PASSWORDS)).map(({ method, path }) => `${method} ${path}`)

test('signing out takes the password back on the blog, which takes it no more', async () => {
  const { desk, blogId, as, secrets } = await deskOnPracticeBlog()
  expect(await desk.mutate('blogs', 'signOut', { blogId, revoke: true })).toBe('revoked')
  expect(await secrets.find(blogId)).toBe(null)
  expect(await desk.query('blogs', 'revocations')).toEqual([])
  await expect(as('editor').whoAmI()).rejects.toMatchObject({ data: { kind: 'unauthorized' } })
  await desk.close()
})

test('without a line it stays to be done, over a restart too, and is done once there is one', async () => {
  const on = await deskOnPracticeBlog()
  const { blogId } = on
  on.line.fateOf = () => 'lost-before'
  expect(await on.desk.mutate('blogs', 'signOut', { blogId, revoke: true })).toBe('later')
  expect(await on.desk.query('blogs', 'revocations')).toMatchObject([{ blogId, isByHand: false }])
  await on.as('editor').whoAmI()
  await on.desk.close()
  const desk = on.openOther(on.profileFolder)
  expect(await desk.query('blogs', 'list')).toMatchObject([{ isSignedIn: false }])
  on.line.fateOf = () => 'ok'
  expect(await desk.mutate('blogs', 'retryRevocation', { blogId })).toBe('revoked')
  expect(await on.secrets.find(blogId)).toBe(null)
  await expect(on.as('editor').whoAmI()).rejects.toMatchObject({ data: { kind: 'unauthorized' } })
  await desk.close()
})

test('it is tried again by itself, and once there is a line it is done, once, and is said no more', async () => {
  const on = await deskOnPracticeBlog()
  const { desk, blogId, clock } = on
  desk.core.start()
  on.line.fateOf = () => 'lost-before'
  await desk.mutate('blogs', 'signOut', { blogId, revoke: true })
  expect(triesOf(on)).toHaveLength(1)
  clock.advance(FIVE_MINUTES_MS)
  await vi.waitFor(() => expect(triesOf(on)).toHaveLength(2), { interval: 1 })
  expect(await desk.query('blogs', 'revocations')).toMatchObject([{ blogId, isByHand: false }])

  on.line.fateOf = () => 'ok'
  desk.events.length = 0
  clock.advance(FIVE_MINUTES_MS)
  await vi.waitFor(async () => expect(await desk.query('blogs', 'revocations')).toEqual([]), { interval: 1 })
  expect(desk.events).toContainEqual({ topic: 'blogs' })
  expect(await on.secrets.find(blogId)).toBe(null)
  await expect(on.as('editor').whoAmI()).rejects.toMatchObject({ data: { kind: 'unauthorized' } })
  const carriedOut = triesOf(on).filter((each) => each.startsWith('POST'))
  expect(carriedOut).toHaveLength(1)

  clock.advance(10 * FIVE_MINUTES_MS)
  expect(await desk.query('blogs', 'revocations')).toEqual([])
  expect(triesOf(on).filter((each) => each.startsWith('POST'))).toEqual(carriedOut)
  await desk.close()
})

test('a desk that was closed asks nothing of the blog any more, and the next start goes on', async () => {
  const on = await deskOnPracticeBlog()
  const { blogId, clock } = on
  on.desk.core.start()
  on.line.fateOf = () => 'lost-before'
  await on.desk.mutate('blogs', 'signOut', { blogId, revoke: true })
  await on.desk.close()
  on.line.fateOf = () => 'ok'
  on.line.seen.length = 0
  on.desk.logLines.length = 0
  clock.advance(10 * FIVE_MINUTES_MS)
  expect(on.line.seen).toEqual([])

  const desk = on.openOther(on.profileFolder)
  desk.core.start()
  await vi.waitFor(async () => expect(await desk.query('blogs', 'revocations')).toEqual([]), { interval: 1 })
  await expect(on.as('editor').whoAmI()).rejects.toMatchObject({ data: { kind: 'unauthorized' } })
  await desk.close()
  expect(on.desk.logLines).toEqual([])
})

test('an answer that was lost is found out at the next try', async () => {
  const on = await deskOnPracticeBlog()
  const { desk, blogId } = on
  on.line.fateOf = ({ isWrite }) => (isWrite ? 'lost-after' : 'ok')
  expect(await desk.mutate('blogs', 'signOut', { blogId, revoke: true })).toBe('later')
  on.line.fateOf = () => 'ok'
  expect(await desk.mutate('blogs', 'retryRevocation', { blogId })).toBe('revoked')
  await desk.close()
})

test('whoever signs in again keeps the password that they sign in with', async () => {
  const on = await deskOnPracticeBlog()
  const { desk, blogId } = on
  on.line.fateOf = () => 'lost-before'
  await desk.mutate('blogs', 'signOut', { blogId, revoke: true })
  on.line.fateOf = () => 'ok'
  await on.signIn()
  expect(await desk.query('blogs', 'revocations')).toEqual([])
  expect(await desk.mutate('blogs', 'retryRevocation', { blogId })).toBe('revoked')
  await on.as('editor').whoAmI()
  await desk.close()
})

test('a sign-out that asks for nothing of the blog leaves its password there', async () => {
  const { desk, blogId, as } = await deskOnPracticeBlog()
  expect(await desk.mutate('blogs', 'signOut', { blogId })).toBe('kept')
  await as('editor').whoAmI()
  await desk.close()
})
