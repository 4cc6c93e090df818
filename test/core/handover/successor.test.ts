import { expect, test } from 'vitest'
import { cameraJpeg } from '../../support/camera-pictures.ts'
import { deskOnPracticeBlog, newPost, paragraph, write } from '../../support/desk-on-practice-blog.ts'
import { memorySecrets, openDesk, type TestDesk } from '../../support/open-desk.ts'
import { pictureOf } from '../../support/pictures.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import type { BlogId, MediaId } from '../../../src/shared/domain/ids.ts'
import { handoverFile, PASSPHRASE, takeIn } from './handing-over.ts'

const withoutLine = (): TestDesk =>
  openDesk(temporaryFolder(), { fetch: () => Promise.reject(new TypeError('no line')), secrets: memorySecrets() })

const postsOf = async (desk: TestDesk, blogId: BlogId) =>
  (await desk.query('posts', 'list', { blogId })).map(({ title, state }) => ({ title, state }))

/** Ann's desk: a draft with a picture, a post that waits, an unanswered comment, a begun answer, a rule, a name, a feed note. */
async function annsDesk() {
  const on = await deskOnPracticeBlog({ userName: 'editor' })
  const { desk, blogId } = on
  const live = await newPost(desk, blogId, 'The ferry at Can Tho')
  await desk.mutate('posts', 'publish', { postId: live, as: 'publish' })
  await on.syncUntilQuiet()
  const remoteId = (await desk.query('posts', 'get', { postId: live })).remoteId ?? 0
  await on.visitorComment(remoteId, 'When does it leave?')
  await on.syncUntilQuiet()
  const [comment] = await desk.query('comments', 'list', { blogId, postId: null })
  await desk.mutate('replyDrafts', 'keep', { commentId: comment?.id ?? '', text: 'At six, and' })
  const bytes = await cameraJpeg()
  const picture = await desk.mutate('media', 'add', { fileName: 'ferry.jpg', bytes })
  const draft = await newPost(desk, blogId, 'A draft', paragraph('Half of it.'), pictureOf(picture.id))
  await write(desk, live, { blocks: [paragraph('It leaves at seven now.')] })
  const waiting = await newPost(desk, blogId, 'It waits')
  on.line.fateOf = () => 'lost-before'
  await desk.mutate('posts', 'publish', { postId: waiting, as: 'publish' })
  await desk.mutate('checks', 'addName', { name: 'Nguyễn Thị Hương', blogId })
  return { ...on, draft, live, waiting, picture }
}

test('a successor without a line gets drafts, what waited, comments and rules, and none of the person’s own things', async () => {
  const on = await annsDesk()
  const bytes = await handoverFile(on.desk, 'successor')
  const next = withoutLine()
  const { opened, backupId, taken } = await takeIn(next, bytes)
  expect(opened).toMatchObject({
    use: 'successor',
    sentBy: 'Ann',
    does: 'joins',
    contents: {
      waiting: [{ kind: 'publish-post', what: 'It waits' }],
      unanswered: 0,
      begunReplies: 1,
      names: 1,
      files: 1,
    },
  })
  expect(backupId).toBe(null)
  expect(taken).toMatchObject({ did: 'joins', newPosts: 3, newComments: 1, begunReplies: 1, filesLeft: 0, guidance: 1 })
  expect(taken?.needSignIn).toHaveLength(1)

  const [blog] = await next.query('blogs', 'list')
  if (!blog) throw new Error('no blog came')
  expect(blog).toMatchObject({ isSignedIn: false, userName: '' })
  expect((await postsOf(next, blog.id)).toSorted((a, b) => a.title.localeCompare(b.title))).toEqual([
    { title: 'A draft', state: 'draft' },
    { title: 'It waits', state: 'draft' },
    { title: 'The ferry at Can Tho', state: 'edited' },
  ])
  expect(await next.query('outbox', 'list', { blogId: blog.id })).toEqual([])
  const draft = await next.query('posts', 'get', { postId: on.draft })
  const shown = draft.document.content.flatMap((node) => (node.type === 'picture' ? [node.attrs.mediaId] : []))
  expect(shown).toHaveLength(1)
  expect(shown[0]).not.toBe(on.picture.id)
  const { bytes: here } = await next.query('media', 'read', { mediaId: shown[0] as MediaId, size: 'whole' })
  expect(Buffer.from(here as unknown as Uint8Array).includes('Exif')).toBe(false)
  await next.close()
  await on.desk.close()
})

