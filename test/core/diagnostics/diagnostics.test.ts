import { mkdirSync, writeFileSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Fetch } from '../../../src/main/core/ports.ts'
import type { BlogId } from '../../../src/shared/domain/ids.ts'
import { newPost, paragraph } from '../../support/desk-on-practice-blog.ts'
import { openDesk, type TestDesk } from '../../support/open-desk.ts'
import { openPracticeBlog } from '../../support/open-practice-blog.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const ORIGIN = 'https://kestrel-embassy.example'
/** Words that stand on this desk and nowhere in the program. */
const CANARIES = [
  'kestrelword',
  'kestreltitle',
  'kestrelname',
  'kestrelrole',
  'kestrelreply',
  'kestreltag',
  'kestrel-embassy',
]

/** A desk on which everything that a person writes has a word of ours in it. */
async function fullDesk(): Promise<{ desk: TestDesk; blogId: BlogId; profile: string; password: string }> {
  const profile = temporaryFolder()
  const blog = openPracticeBlog({ origin: ORIGIN })
  const fetch: Fetch = (input, init) => blog.fetch(input, init)
  const { userName, applicationPassword: password } = blog.accounts.editor
  const desk = openDesk(profile, { fetch })
  onTestFinished(() => desk.close())
  const { id: blogId } = await desk.mutate('blogs', 'connect', {
    address: ORIGIN,
    userName,
    applicationPassword: password,
  })
  await desk.mutate('line', 'syncNow', { blogId })
  await newPost(desk, blogId, 'A kestreltitle', paragraph('A kestrelword in the text.'))
  const sentId = await newPost(desk, blogId, 'Another kestreltitle', paragraph('Another kestrelword.'))
  await desk.mutate('posts', 'publish', { postId: sentId, as: 'publish' })
  await desk.mutate('settings', 'set', {
    profile: { name: 'Kestrelname', byBlog: { [blogId]: { role: 'Kestrelrole', place: 'Kestrelword' } } },
  })
  await desk.mutate('checks', 'addName', { name: 'Kestrelname', blogId: null })
  const [comment] = await desk.query('comments', 'list', { blogId, postId: null })
  if (comment) await desk.mutate('comments', 'reply', { commentId: comment.id, text: 'A kestrelreply.' })
  return { desk, blogId, profile, password }
}

test('of a full desk no title, text, name, password, address or folder is in it, and its counts are', async () => {
  const { desk, blogId, profile, password } = await fullDesk()
  const blogs = await desk.query('blogs', 'list')
  const posts = await desk.query('posts', 'list', { blogId })
  const comments = await desk.query('comments', 'list', { blogId, postId: null })
  await desk.mutate('doctor', 'visit', { blogId })
  const { text } = await desk.mutate('diagnostics', 'collect', { withAddresses: false })

  const words = [
    ...CANARIES,
    password,
    profile,
    homedir(),
    ...blogs.flatMap(({ name, displayName, url }) => [name, displayName, url]),
    ...posts.map(({ title }) => title),
    ...comments.map(({ authorName }) => authorName),
  ].filter((word) => word.length > 3)
  expect(words.length).toBeGreaterThan(20)
  expect(words.filter((word) => text.toLowerCase().includes(word.toLowerCase()))).toEqual([])

  expect(text).toContain('integrity: whole')
  expect(text).toMatch(/blog-[0-9a-f]{10} \(wordpress/)
  expect(text).toContain(`posts: ${posts.length}`)
  expect(text).toMatch(/^[\w-]*post, \w+: 1$/m)
  expect(text).toContain('sign-in: fine')
  expect(text).toContain('nobody manages this desk')
})

test('the address of a blog is in it where the person ticks so, and the same blog keeps its hash', async () => {
  const { desk } = await fullDesk()
  const collect = async (withAddresses: boolean) =>
    (await desk.mutate('diagnostics', 'collect', { withAddresses })).text
  expect(await collect(true)).toContain(ORIGIN)
  const hashOf = (text: string) => /blog-[0-9a-f]{10}/.exec(text)?.[0]
  const hash = hashOf(await collect(false))
  expect(hash).toBeDefined()
  expect(hashOf(await collect(false))).toBe(hash)
})

test('what somebody let slip into the log stays out of it', async () => {
  const { desk, profile } = await fullDesk()
  mkdirSync(join(profile, 'log'), { recursive: true })
  const lines = [
    { at: '2026-11-28T04:00:00.000Z', level: 'info', event: 'line.closed', kind: 'unauthorized', count: 3 },
    { at: '2026-11-28T04:00:01.000Z', level: 'error', event: 'slip', text: 'A kestrelword in the text' },
    { at: '2026-11-28T04:00:02.000Z', level: 'error', event: 'slip', host: 'kestrel-embassy.example' },
    { at: '2026-11-28T04:00:03.000Z', level: 'error', event: 'slip', who: userInfo().username, path: homedir() },
  ]
  writeFileSync(
    join(profile, 'log', 'attache.log'),
    `${lines.map((line) => JSON.stringify(line)).join('\n')}\nhalf a {`,
  )
  const { text } = await desk.mutate('diagnostics', 'collect', { withAddresses: false })
  expect(text).toContain('event=line.closed kind=unauthorized count=3')
  expect(text).toContain('text=(removed)')
  expect(text).toContain('host=(removed)')
  expect(text).not.toContain(homedir())
  expect(text.toLowerCase()).not.toContain('kestrel')
  expect(text).toContain('(a line that is none)')
})

test('of a policy it says which fields it manages and where it is from, and nothing of what they say', async () => {
  const value = {
    organisation: 'Ministry of Kestrels',
    reason: 'Kestrelword',
    allowedBlogs: ['kestrel.example'],
    holdSeconds: 60,
  }
  const desk = openDesk(temporaryFolder(), {
    readPolicy: () => ({ found: 'policy', place: '/etc/attache/policy.json', value }),
  })
  onTestFinished(() => desk.close())
  const { text } = await desk.mutate('diagnostics', 'collect', { withAddresses: true })
  expect(text).toContain('from: /etc/attache/policy.json')
  expect(text).toContain('managed: allowedBlogs, holdSeconds, organisation, reason')
  expect(text.toLowerCase()).not.toContain('kestrel')
})

test('the file that is saved is the text that was shown', async () => {
  const desk = openDesk(temporaryFolder())
  onTestFinished(() => desk.close())
  const { text } = await desk.mutate('diagnostics', 'collect', { withAddresses: false })
  const { fileId, fileName } = await desk.mutate('diagnostics', 'prepare', { text })
  const { bytes } = await desk.query('interchange', 'takeFile', { fileId })
  expect(Buffer.from(bytes as unknown as Uint8Array).toString()).toBe(text)
  expect(fileName).toMatch(/^attache-diagnostics-\d{4}-\d\d-\d\d\.txt$/)
})
