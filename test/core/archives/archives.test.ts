import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { BlogId } from '../../../src/shared/domain/ids.ts'
import type { PostDocument } from '../../../src/shared/content/document.ts'
import { deskOnPracticeBlog, newPost, paragraph, type } from '../../support/desk-on-practice-blog.ts'
import { openDesk, type TestDesk } from '../../support/open-desk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

type Bytes = Uint8Array<ArrayBuffer>
const SMALL = new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures/small-export.xml')))
const bytesOf = (text: string): Bytes => new Uint8Array(Buffer.from(text, 'utf8'))
const EMPTY_DOCUMENT: PostDocument = {
  type: 'doc',
  content: [{ type: 'paragraph', attrs: { dir: null, source: null } }],
}

async function open(desk: TestDesk, bytes: Bytes, partBytes = 700) {
  const { archiveId } = await desk.mutate('archives', 'begin', { fileName: 'export.xml', sizeBytes: bytes.byteLength })
  for (let at = 0; at < bytes.byteLength; at += partBytes)
    await desk.mutate('archives', 'feed', { archiveId, bytes: bytes.slice(at, at + partBytes) })
  return desk.mutate('archives', 'finish', { archiveId })
}

async function contentsOf(desk: TestDesk, blogId: BlogId) {
  const posts = await desk.query('posts', 'list', { blogId })
  const whole = await Promise.all(posts.map(({ id }) => desk.query('posts', 'get', { postId: id })))
  const comments = await desk.query('comments', 'list', { blogId, postId: null })
  const names = new Map((await desk.query('blogs', 'terms', { blogId })).map(({ remoteId, name }) => [remoteId, name]))
  return {
    posts: whole
      .map(
        ({
          kind,
          title,
          document,
          excerpt,
          categoryIds,
          tags,
          authorName,
          publishedAt,
          link,
          remoteStatus,
          remoteId,
        }) => ({
          kind,
          title,
          document,
          excerpt,
          tags: tags.toSorted(),
          authorName,
          publishedAt,
          link,
          remoteStatus,
          remoteId,
          categories: categoryIds.map((id) => names.get(id)),
        }),
      )
      .toSorted((one, other) => (one.remoteId ?? 0) - (other.remoteId ?? 0)),
    comments: comments.map(({ authorName, contentHtml, createdAt, postTitle, parentId }) => ({
      authorName,
      contentHtml,
      createdAt,
      postTitle,
      isReply: parentId !== null,
    })),
    terms: [...names.values()].toSorted(),
  }
}

test('an export opens as a blog to be read, whatever parts it comes in', async () => {
  const desk = openDesk(temporaryFolder())
  const { blog, report } = await open(desk, SMALL, 97)
  expect(report).toEqual({ posts: 1, pages: 1, comments: 2, attachments: 1, leftOut: 2 })
  expect(blog).toMatchObject({
    kind: 'archive',
    name: 'Harbour & Hill',
    url: 'https://harbour.example',
    timeZone: 'UTC+07:00',
    isSignedIn: false,
  })
  const { posts, comments, terms } = await contentsOf(desk, blog.id)
  expect(
    posts.map(({ kind, title, authorName, categories, tags, remoteStatus, publishedAt }) => ({
      kind,
      title,
      authorName,
      categories,
      tags,
      remoteStatus,
      publishedAt,
    })),
  ).toEqual([
    {
      kind: 'page',
      title: 'About',
      authorName: 'Lan Nguyễn',
      categories: [],
      tags: [],
      remoteStatus: 'publish',
      publishedAt: '2026-01-01T00:00:00.000Z',
    },
    {
      kind: 'post',
      title: 'The bell & the pier',
      authorName: 'Lan Nguyễn',
      categories: ['Piers & jetties'],
      tags: ['ferry', 'new here'],
      remoteStatus: 'publish',
      publishedAt: '2026-05-03T14:02:07.000Z',
    },
  ])
  expect(comments.map(({ authorName, contentHtml, isReply }) => [authorName, contentHtml, isReply])).toEqual([
    ['Minh', '<p>Why twice?</p>\n<p>I counted three.</p>', false],
    ['Lan Nguyễn', '<p>Once for <em>luck</em>.</p>', true],
  ])
  expect(terms).toEqual(['Piers & jetties', 'Places', 'ferry', 'new here'])
})

test('the notes of a post come along, into its text and into a copy of it', async () => {
  const { desk, blogId } = await deskOnPracticeBlog()
  const { blog } = await open(desk, SMALL)
  const post = (await desk.query('posts', 'list', { blogId: blog.id })).find(({ title }) =>
    title.startsWith('The bell'),
  )
  const read = await desk.query('posts', 'get', { postId: post?.id ?? '' })
  expect(JSON.stringify(read.document)).toContain('luck')
  const draft = await desk.mutate('archives', 'copyPost', { postId: read.id, blogId })
  expect(JSON.stringify(draft.document)).toContain('luck')
})

