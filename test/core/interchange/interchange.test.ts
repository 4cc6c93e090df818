import { expect, test } from 'vitest'
import { openZip } from '../../../src/main/core/interchange/read-zip.ts'
import { writeZip } from '../../../src/main/core/interchange/write-zip.ts'
import type { PostId } from '../../../src/shared/domain/ids.ts'
import { deskOnPracticeBlog, newPost, paragraph, write } from '../../support/desk-on-practice-blog.ts'
import { ferry, pictureOf } from '../../support/pictures.ts'
import { wordFile } from '../../support/word-file.ts'

type Bytes = Uint8Array<ArrayBuffer>

const LIMITS = { parts: 100, partBytes: 1e7, wholeBytes: 1e7, ratio: 100 }
const textOf = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString('utf8')
const file = (fileName: string, content: string) => ({ fileName, bytes: new Uint8Array(Buffer.from(content, 'utf8')) })

async function deskWithFerry() {
  const on = await deskOnPracticeBlog()
  const picture = await on.desk.mutate('media', 'add', ferry)
  const postId = await newPost(
    on.desk,
    on.blogId,
    'Across the river',
    paragraph('A ferry & a bell.'),
    pictureOf(picture.id),
  )
  await write(on.desk, postId, { tags: ['river'], language: 'vi', excerpt: 'Short.' })
  const saved = async (to: 'markdown' | 'html' | 'word') => {
    const { fileId } = await on.desk.mutate('interchange', 'exportPost', { postId, to })
    const { fileName, bytes } = await on.desk.query('interchange', 'takeFile', { fileId })
    return { fileName, bytes: bytes as unknown as Bytes }
  }
  return { ...on, picture, postId, saved }
}

test('a post with a picture leaves as a zip of its Markdown and the picture, and comes back the same', async () => {
  const { desk, blogId, picture, saved } = await deskWithFerry()
  const { fileName, bytes } = await saved('markdown')
  expect(fileName).toBe('Across-the-river-2026-11-21.zip')
  const zip = openZip(bytes, LIMITS)
  const pictureName = `pictures/${picture.id.slice(0, 12)}.gif`
  expect(zip.names()).toEqual(['Across-the-river.md', pictureName])
  expect(textOf(zip.read('Across-the-river.md'))).toContain(`A ferry & a bell.\n\n![A ferry](${pictureName})`)

  const { postId, report } = await desk.mutate('interchange', 'importFile', { blogId, fileName, bytes })
  const post = await desk.query('posts', 'get', { postId })
  expect(post).toMatchObject({
    title: 'Across the river',
    tags: ['river'],
    language: 'vi',
    excerpt: 'Short.',
    state: 'draft',
  })
  expect(post.document.content[1]).toMatchObject({ type: 'picture', attrs: { mediaId: picture.id, alt: 'A ferry' } })
  expect(report).toEqual({ taken: [{ what: 'pictures', count: 1 }], left: [], comments: [] })
})

