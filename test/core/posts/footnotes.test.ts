import { expect, test } from 'vitest'
import type { BlockNode, FootnotesNode, PostDocument } from '../../../src/shared/content/document.ts'
import { readFootnotesMeta } from '../../../src/shared/content/footnotes-meta.ts'
import { sha256 } from '../../../src/main/core/content-hash.ts'
import { deskOnPracticeBlog, newPost, write } from '../../support/desk-on-practice-blog.ts'
import { choicesEverywhere } from '../../support/open-desk.ts'

const CONTENT = [
  '<!-- wp:paragraph -->\n<p>Word<sup data-fn="n1" class="fn"><a href="#n1" id="n1-link">1</a></sup></p>\n<!-- /wp:paragraph -->',
  '<!-- wp:footnotes /-->',
].join('\n\n')

const noted = (words: string): BlockNode[] => [
  {
    type: 'paragraph',
    attrs: { dir: null, source: null },
    content: [
      { type: 'text', text: 'Word' },
      { type: 'footnoteReference', attrs: { id: 'n1' } },
    ],
  },
  { type: 'footnotes', attrs: { meta: null, source: null }, content: [note('n1', words)] },
]
const note = (id: string, words: string) => ({
  type: 'footnote' as const,
  attrs: { id },
  content: [{ type: 'text' as const, text: words }],
})
const withNote = (document: PostDocument, words: string): BlockNode[] =>
  document.content.map((block) => (block.type === 'footnotes' ? { ...block, content: [note('n1', words)] } : block))
const notesIn = ({ content }: PostDocument): FootnotesNode | undefined =>
  content.find((block) => block.type === 'footnotes')

async function published(words: string, userName: 'editor' | 'author' = 'editor') {
  const on = await deskOnPracticeBlog({ userName })
  const postId = await newPost(on.desk, on.blogId, 'With a note', ...noted(words))
  const send = async () => {
    await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await on.syncUntilQuiet()
    on.clock.advance(60_000)
  }
  await send()
  const post = () => on.desk.query('posts', 'get', { postId })
  const { remoteId } = await post()
  if (remoteId === null) throw new Error('not published')
  const remote = () => on.as('administrator').getPost(remoteId)
  const pull = () => on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  return { ...on, postId, remoteId, send, post, remote, pull }
}

test('a note goes as WordPress’s own block and meta, in the request of its text, and the receipt covers both', async () => {
  const on = await published('A note & more.')
  const footnotes = '[{"content":"A note &amp; more.","id":"n1"}]'
  expect(await on.remote()).toMatchObject({ content: CONTENT, footnotes })
  const [revision, ...others] = await on.as('administrator').listRevisionsSince(on.remoteId, '0.0.')
  expect([revision, others]).toMatchObject([{ content: CONTENT, footnotes }, []])
  const [entry] = await on.desk.query('outbox', 'list', { blogId: on.blogId })
  expect(entry?.receipt?.contentHash).toBe(sha256(CONTENT + footnotes))
  expect(await on.visit((await on.remote()).link)).toContain('<li id="n1">A note &amp; more.')
  await on.desk.close()
})

test('a note that the blog writes its own way is what was sent', async () => {
  const on = await published('Cầu / Học', 'author')
  expect((await on.remote()).footnotes).toBe(String.raw`[{"id":"n1","content":"C\u1ea7u \/ H\u1ecdc"}]`)
  expect(await on.post()).toMatchObject({ state: 'published' })
  await on.desk.close()
})

test('the blog’s note is edited in the desk; only the meta goes, and one revision comes of it', async () => {
  const on = await published('A note.')
  const { document } = await on.post()
  expect(notesIn(document)?.content).toEqual([note('n1', 'A note.')])
  const before = await on.remote()
  await write(on.desk, on.postId, { blocks: withNote(document, 'Another note.') })
  expect(await on.post()).toMatchObject({ state: 'edited' })
  await on.send()
  expect(await on.remote()).toMatchObject({
    content: CONTENT,
    footnotes: '[{"content":"Another note.","id":"n1"}]',
  })
  expect(await on.as('administrator').listRevisionsSince(on.remoteId, before.revision)).toMatchObject([
    { content: CONTENT, footnotes: '[{"content":"Another note.","id":"n1"}]' },
  ])
  await on.desk.close()
})

test('notes that nobody touched keep their bytes while the text around them changes', async () => {
  const on = await published('A note.')
  const footnotes = '[ {"id":"n1","content":"By hand \\u00e9", "plugin": 7} ]'
  await on.as('administrator').updatePost(on.remoteId, { footnotes })
  await on.pull()
  await write(on.desk, on.postId, { title: 'Other title' })
  await on.send()
  expect(await on.remote()).toMatchObject({ title: 'Other title', content: CONTENT, footnotes })
  await on.desk.close()
})