test('no address of a reader comes out of an export', async () => {
  const folder = temporaryFolder()
  const desk = openDesk(folder)
  const { blog } = await open(desk, SMALL)
  const { fileId } = await desk.mutate('archives', 'exportBlog', { blogId: blog.id })
  const { bytes } = await desk.query('interchange', 'takeFile', { fileId })
  await desk.close()
  const stored = readFileSync(join(folder, 'desk.sqlite'), 'latin1') + Buffer.from(bytes as unknown as Bytes).toString()
  expect(stored).not.toMatch(/reader\.example|203\.0\.113|lan@harbour/)
})

test('what is exported and opened again is the same, and so is its export', async () => {
  const desk = openDesk(temporaryFolder())
  const exported = async (blogId: BlogId): Promise<Bytes> => {
    const { fileId } = await desk.mutate('archives', 'exportBlog', { blogId })
    return (await desk.query('interchange', 'takeFile', { fileId })).bytes as unknown as Bytes
  }
  const first = await open(desk, SMALL)
  const xml = await exported(first.blog.id)
  const second = await open(desk, xml, 5000)
  expect(second.report).toEqual({ ...first.report, leftOut: 0 })
  expect(await contentsOf(desk, second.blog.id)).toEqual(await contentsOf(desk, first.blog.id))
  const withoutTime = (bytes: Bytes): string =>
    Buffer.from(bytes)
      .toString('utf8')
      .replace(/<pubDate>.*<\/pubDate>/, '')
  expect(withoutTime(await exported(second.blog.id))).toBe(withoutTime(xml))
})

test('an export has what was called saved a moment ago', async () => {
  const { desk, blogId, clock } = await deskOnPracticeBlog()
  const postId = await newPost(desk, blogId, 'The ferry')
  await type(desk, postId, { blocks: [paragraph('It sank at noon.')] })
  clock.advance(300)
  expect(desk.events.filter(({ topic }) => topic === 'saved').length).toBeGreaterThan(1)
  const { fileId } = await desk.mutate('archives', 'exportBlog', { blogId })
  const { bytes } = await desk.query('interchange', 'takeFile', { fileId })
  expect(Buffer.from(bytes as unknown as Bytes).toString()).toContain('It sank at noon.')
  await desk.close()
})

test('a connected blog leaves with its posts, threads and own drafts, and opens again as an archive', async () => {
  const { desk, blogId } = await deskOnPracticeBlog({ contents: 'embassy' })
  await newPost(desk, blogId, 'Never sent ]]> & <kept>')
  const { fileId } = await desk.mutate('archives', 'exportBlog', { blogId })
  const { bytes, fileName } = await desk.query('interchange', 'takeFile', { fileId })
  expect(fileName).toMatch(/^The-Open-Gate-\d{4}-\d\d-\d\d\.xml$/)
  const { blog } = await open(desk, bytes as unknown as Bytes, 50_000)
  const [before, after] = [await contentsOf(desk, blogId), await contentsOf(desk, blog.id)]
  const titles = (contents: typeof before) => contents.posts.map(({ title }) => title).toSorted()
  expect(titles(after)).toEqual(titles(before))
  expect(titles(after)).toContain('Never sent ]]> & <kept>')
  expect(after.comments.map(({ contentHtml }) => contentHtml)).toEqual(
    before.comments.map(({ contentHtml }) => contentHtml),
  )
  expect(after.terms).toEqual(before.terms)
})

test('nothing of an archive changes, and no line leads to it', async () => {
  const desk = openDesk(temporaryFolder(), { fetch: () => Promise.reject(new Error('asked')) })
  const { blog } = await open(desk, SMALL)
  const [{ id: postId } = { id: '' }] = await desk.query('posts', 'list', { blogId: blog.id })
  const [{ id: commentId } = { id: '' }] = await desk.query('comments', 'list', { blogId: blog.id, postId: null })
  const refused = { data: { kind: 'not-allowed-now', why: 'an-archive' } }
  const edit = {
    postId,
    sequence: 1,
    title: 'x',
    document: EMPTY_DOCUMENT,
    excerpt: '',
    language: '',
    direction: 'ltr',
    categoryIds: [],
    tags: [],
    caret: null,
  } as const
  await expect(desk.mutate('posts', 'create', { blogId: blog.id })).rejects.toMatchObject(refused)
  await expect(desk.mutate('posts', 'edit', { ...edit, categoryIds: [], tags: [] })).rejects.toMatchObject(refused)
  await expect(desk.mutate('posts', 'publish', { postId, as: 'publish' })).rejects.toMatchObject(refused)
  await expect(desk.mutate('comments', 'reply', { commentId, text: 'x' })).rejects.toMatchObject(refused)
  await expect(desk.mutate('replyDrafts', 'keep', { commentId, text: 'x' })).rejects.toMatchObject(refused)
  const file = { blogId: blog.id, fileName: 'a.md', bytes: bytesOf('x') }
  await expect(desk.mutate('interchange', 'importFile', file)).rejects.toMatchObject(refused)
  const made = { blogId: blog.id, template: 'interview', commentIds: [] } as const
  await expect(desk.mutate('posts', 'createFrom', { ...made, commentIds: [] })).rejects.toMatchObject(refused)
  expect(await desk.query('line', 'list')).toEqual([])
  await desk.mutate('line', 'syncNow', { blogId: blog.id })
})