test('a page of HTML stands by itself, with its pictures inside and no way to fetch anything', async () => {
  const { saved } = await deskWithFerry()
  const { fileName, bytes } = await saved('html')
  const html = textOf(bytes)
  expect(fileName).toBe('Across-the-river-2026-11-21.html')
  expect(html).toContain('<html lang="vi" dir="ltr">')
  expect(html).toContain('<img src="data:image/gif;base64,')
  expect(html).not.toMatch(/src="(?!data:)|<script|<link/)
})

test('a page of HTML comes back with its pictures', async () => {
  const { desk, blogId, picture, saved } = await deskWithFerry()
  const { fileName, bytes } = await saved('html')
  const { postId } = await desk.mutate('interchange', 'importFile', { blogId, fileName, bytes })
  const { title, document } = await desk.query('posts', 'get', { postId })
  expect(title).toBe('Across the river')
  expect(document.content.at(-1)).toMatchObject({ type: 'picture', attrs: { mediaId: picture.id } })
})

test('a Word file comes back with its words and its picture', async () => {
  const { desk, blogId, picture, saved } = await deskWithFerry()
  const { fileName, bytes } = await saved('word')
  expect(fileName).toBe('Across-the-river-2026-11-21.docx')
  const { postId } = await desk.mutate('interchange', 'importFile', { blogId, fileName, bytes })
  const post = await desk.query('posts', 'get', { postId })
  expect(post.title).toBe('Across the river')
  expect(post.document.content.find(({ type }) => type === 'picture')).toMatchObject({
    attrs: { mediaId: picture.id, alt: 'A ferry' },
  })
})

test('of a Word file it is said what came over, what was left, and what stands in the margin', async () => {
  const { desk, blogId } = await deskOnPracticeBlog()
  const bytes = wordFile({
    body:
      '<w:p><w:r><w:t>Kept </w:t></w:r><w:ins w:id="1" w:author="Lan"><w:r><w:t>put in</w:t></w:r></w:ins>' +
      '<w:del w:id="2" w:author="Lan"><w:r><w:delText>taken out</w:delText></w:r></w:del></w:p>',
    comments:
      '<w:comment w:id="0" w:author="Minh"><w:p><w:r><w:t>Is this</w:t></w:r></w:p><w:p><w:r><w:t>so?</w:t></w:r></w:p></w:comment>',
  })
  const { postId, report } = await desk.mutate('interchange', 'importFile', { blogId, fileName: 'a.docx', bytes })
  expect((await desk.query('posts', 'get', { postId })).document.content).toMatchObject([
    { content: [{ text: 'Kept put in' }] },
  ])
  expect(report).toEqual({
    taken: [{ what: 'insertions', count: 1 }],
    left: [
      { what: 'deletions', count: 1 },
      { what: 'comments', count: 1 },
    ],
    comments: [{ author: 'Minh', text: 'Is this\nso?' }],
  })
})

test.each([
  ['a damaged file', 'a.docx', new Uint8Array([1, 2, 3]), 'damaged'],
  ['a cut-off one', 'a.docx', wordFile({ body: '<w:p/>' }).slice(0, 200), 'damaged'],
  ['an old or locked one', 'a.docx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), 'old-word'],
  [
    'one that declares things of its own',
    'a.docx',
    wordFile({ body: '&boom;', doctype: '<!DOCTYPE w [<!ENTITY boom "boom">]>' }),
    'swells',
  ],
  ['one nested without end', 'a.docx', wordFile({ body: '<w:x>'.repeat(5000) }), 'swells'],
  ['one that swells', 'a.docx', wordFile({ body: ' '.repeat(30_000_000) }), 'swells'],
  ['another kind of file', 'a.pdf', new Uint8Array([1]), 'unknown-type'],
  [
    'a zip of two texts',
    'a.zip',
    writeZip([file('a.md', 'a'), file('b.md', 'b')].map(({ fileName, bytes }) => ({ name: fileName, bytes }))),
    'unknown-type',
  ],
  ['HTML of a million tags', 'a.html', new Uint8Array(Buffer.from('<b>'.repeat(700_000))), 'too-large'],
])('%s is refused with a reason, and nothing of it stays', async (_what, fileName, bytes, why) => {
  const { desk, blogId } = await deskOnPracticeBlog()
  await expect(desk.mutate('interchange', 'importFile', { blogId, fileName, bytes })).rejects.toMatchObject({
    data: { kind: 'unreadable-file', fileName, why },
  })
  expect(await desk.query('posts', 'list', { blogId })).toEqual([])
})

test('Markdown names what this blog does not have, and pictures that did not come with it', async () => {
  const { desk, blogId } = await deskOnPracticeBlog()
  const text = '---\ntitle: Doors\ncategories: [Nowhere]\n---\n![a](a.png)\n\n![b](https://a.example/b.png)'
  const { postId, report } = await desk.mutate('interchange', 'importFile', { blogId, ...file('doors.md', text) })
  expect(report.left).toEqual([
    { what: 'pictures-missing', count: 1 },
    { what: 'pictures-elsewhere', count: 1 },
    { what: 'categories-unknown', count: 1 },
  ])
  expect((await desk.query('posts', 'get', { postId })).title).toBe('Doors')
})

test('a file is handed out until newer ones took its place', async () => {
  const { desk, postId } = await deskWithFerry()
  const prepared = (id: PostId) => desk.mutate('interchange', 'exportPost', { postId: id, to: 'html' })
  const first = await prepared(postId)
  for (let index = 0; index < 3; index += 1) await prepared(postId)
  await expect(desk.query('interchange', 'takeFile', { fileId: first.fileId })).rejects.toMatchObject({
    data: { kind: 'no-such-item', what: 'file' },
  })
})