test('the file taken in twice is the same as once, and signing in to the site takes over what came', async () => {
  const on = await annsDesk()
  const bytes = await handoverFile(on.desk, 'successor')
  on.line.fateOf = () => 'ok'
  const next = openDesk(temporaryFolder(), { fetch: on.line.fetch, clock: on.clock, secrets: memorySecrets() })
  await takeIn(next, bytes)
  const before = await next.query('blogs', 'list')
  const again = await takeIn(next, bytes)
  expect(again.taken).toMatchObject({
    newPosts: 0,
    changedPosts: 0,
    keptBeside: [],
    newComments: 0,
    begunReplies: 0,
    guidance: 0,
  })
  expect(await next.query('blogs', 'list')).toEqual(before)

  const blogId = await on.signIn(next)
  expect(blogId).toBe(before[0]?.id)
  await next.mutate('line', 'syncNow', { blogId })
  expect((await postsOf(next, blogId)).filter(({ title }) => title === 'The ferry at Can Tho')).toEqual([
    { title: 'The ferry at Can Tho', state: 'edited' },
  ])
  expect((await next.query('comments', 'list', { blogId, postId: null })).length).toBe(1)
  expect(await next.query('outbox', 'list', { blogId })).toEqual([])
  await next.close()
  await on.desk.close()
})

test('two languages travel together with what is said of each, and what the blog is for and its best bits are', async () => {
  const on = await annsDesk()
  await on.desk.mutate('settings', 'set', {
    purposes: { [on.blogId]: 'Why people here study with us.' },
    bestBits: { [on.blogId]: { by: 'top' } },
  })
  const quiet = await newPost(on.desk, on.blogId, 'The tram', paragraph('It rings twice.'))
  on.line.fateOf = () => 'ok'
  await on.desk.mutate('posts', 'publish', { postId: quiet, as: 'publish' })
  await on.syncUntilQuiet()
  const arabic = await on.desk.mutate('pairs', 'begin', { postId: quiet, language: 'ar' })
  await write(on.desk, arabic, { title: 'الترام', blocks: [paragraph('يرنّ مرتين.')] })
  const bytes = await handoverFile(on.desk, 'successor')
  const next = withoutLine()
  await takeIn(next, bytes)
  const { tie } = (await on.desk.query('pairs', 'find', { postId: arabic })).source ?? {}
  expect((await next.query('pairs', 'find', { postId: arabic })).source).toMatchObject({ title: 'The tram', tie })
  const [blog] = await next.query('blogs', 'list')
  expect(await next.query('settings', 'get')).toMatchObject({
    purposes: { [blog?.id ?? '']: 'Why people here study with us.' },
    bestBits: { [blog?.id ?? '']: { by: 'top' } },
  })
  await next.mutate('pairs', 'untie', { postId: arabic })
  await takeIn(next, bytes)
  expect((await next.query('pairs', 'find', { postId: arabic })).source, 'what was untied here stays so').toBeNull()
  await next.close()
  await on.desk.close()
})

test('words that the successor wrote since stay, and a later file lies beside them in the history', async () => {
  const on = await annsDesk()
  const next = withoutLine()
  await takeIn(next, await handoverFile(on.desk, 'successor', true))
  await write(on.desk, on.waiting, { blocks: [paragraph('Written once more at the old desk.')] })
  const brought = await takeIn(next, await handoverFile(on.desk, 'successor', true))
  expect(brought.taken).toMatchObject({ changedPosts: 1, keptBeside: [] })

  await write(next, on.waiting, { blocks: [paragraph('Written by the successor.')] })
  await write(on.desk, on.waiting, { blocks: [paragraph('And a third time at the old desk.')] })
  const beside = await takeIn(next, await handoverFile(on.desk, 'successor', true))
  expect(beside.taken).toMatchObject({ changedPosts: 0, keptBeside: ['It waits'] })
  const { document } = await next.query('posts', 'get', { postId: on.waiting })
  expect(JSON.stringify(document)).toContain('Written by the successor.')
  const versions = await next.query('posts', 'history', { postId: on.waiting })
  expect(versions.filter(({ name }) => name === 'From a handover file')).toHaveLength(1)
  await next.close()
  await on.desk.close()
})

test('a window that still shows what was there before the file is merged with what came', async () => {
  const on = await annsDesk()
  const next = withoutLine()
  await takeIn(next, await handoverFile(on.desk, 'successor', true))
  const { document, mergeCount } = await next.query('posts', 'get', { postId: on.waiting })
  await write(on.desk, on.waiting, { blocks: [...document.content, paragraph('Added at the old desk.')] })
  await takeIn(next, await handoverFile(on.desk, 'successor', true))
  const typed = [paragraph('Typed here.'), ...document.content]
  await write(next, on.waiting, { blocks: typed, mergesSeen: mergeCount, window: 'open before' })
  const now = JSON.stringify((await next.query('posts', 'get', { postId: on.waiting })).document)
  for (const words of ['Typed here.', 'Added at the old desk.']) expect(now).toContain(words)
  await next.close()
  await on.desk.close()
})

