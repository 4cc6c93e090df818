import { expect, test } from 'vitest'
import { dayAtTheDesk } from './day-at-the-desk.ts'

test('of a day at the desk nothing is asked of anybody but the blog and the feed that the person named, and a password only of the blog', async () => {
  const { asked, blogs, feeds, account, logLines } = await dayAtTheDesk()
  const named = [...blogs, ...feeds]
  expect([...new Set(asked.map(({ address }) => new URL(address).origin))].toSorted()).toEqual(named.toSorted())
  const withPassword = asked.filter(({ hasPassword }) => hasPassword)
  expect(withPassword.length).toBeGreaterThan(5)
  expect([...new Set(withPassword.map(({ address }) => new URL(address).origin))]).toEqual(blogs)
  const secrets = [account.applicationPassword, account.applicationPassword.replaceAll(' ', '')].flatMap((each) => [
    each,
    encodeURIComponent(each),
  ])
  const said = [...asked.map(({ address }) => address), ...logLines]
  expect(said.filter((line) => secrets.some((secret) => line.includes(secret)))).toEqual([])
})
