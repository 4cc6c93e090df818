import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFaultyFetch } from '../fakes/faulty-fetch.ts'
import { openDesk } from '../support/open-desk.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { describeOnWordpress } from './describe-on-wordpress.ts'
import { startWordpress, type RunningWordpress } from './start-wordpress.ts'

/** 6.1 is the oldest that the desk speaks to. */
for (const version of ['6.1', '7.1'] as const) {
  await describeOnWordpress(version, `signing out of WordPress ${version}`, () => {
    let site: RunningWordpress
    beforeAll(async () => {
      site = await startWordpress({ version })
      // Another laptop of the same person.
      await site.php(
        `WP_Application_Passwords::create_new_application_password(${site.users.author.id}, ['name' => 'Other laptop']);`,
      )
    })
    afterAll(() => site.stop())

    const passwordsOf = async ({ id }: { id: number }): Promise<string[]> =>
      JSON.parse(
        await site.php(
          `echo json_encode(array_column(WP_Application_Passwords::get_user_application_passwords(${id}), 'name'));`,
        ),
      ) as string[]

    const statusFor = async ({ userName, applicationPassword }: RunningWordpress['users']['author']) => {
      const authorization = `Basic ${Buffer.from(`${userName}:${applicationPassword}`).toString('base64')}`
      return (await fetch(`${site.url}/wp-json/wp/v2/users/me`, { headers: { authorization } })).status
    }

    test('takes the password of this laptop back, and no other', async () => {
      const { author } = site.users
      const desk = openDesk(temporaryFolder())
      const { id: blogId } = await desk.mutate('blogs', 'connect', { ...author, address: site.url })
      const before = await passwordsOf(author)
      expect(before).toHaveLength(2)
      expect(await statusFor(author)).toBe(200)

      expect(await desk.mutate('blogs', 'signOut', { blogId, revoke: true })).toBe('revoked')
      expect(await passwordsOf(author)).toEqual(['Other laptop'])
      expect(await statusFor(author)).toBe(401)
      expect(await desk.query('blogs', 'revocations')).toEqual([])
      await desk.close()
    })

    test('without a line is done at the next try, also where the answer to the first was lost', async () => {
      const { contributor } = site.users
      const line = createFaultyFetch((input, init) => fetch(input, init))
      const desk = openDesk(temporaryFolder(), { fetch: line.fetch })
      const { id: blogId } = await desk.mutate('blogs', 'connect', { ...contributor, address: site.url })
      line.fateOf = () => 'lost-before'
      expect(await desk.mutate('blogs', 'signOut', { blogId, revoke: true })).toBe('later')
      expect(await statusFor(contributor)).toBe(200)

      line.fateOf = ({ isWrite }) => (isWrite ? 'lost-after' : 'ok')
      expect(await desk.mutate('blogs', 'retryRevocation', { blogId })).toBe('later')
      expect(await statusFor(contributor)).toBe(401)

      line.fateOf = () => 'ok'
      expect(await desk.mutate('blogs', 'retryRevocation', { blogId })).toBe('revoked')
      expect(await desk.query('blogs', 'revocations')).toEqual([])
      expect(await passwordsOf(contributor)).toEqual([])
      await desk.close()
    })
  })
}
