import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { DoctorCause, ExaminationId } from '../../src/shared/domain/doctor.ts'
import { causesIn, verdictsIn, visitOf } from '../support/doctor-visits.ts'
import { startFaultProxy, type Fate } from '../support/fault-proxy.ts'
import { everythingOn } from './everything-on-site.ts'
import { describeOnWordpress } from './describe-on-wordpress.ts'
import { startWordpress, type RunningWordpress } from './start-wordpress.ts'

type Role = keyof RunningWordpress['users']

const accountOf = (site: RunningWordpress, role: Role) => {
  const { userName, applicationPassword } = site.users[role]
  return { userName, applicationPassword }
}

/** A must-use plugin for one test. */
async function withPlugin(site: RunningWordpress, code: string): Promise<void> {
  const path = join(site.pluginFolder, 'broken.php')
  await writeFile(path, `<?php\n${code}`)
  onTestFinished(() => rm(path, { force: true }))
}

async function proxyBefore(
  site: RunningWordpress,
  decide: Parameters<Awaited<ReturnType<typeof startFaultProxy>>['strikeEach']>[0],
) {
  const proxy = await startFaultProxy({ target: site.url })
  onTestFinished(() => proxy.stop())
  proxy.strikeEach(decide)
  return proxy
}

const forbidden = (status = 403): Fate => ({
  kind: 'answer',
  answer: { status, headers: { 'content-type': 'text/html', server: 'WAF' }, body: '<html><h1>Forbidden</h1></html>' },
})

for (const version of ['6.1', '7.1'] as const) {
  await describeOnWordpress(version, `the site doctor on WordPress ${version}`, () => {
    let site: RunningWordpress
    beforeAll(async () => {
      site = await startWordpress({ version })
      await site.php(
        "wp_insert_post(['post_title' => 'Their own', 'post_status' => 'publish', 'post_content' => 'Words.']);",
      )
    })
    afterAll(() => site.stop())

    test.each(['administrator', 'editor', 'author', 'contributor'] as const)(
      'finds nothing wrong for an %s where all is well, and leaves the site as it was',
      async (role) => {
        const before = await everythingOn(site)
        const visit = await visitOf({ address: site.url, account: accountOf(site, role) })
        expect(causesIn(visit)).toEqual([])
        expect(visit.examinations.filter(({ finding }) => finding?.verdict !== 'fine')).toEqual([])
        expect(await everythingOn(site)).toBe(before)
      },
    )

    test('by the address alone looks at all that needs no account, and writes nothing', async () => {
      const before = await everythingOn(site)
      const visit = await visitOf({ address: site.url, account: null })
      expect(verdictsIn(visit)).toMatchObject({ passwords: 'fine', 'sign-in': 'not-looked-at', write: 'not-looked-at' })
      expect(visit.tried.every(({ method }) => method === 'GET' || method === 'HEAD')).toBe(true)
      expect(await everythingOn(site)).toBe(before)
    })

    const broken: [
      name: string,
      expected: [ExaminationId, DoctorCause['cause']],
      arrange: (site: RunningWordpress) => Promise<string>,
    ][] = [
      [
        'application passwords are off',
        ['passwords', 'passwords-off'],
        async (site) => {
          await withPlugin(site, "add_filter('wp_is_application_passwords_available', '__return_false');")
          return site.url
        },
      ],
      [
        'the header of the sign-in is stripped',
        ['sign-in', 'header-stripped'],
        async (site) => {
          await withPlugin(
            site,
            "unset($_SERVER['PHP_AUTH_USER'], $_SERVER['PHP_AUTH_PW'], $_SERVER['HTTP_AUTHORIZATION']);",
          )
          return site.url
        },
      ],
      [
        'the header is stripped and the older door shut',
        ['sign-in', 'header-or-password'],
        async (site) => {
          await withPlugin(
            site,
            "unset($_SERVER['PHP_AUTH_USER'], $_SERVER['PHP_AUTH_PW']); add_filter('xmlrpc_enabled', '__return_false');",
          )
          return site.url
        },
      ],
      [
        'a plugin shuts the REST interface',
        ['door', 'rest-shut'],
        async (site) => {
          await withPlugin(
            site,
            "add_filter('rest_authentication_errors', fn () => new WP_Error('rest_disabled', 'No.', ['status' => 401]));",
          )
          return site.url
        },
      ],
      [
        'the server blocks the REST interface',
        ['door', 'rest-blocked'],
        async (site) =>
          (await proxyBefore(site, ({ path }) => (/wp-json|rest_route/.test(path) ? forbidden() : null))).url,
      ],
      [
        'a firewall refuses frames',
        ['texts', 'text-refused'],
        async (site) => (await proxyBefore(site, ({ body }) => (body.includes('<iframe') ? forbidden() : null))).url,
      ],
      [
        'a firewall refuses Arabic',
        ['texts', 'text-refused'],
        async (site) =>
          // As Latin 1, the way in which a line of bytes reads them.
          (await proxyBefore(site, ({ body }) => (/Ø[\x80-\xbf]/.test(body) ? forbidden(406) : null))).url,
      ],
      [
        'a server in front takes small uploads only',
        ['upload', 'upload-small'],
        async (site) => (await proxyBefore(site, ({ body }) => (body.length > 1_048_576 ? forbidden(413) : null))).url,
      ],
      [
        'the clock is wrong by hours',
        ['clock', 'clock'],
        async (site) => {
          const proxy = await proxyBefore(site, null)
          proxy.setClockAhead(3 * 3_600_000)
          return proxy.url
        },
      ],
      [
        'the permalinks are plain',
        ['permalinks', 'plain-permalinks'],
        async (site) => {
          const set = (structure: string) =>
            site.php(
              `global $wp_rewrite; $wp_rewrite->set_permalink_structure('${structure}'); flush_rewrite_rules(false);`,
            )
          await set('')
          onTestFinished(async () => {
            await set('/%year%/%monthnum%/%postname%/')
          })
          return site.url
        },
      ],
      [
        'the web server lacks the rewrite rule',
        ['permalinks', 'rewrite-missing'],
        async (site) =>
          (await proxyBefore(site, ({ path }) => (path.startsWith('/wp-json') ? forbidden(404) : null))).url,
      ],
      [
        'writing is refused before WordPress is reached',
        ['write', 'write-refused'],
        async (site) =>
          (
            await proxyBefore(site, ({ method, path }) =>
              method === 'POST' && path.includes('/posts') ? forbidden() : null,
            )
          ).url,
      ],
    ]

    // The older one answers the same; what only it does is the sign-in.
    const tried = version === '7.1' ? broken : broken.filter(([, [id]]) => id === 'passwords' || id === 'sign-in')

    test.each(tried)('names the cause where %s', async (_name, [id, cause], arrange) => {
      const address = await arrange(site)
      const before = await everythingOn(site)
      const visit = await visitOf({ address, account: accountOf(site, 'author') })
      expect(causesIn(visit)[0]).toEqual([id, cause])
      expect(await everythingOn(site)).toBe(before)
    })
  })
}