test('a colleague’s other words in a note come into the person’s text by themselves', async () => {
  const on = await published('The ferry leaves at seven in the morning.')
  const { document } = await on.post()
  await write(on.desk, on.postId, { blocks: withNote(document, 'The boat leaves at seven in the morning.') })
  await on.as('administrator').updatePost(on.remoteId, {
    footnotes: '[{"content":"The ferry leaves at seven in the evening.","id":"n1"}]',
  })
  await on.pull()
  expect(await on.post()).toMatchObject({ state: 'edited' })
  expect(notesIn((await on.post()).document)?.content).toEqual([note('n1', 'The boat leaves at seven in the evening.')])
  await on.send()
  expect(readFootnotesMeta((await on.remote()).footnotes)).toEqual([
    { id: 'n1', html: 'The boat leaves at seven in the evening.' },
  ])
  await on.desk.close()
})

test('a note that two people changed at the same place is asked about, and both are in history', async () => {
  const on = await published('Page nine.')
  const { document } = await on.post()
  await write(on.desk, on.postId, { blocks: withNote(document, 'Page ten.') })
  await on.as('administrator').updatePost(on.remoteId, { footnotes: '[{"content":"Page two.","id":"n1"}]' })
  await on.pull()
  expect(await on.post()).toMatchObject({ state: 'changed-on-both' })
  const conflict = await on.desk.query('posts', 'conflict', { postId: on.postId })
  expect(conflict.items).toMatchObject([{ kind: 'footnote', mine: 'Page ten.', theirs: 'Page two.' }])
  const choices = await choicesEverywhere(on.desk, on.postId, 'both')
  await on.desk.mutate('posts', 'resolve', { postId: on.postId, choices })
  await on.send()
  expect((await on.remote()).footnotes).toBe('[{"content":"Page ten.<br>Page two.","id":"n1"}]')
  await on.desk.close()
})

test('a note between our look and our write is found among the revisions', async () => {
  const on = await published('A note.')
  await write(on.desk, on.postId, { blocks: withNote((await on.post()).document, 'A note, says the author.') })
  let hasSaved = false
  on.line.onRequest = async ({ isWrite, path }) => {
    if (!isWrite || path !== `/wp/v2/posts/${on.remoteId}` || hasSaved) return
    hasSaved = true
    const footnotes = '[{"content":"A short note.","id":"n1"}]'
    await on.as('administrator').updatePost(on.remoteId, { footnotes })
  }
  await on.send()
  expect(readFootnotesMeta((await on.remote()).footnotes)).toEqual([{ id: 'n1', html: 'A note, says the author.' }])
  expect(notesIn((await on.post()).document)?.content).toEqual([note('n1', 'A short note, says the author.')])
  await on.desk.close()
})

test('a deleted note is deleted on the blog', async () => {
  const on = await published('A confidential note.')
  const { document } = await on.post()
  const [first] = document.content
  await write(on.desk, on.postId, {
    blocks: [{ ...first, content: [{ type: 'text', text: 'Word' }] } as BlockNode],
  })
  await on.send()
  const { content, footnotes } = await on.remote()
  expect(content + String(footnotes)).not.toMatch(/confidential|data-fn|wp:footnotes/)
  await on.desk.close()
})

test('the source view keeps the notes beside the text', async () => {
  const on = await published('A note.')
  const { markup } = await on.desk.query('posts', 'source', { postId: on.postId })
  expect(markup).toBe(CONTENT)
  const document = await on.desk.mutate('posts', 'readSource', { postId: on.postId, markup: `${CONTENT}\n\nmore` })
  expect(notesIn(document)?.content).toEqual([note('n1', 'A note.')])
  await on.desk.close()
})

test('a note is found by its words', async () => {
  const on = await published('Kampala protocol.')
  const found = await on.desk.query('search', 'find', { text: 'Kampala', filters: {} })
  expect(JSON.stringify(found)).toContain(on.postId)
  await on.desk.close()
})

test('notes that once went as a list are the blog’s own after they were made real, and nothing else differs', async () => {
  const { desk, blogId, rest, as, syncUntilQuiet } = await deskOnPracticeBlog()
  const [paragraph = ''] = CONTENT.split('\n\n')
  const list =
    '<!-- wp:list {"ordered":true,"className":"footnotes"} -->\n<ol class="wp-block-list footnotes"><!-- wp:list-item -->\n<li id="n1">A <em>note</em>. <a href="#n1-link" class="footnote-back">↩︎</a></li>\n<!-- /wp:list-item --></ol>\n<!-- /wp:list -->'
  await rest('POST', 'posts', { title: 'Old', status: 'publish', content: `${paragraph}\n\n${list}` })
  await desk.mutate('line', 'syncNow', { blogId })
  const [{ id: postId } = { id: '' }] = await desk.query('posts', 'list', { blogId })
  const { document, keepsFootnotes, remoteId } = await desk.query('posts', 'get', { postId })
  expect(keepsFootnotes).toBe(true)
  const blocks = document.content.map((block) =>
    block.type === 'footnotes' ? { ...block, attrs: { ...block.attrs, source: null } } : block,
  )
  await write(desk, postId as never, { blocks })
  await desk.mutate('posts', 'publish', { postId, as: 'publish' })
  await syncUntilQuiet()
  expect(await as('administrator').getPost(remoteId ?? (0 as never))).toMatchObject({
    content: CONTENT,
    footnotes: '[{"content":"A <em>note</em>.","id":"n1"}]',
  })
  await desk.close()
})
