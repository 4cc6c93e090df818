import { describe, expect, test } from 'vitest'
import { createPracticeBlog } from '../../../src/main/core/practice-blog/create-practice-blog.ts'
import { systemRandom } from '../../../src/main/host/system-random.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { createFaultyFetch } from '../../fakes/faulty-fetch.ts'
import { memoryPracticeStore } from '../../support/memory-practice-store.ts'
import { memorySecrets, openDesk } from '../../support/open-desk.ts'
import { newPost } from '../../support/desk-on-practice-blog.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const ORIGIN = 'https://blog.example'

function setUp() {
  const clock = createManualClock()
  const blog = createPracticeBlog({
    store: memoryPracticeStore(),
    clock,
    random: systemRandom,
    origin: ORIGIN,
    contents: 'empty',
  })
  const line = createFaultyFetch(blog.fetch)
  const secrets = memorySecrets()
  const desk = openDesk(temporaryFolder(), { fetch: line.fetch, clock, secrets })
  const connect = (userName: 'author' | 'editor') =>
    desk.mutate('blogs', 'connect', { ...blog.accounts[userName], address: ORIGIN })
  return { blog, line, secrets, desk, connect }
}

describe('connecting', () => {
  test('the same account twice is one blog with the newer password', async () => {
    const { desk, secrets, connect } = setUp()
    const first = await connect('editor')
    await secrets.put(first.id, 'an old one')
    const second = await connect('editor')
    expect(second.id).toBe(first.id)
    expect(await desk.query('blogs', 'list')).toHaveLength(1)
    expect(await secrets.find(first.id)).not.toBe('an old one')
    await desk.close()
  })

  test('another account of the same site is another blog, with posts, outbox and password of its own', async () => {
    const { desk, secrets, connect } = setUp()
    const editor = await connect('editor')
    const postId = await newPost(desk, editor.id, 'The editor’s')
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    const author = await connect('author')
    expect(author.id).not.toBe(editor.id)
    expect(await desk.query('outbox', 'list', { blogId: author.id })).toEqual([])
    expect(await desk.query('outbox', 'list', { blogId: editor.id })).toHaveLength(1)
    expect(await secrets.find(author.id)).not.toBe(await secrets.find(editor.id))
    await desk.close()
  })

  test('a site that has gone from http to https is the same blog, with what waits for it', async () => {
    const store = memoryPracticeStore()
    const clock = createManualClock()
    const siteAt = (origin: string) =>
      createPracticeBlog({ store, clock, random: systemRandom, origin, contents: 'empty' })
    const plain = siteAt('http://localhost')
    const account = plain.accounts.editor
    let site = plain
    const desk = openDesk(temporaryFolder(), { fetch: (input, init) => site.fetch(input, init), clock })
    const before = await desk.mutate('blogs', 'connect', { ...account, address: 'http://localhost' })
    const postId = await newPost(desk, before.id, 'Written before')
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })

    site = siteAt('https://localhost')
    const after = await desk.mutate('blogs', 'connect', { ...account, address: 'https://localhost' })
    expect(after).toMatchObject({ id: before.id, url: 'https://localhost' })
    expect(await desk.query('blogs', 'list')).toEqual([after])
    await desk.mutate('line', 'syncNow', { blogId: after.id })
    expect(await desk.query('posts', 'get', { postId })).toMatchObject({
      state: 'published',
      link: expect.stringMatching(/^https:/),
    })
    await desk.close()
  })

  test('again takes up what needed the sign-in', async () => {
    const { desk, line, connect } = setUp()
    const { id: blogId } = await connect('editor')
    const postId = await newPost(desk, blogId, 'Refused at the door')
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    const refused = (): Response => Response.json({ code: 'incorrect_password', message: '' }, { status: 401 })
    line.fateOf = ({ isWrite }) => (isWrite ? { answer: refused } : 'ok')
    await desk.mutate('line', 'syncNow', { blogId })
    expect(await desk.query('outbox', 'list', { blogId })).toMatchObject([{ state: 'needs-sign-in' }])
    line.fateOf = () => 'ok'
    await connect('editor')
    await desk.mutate('line', 'syncNow', { blogId })
    expect(await desk.query('posts', 'get', { postId })).toMatchObject({ state: 'published' })
    await desk.close()
  })

  test('the practice blog twice is one practice blog, and its password is in no store', async () => {
    const { desk, secrets } = setUp()
    const first = await desk.mutate('blogs', 'connectPractice')
    const second = await desk.mutate('blogs', 'connectPractice')
    expect(second).toEqual(first)
    expect(first.kind).toBe('practice')
    expect(await secrets.find(first.id)).toBeNull()
    await desk.close()
  })
})

describe('signing out', () => {
  test('removes the password and keeps the posts', async () => {
    const { desk, secrets, connect } = setUp()
    const { id: blogId } = await connect('editor')
    const postId = await newPost(desk, blogId, 'Stays')
    await desk.mutate('blogs', 'signOut', { blogId })
    expect(await secrets.find(blogId)).toBeNull()
    expect(await desk.query('blogs', 'list')).toMatchObject([{ id: blogId, isSignedIn: false }])
    expect(await desk.query('posts', 'get', { postId })).toMatchObject({ title: 'Stays' })
    await desk.close()
  })

  test('stops the blog even when the key store fails', async () => {
    const { desk, secrets, line, connect } = setUp()
    const { id: blogId } = await connect('editor')
    secrets.remove = () => Promise.reject(new Error('the key store is locked'))
    await expect(desk.mutate('blogs', 'signOut', { blogId })).rejects.toMatchObject({ data: { kind: 'internal' } })
    line.seen.length = 0
    await desk.mutate('line', 'syncNow', { blogId })
    expect(line.seen).toEqual([])
    await desk.close()
  })
})