test('a post of an archive becomes a draft of a blog, without the numbers of another library', async () => {
  const { desk, blogId } = await deskOnPracticeBlog()
  const { blog } = await open(desk, SMALL)
  const post = (await desk.query('posts', 'list', { blogId: blog.id })).find(({ title }) =>
    title.startsWith('The bell'),
  )
  const draft = await desk.mutate('archives', 'copyPost', { postId: post?.id ?? '', blogId })
  expect(draft).toMatchObject({ state: 'draft', title: 'The bell & the pier', blogId, remoteId: null })
  expect(draft.tags.toSorted()).toEqual(['ferry', 'new here'])
  expect(JSON.stringify(draft.document)).not.toMatch(/wp-image-40|"id":40/)
  expect(JSON.stringify(draft.document)).toContain('acme/map')
})

const head = Buffer.from(SMALL).toString('utf8').split('<item>')[0] ?? ''
test.each([
  ['half of a file', Buffer.from(SMALL).toString('utf8').slice(0, 6000), 'cut-off'],
  ['a file cut between two posts', head, 'cut-off'],
  ['a page of HTML', '<!doctype html><html><body>Sign in</body></html>', 'swells'],
  [
    'another feed',
    '<rss version="2.0"><channel><title>x</title><item><title>y</title></item></channel></rss>',
    'not-an-export',
  ],
  ['a text', 'Dear colleague,', 'not-an-export'],
  ['nothing', '', 'not-an-export'],
  ['a newer export', head.replace('wxr_version>1.2', 'wxr_version>2.0') + '</channel></rss>', 'newer-export'],
  [
    'entities that swell',
    `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>`,
    'swells',
  ],
  ['tags without an end', head + '<item>'.repeat(5000), 'swells'],
])('%s is refused with a reason, and nothing of it stays', async (_what, text, why) => {
  const folder = temporaryFolder()
  const desk = openDesk(folder)
  await expect(open(desk, bytesOf(text))).rejects.toMatchObject({
    data: { kind: 'unreadable-file', fileName: 'export.xml', why },
  })
  expect(await desk.query('blogs', 'list')).toEqual([])
})

test('a cancelled one, and one that a kill cut off, leave nothing', async () => {
  const folder = temporaryFolder()
  const desk = openDesk(folder)
  const begun = await desk.mutate('archives', 'begin', { fileName: 'a.xml', sizeBytes: 1 })
  await desk.mutate('archives', 'feed', { archiveId: begun.archiveId, bytes: SMALL.slice(0, 7000) })
  await desk.mutate('archives', 'cancel', { archiveId: begun.archiveId })
  const again = await desk.mutate('archives', 'begin', { fileName: 'a.xml', sizeBytes: 1 })
  await desk.mutate('archives', 'feed', { archiveId: again.archiveId, bytes: SMALL.slice(0, 7000) })
  expect(await desk.query('blogs', 'list')).toEqual([])
  await desk.close()
  const later = openDesk(folder)
  expect(await later.query('blogs', 'list')).toEqual([])
  await expect(later.query('posts', 'list', { blogId: again.archiveId })).resolves.toEqual([])
})

test('an archive goes from this laptop with everything in it', async () => {
  const { desk, blogId } = await deskOnPracticeBlog({ contents: 'embassy' })
  const { blog } = await open(desk, SMALL)
  await desk.mutate('archives', 'remove', { blogId: blog.id })
  expect((await desk.query('blogs', 'list')).map(({ id }) => id)).toEqual([blogId])
  await expect(desk.mutate('archives', 'remove', { blogId })).rejects.toMatchObject({ data: { kind: 'no-such-item' } })
})

const themeData = process.env['ATTACHE_THEME_UNIT_TEST_DATA']
if (themeData === undefined)
  console.log('not run: WordPress’s theme test data as an archive: ATTACHE_THEME_UNIT_TEST_DATA names no file')
else
  test('WordPress’s theme test data opens, leaves and opens again the same', async () => {
    const desk = openDesk(temporaryFolder())
    const first = await open(desk, new Uint8Array(readFileSync(themeData)), 100_000)
    expect(first.report.posts).toBeGreaterThan(30)
    const { fileId } = await desk.mutate('archives', 'exportBlog', { blogId: first.blog.id })
    const { bytes } = await desk.query('interchange', 'takeFile', { fileId })
    const second = await open(desk, bytes as unknown as Bytes, 100_000)
    expect({ ...second.report, leftOut: 0 }).toEqual({ ...first.report, leftOut: 0 })
    expect(await contentsOf(desk, second.blog.id)).toEqual(await contentsOf(desk, first.blog.id))
  })
