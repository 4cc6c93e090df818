import { expect, test } from 'vitest'
import type { Fetch } from '../../../src/main/core/ports.ts'
import { sizedPicture } from '../../../src/main/core/blog-api/wordpress/examinations/sized-picture.ts'
import { readPictureFacts } from '../../../src/main/core/media/read-picture-facts.ts'
import { siteReportText } from '../../../src/shared/site-report-text.ts'
import { causesIn, deskForTest, verdictsIn, visitOf } from '../../support/doctor-visits.ts'
import { openPracticeBlog, PRACTICE_ORIGIN } from '../../support/open-practice-blog.ts'

const ACCOUNT = { userName: 'esther', applicationPassword: 'abcd efgh ijkl mnop' }

const failing =
  (code: string): Fetch =>
  () =>
    Promise.reject(
      new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code, syscall: 'connect' }) }),
    )

const answering =
  (answer: (url: URL) => Response): Fetch =>
  async (input) =>
    answer(new URL(input))

const html = (status: number, body: string, headers: Record<string, string> = {}): Response =>
  new Response(body, { status, headers: { 'content-type': 'text/html', ...headers } })

test('a visit to the practice blog finds nothing wrong and leaves it as it was', async () => {
  const desk = deskForTest()
  const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
  await desk.mutate('line', 'syncNow', { blogId })
  const before = await desk.query('posts', 'list', { blogId })
  const visit = await desk.mutate('doctor', 'visit', { blogId })
  expect(causesIn(visit)).toEqual([])
  expect(visit.examinations.every(({ finding }) => finding?.verdict === 'fine')).toBe(true)
  await desk.mutate('line', 'syncNow', { blogId })
  expect(await desk.query('posts', 'list', { blogId })).toEqual(before)
})

test.each([
  ['ENETUNREACH', 'no-network'],
  ['EAI_AGAIN', 'no-network'],
  ['ENOTFOUND', 'name-unknown'],
  ['ECONNREFUSED', 'refused'],
  ['EHOSTUNREACH', 'unreachable'],
])('%s is %s, and nothing further is asked', async (code, cause) => {
  const visit = await visitOf({ address: 'blog.example.org', account: ACCOUNT }, { fetch: failing(code) })
  expect(causesIn(visit)).toEqual([['line', cause]])
  expect(visit.tried).toHaveLength(1)
  const { address: _address, line: _line, ...rest } = verdictsIn(visit)
  expect(new Set(Object.values(rest))).toEqual(new Set(['not-looked-at']))
})

test.each<[string, string, (url: URL) => Response]>([
  ['a proxy asks for a sign-in', 'proxy-sign-in', () => html(407, 'Proxy')],
  [
    'a hotel asks for a sign-in',
    'captive-portal',
    () => html(302, '', { location: 'https://portal.example.net/?u=1' }),
  ],
  ['a site is no WordPress', 'not-wordpress', () => html(200, '<p>Hello.</p>')],
  ['the server has a fault', 'server-error', () => html(502, 'Bad gateway')],
  [
    'the server asks for its own password',
    'site-password',
    () => html(401, '', { 'www-authenticate': 'Basic realm="x"' }),
  ],
  ['a firewall refuses the laptop', 'page-blocked', () => html(403, 'Denied')],
  ['the site leads to http', 'sends-to-http', () => html(301, '', { location: 'http://blog.example.org/' })],
])('where %s, that is the cause', async (_name, cause, answer) => {
  const asked: string[] = []
  const fetch = answering((url) => {
    asked.push(url.host)
    return answer(url)
  })
  const visit = await visitOf({ address: 'blog.example.org', account: ACCOUNT }, { fetch })
  expect(causesIn(visit).map(([, each]) => each)).toEqual([cause])
})

test('what is no address is not asked, and not repeated on the page', async () => {
  const asked: string[] = []
  const fetch = answering((url) => {
    asked.push(url.href)
    return html(200, '')
  })
  const desk = deskForTest({ fetch })
  for (const [address, cause] of [
    ['https://esther:hunter2@blog.example.org', 'bad-address'],
    ['http://blog.example.org', 'insecure-address'],
  ] as const) {
    const visit = await desk.mutate('doctor', 'visit', { address, account: null })
    expect(causesIn(visit)).toEqual([['address', cause]])
    expect(siteReportText(visit)).not.toContain('hunter2')
  }
  expect(asked).toEqual([])
})

test('a password is shown to the origin of the blog alone, whatever the site leads to', async () => {
  const practice = openPracticeBlog({ contents: 'empty' })
  const { userName, applicationPassword } = practice.accounts.administrator
  const carried = new Set<string>()
  const others: string[] = []
  const fetch: Fetch = async (input, init) => {
    const url = new URL(input)
    if (new Headers(init?.headers).has('authorization')) carried.add(url.origin)
    if (url.origin !== PRACTICE_ORIGIN) {
      others.push(url.href)
      return html(200, 'elsewhere')
    }
    const answer = await practice.fetch(input, init)
    // The door it names is on another host.
    if (url.pathname !== '/' || url.search !== '') return answer
    return html(200, '', { link: '<https://evil.example.net/wp-json/>; rel="https://api.w.org/"' })
  }
  const account = { userName, applicationPassword }
  const visit = await visitOf({ address: PRACTICE_ORIGIN, account }, { fetch })
  expect(causesIn(visit)).toEqual([['blog', 'moved']])
  expect([...carried]).toEqual([])
  expect(others).toEqual([])
})

test('a blog that the organisation does not allow is not visited', async () => {
  const asked: string[] = []
  const fetch = answering((url) => {
    asked.push(url.href)
    return html(200, '')
  })
  const value = { allowedBlogs: ['blogs.example.org'] }
  const desk = deskForTest({ fetch, readPolicy: () => ({ found: 'policy', place: '/etc/attache/policy.json', value }) })
  await expect(desk.mutate('doctor', 'visit', { address: 'other.example.org', account: null })).rejects.toMatchObject({
    data: { kind: 'not-allowed-now', why: 'blog-not-allowed' },
  })
  expect(asked).toEqual([])
})

test.each([200, 60_000, 2_200_000])('a picture of %i bytes has exactly so many, and is one', (sizeBytes) => {
  const bytes = sizedPicture(sizeBytes)
  expect(bytes).toHaveLength(sizeBytes)
  expect(readPictureFacts(bytes)).toMatchObject({ mimeType: 'image/png', widthPx: 16, heightPx: 16 })
})
