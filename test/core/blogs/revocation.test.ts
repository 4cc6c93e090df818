import { expect, test } from 'vitest'
import { deskOnPracticeBlog } from '../../support/desk-on-practice-blog.ts'

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
