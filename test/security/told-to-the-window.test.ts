import { homedir, tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { dayAtTheDesk, procedures } from './day-at-the-desk.ts'

/** Of the database’s language, of what SQLite and Node put into their errors, and of the tables. */
const INSIDE =
  /\b(SELECT|INSERT INTO|UPDATE|DELETE FROM) |SQLITE_|desk\.sqlite|ENOENT|EACCES|\bat .*\.[jt]s:\d+|\/wp-json\/|sqlite_/

test('whatever the window asks, it is told no path of the laptop, no key, no password and nothing of the database', async () => {
  const { told, profileFolder, keys, account } = await dayAtTheDesk()
  const queries = procedures().filter(([, type]) => type === 'query')
  expect(queries.length).toBeGreaterThan(40)
  for (const [path] of queries) expect(told.map((each) => each.path)).toContain(path)
  // The pictures themselves are bytes; everything else is words.
  const secrets = Object.entries({
    folder: [profileFolder, homedir(), tmpdir()],
    password: [
      account.applicationPassword,
      account.applicationPassword.replaceAll(' ', ''),
      Buffer.from(`${account.userName}:${account.applicationPassword}`).toString('base64'),
    ],
    key: Object.values(keys).flatMap((key: Uint8Array) => {
      const bytes = Buffer.from(key)
      return [
        bytes.toString('hex'),
        bytes.toString('base64'),
        bytes.toString('base64url'),
        [...bytes.subarray(0, 8)].join(','),
      ]
    }),
  })
  for (const { path, text } of told) {
    for (const [what, words] of secrets)
      expect(
        words.filter((each) => text.includes(each)),
        `${what} in ${path}`,
      ).toEqual([])
    expect(INSIDE.exec(text)?.[0], path).toBeUndefined()
  }
  expect(INSIDE.test(JSON.stringify({ sql: 'SELECT * FROM posts' }))).toBe(true)
})