test('what is typed while a file is taken in is the successor’s own, whole', async () => {
  const on = await annsDesk()
  const next = withoutLine()
  await takeIn(next, await handoverFile(on.desk, 'successor', true))
  await write(on.desk, on.waiting, { blocks: [paragraph('Once more at the old desk.')] })
  const bytes = await handoverFile(on.desk, 'successor', true)
  const { id } = await next.mutate('handover', 'open', { bytes, passphrase: PASSPHRASE })
  const post = await next.query('posts', 'get', { postId: on.waiting })
  const typing = { ...post, postId: post.id, window: 'open', sequence: 1, mergesSeen: post.mergeCount, caret: null }
  const taking = next.mutate('handover', 'takeIn', { id })
  const document = { type: 'doc' as const, content: [paragraph('Typed by the successor.')] }
  await next.mutate('posts', 'edit', { ...typing, document })
  await taking
  expect(await next.query('handover', 'arrived')).toMatchObject({ changedPosts: 0, keptBeside: ['It waits'] })
  const now = await next.query('posts', 'get', { postId: on.waiting })
  expect(now.document.content).toEqual(document.content)
  await next.close()
  await on.desk.close()
})

test('the words of a colleague that are newer on the blog are joined with those that come', async () => {
  const on = await annsDesk()
  const bytes = await handoverFile(on.desk, 'successor')
  on.line.fateOf = () => 'ok'
  const api = on.as('editor')
  const remoteId = (await on.desk.query('posts', 'get', { postId: on.live })).remoteId
  if (remoteId === null) throw new Error('not on the blog')
  await api.updatePost(remoteId, { title: 'The ferry at Can Tho, again' })
  const { desk: next, blogId } = await on.openAs('editor')
  const { taken } = await takeIn(next, bytes)
  expect(taken).toMatchObject({ newPosts: 2, changedPosts: 1, needSignIn: [] })
  const [post] = (await next.query('posts', 'list', { blogId })).filter(({ title }) => title.startsWith('The ferry'))
  const whole = await next.query('posts', 'get', { postId: post?.id ?? '' })
  expect(whole.title).toBe('The ferry at Can Tho, again')
  expect(JSON.stringify(whole.document)).toContain('It leaves at seven now.')
  await next.close()
  await on.desk.close()
})

test('the desk that was left asks before anything goes, until the person says that it stays in use', async () => {
  const on = await annsDesk()
  expect(await on.desk.query('handover', 'handedOver')).toBe(null)
  await handoverFile(on.desk, 'successor')
  on.line.fateOf = () => 'ok'
  on.clock.advance(3_600_000)
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  expect(await on.desk.query('handover', 'handedOver')).toMatchObject({ use: 'successor', waiting: 1 })
  const list = await on.desk.query('outbox', 'list', { blogId: on.blogId })
  expect(list.filter(({ state }) => state === 'done').every(({ what }) => what !== 'It waits')).toBe(true)
  await on.desk.mutate('handover', 'stayInUse')
  expect(await on.desk.query('handover', 'handedOver')).toBe(null)
  await on.desk.close()
})

test('a policy that forbids it forbids it, and a file of somebody else’s kind is none', async () => {
  const on = await deskOnPracticeBlog({
    readPolicy: () => ({ found: 'policy', place: 'here', value: { forbiddenExports: ['handover'] } }),
  })
  on.desk.core.start()
  await expect(handoverFile(on.desk, 'move')).rejects.toMatchObject({
    data: { kind: 'not-allowed-now', why: 'export-not-allowed' },
  })
  await expect(
    on.desk.mutate('handover', 'open', { bytes: Uint8Array.from(Buffer.from('no such file')), passphrase: PASSPHRASE }),
  ).rejects.toMatchObject({ data: { kind: 'handover-file', why: 'not-a-review-file' } })
  await on.desk.close()
})

test('a page is one on the next desk too, begun or on the blog, and is still to stand where it was to stand', async () => {
  const on = await deskOnPracticeBlog()
  const { desk, blogId } = on
  const page = async (title: string) => {
    const { id } = await desk.mutate('posts', 'create', { blogId, kind: 'page' })
    await write(desk, id, { title, blocks: [paragraph('Words.')] })
    return id
  }
  const [above, below] = [await page('Embassy'), await page('Opening hours')]
  for (const postId of [above, below]) await desk.mutate('posts', 'publish', { postId, as: 'publish' })
  await on.syncUntilQuiet()
  const parentId = (await desk.query('posts', 'get', { postId: above })).remoteId
  await desk.mutate('pages', 'setParent', { postId: below, parentId })
  await page('Begun')
  const next = withoutLine()
  await takeIn(next, await handoverFile(desk, 'successor'))
  const [blog] = await next.query('blogs', 'list')
  const came = await next.query('posts', 'list', { blogId: blog?.id ?? blogId })
  expect(came.map(({ title, kind, state }) => ({ title, kind, state })).toSorted(byTitle)).toEqual([
    { title: 'Begun', kind: 'page', state: 'draft' },
    { title: 'Opening hours', kind: 'page', state: 'edited' },
  ])
  const moved = came.find(({ title }) => title === 'Opening hours')
  expect(await next.query('pages', 'place', { postId: moved?.id ?? below })).toMatchObject({ parentId, isWish: true })
  await desk.close()
  await next.close()
})

const byTitle = (one: { title: string }, other: { title: string }): number => one.title.localeCompare(other.title)
