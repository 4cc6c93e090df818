import { expect, it } from 'vitest'
import { openPracticeBlog, PRACTICE_ORIGIN } from '../../support/open-practice-blog.ts'

const basic = (text: string) => ({ headers: { Authorization: `Basic ${Buffer.from(text).toString('base64')}` } })
const ME = `${PRACTICE_ORIGIN}/wp-json/wp/v2/users/me`

it('spaces in an application password do not count, and the address signs in as the name does', async () => {
  const { fetch, accounts } = openPracticeBlog()
  const { applicationPassword } = accounts.you
  expect(applicationPassword).toMatch(/^(\w{4} ){5}\w{4}$/)
  for (const credentials of [
    `you:${applicationPassword}`,
    `you:${applicationPassword.replaceAll(' ', '')}`,
    `You@velmark.example:${applicationPassword}`,
  ]) {
    expect((await fetch(ME, basic(credentials))).status).toBe(200)
  }
})

it.each(['you:', 'you:wrong', 'nobody:wrong', 'you'])('%s signs nobody in', async (credentials) => {
  const { fetch } = openPracticeBlog()
  const answer = await fetch(ME, basic(credentials))
  expect([answer.status, await answer.json()]).toMatchObject([401, { code: 'rest_not_logged_in' }])
})

it('every account has a password of its own', () => {
  const { accounts } = openPracticeBlog()
  const passwords = Object.values(accounts).map(({ applicationPassword }) => applicationPassword)
  expect(new Set(passwords).size).toBe(5)
})

it('a revoked password signs nobody in, and the next opening gives a new one', async () => {
  const blog = openPracticeBlog()
  const old = blog.accounts.you.applicationPassword
  const { json } = await blog.rest('you', 'users/me/application-passwords/introspect')
  const revoked = await blog.fetch(`${ME}/application-passwords/${String(json['uuid'])}`, {
    method: 'DELETE',
    ...basic(`you:${old}`),
  })
  expect(revoked.status).toBe(200)
  expect((await blog.rest('you', 'users/me')).status).toBe(401)

  const again = openPracticeBlog({ store: blog.store })
  expect((await again.rest('you', 'users/me')).status).toBe(200)
  expect(await again.fetch(ME, basic(`editor:${old}`)).then(({ status }) => status)).toBe(401)
})

it('nothing is answered for another origin', async () => {
  const { fetch } = openPracticeBlog()
  await expect(fetch('https://example.org/wp-json/')).rejects.toThrow(TypeError)
})
