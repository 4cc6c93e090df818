import { expect, test } from 'vitest'
import type { PostId, RemotePostId } from '../../../src/shared/domain/ids.ts'
import { codeOf } from '../../../src/main/core/blogs/offered-languages.ts'
import { deskOnPracticeBlog, newPost, paragraph, write } from '../../support/desk-on-practice-blog.ts'

const LANGUAGES = [
  { slug: 'en', locale: 'en_GB' },
  { slug: 'fr', locale: 'fr_FR' },
  { slug: 'ar', locale: 'ar' },
]

/** An English post that is public on a blog with languages, and its French draft here. */
async function begun(languages: typeof LANGUAGES = LANGUAGES) {
  const on = await deskOnPracticeBlog({ languages })
  const postId = await newPost(on.desk, on.blogId, 'The ferry', paragraph('It leaves at six.'))
  await write(on.desk, postId, { language: 'en' })
  const send = async (id: PostId) => {
    await on.desk.mutate('posts', 'publish', { postId: id, as: 'publish' })
    await on.syncUntilQuiet()
    // What the blog links with posts is asked once an hour.
    on.clock.advance(3_600_000)
    await on.syncUntilQuiet()
  }
  await send(postId)
  const frenchId = await on.desk.mutate('pairs', 'begin', { postId, language: 'fr' })
  await write(on.desk, frenchId, { title: 'Le bac', blocks: [paragraph('Il part à six heures.')] })
  const remoteIdOf = async (id: PostId) =>
    (await on.desk.query('posts', 'get', { postId: id })).remoteId as RemotePostId
  const there = async (id: PostId) => (await on.as('administrator').getPost(await remoteIdOf(id))).inLanguages
  const pairsOf = (id: PostId) => on.desk.query('pairs', 'find', { postId: id })
  return { ...on, postId, frenchId, send, remoteIdOf, there, pairsOf }
}

test('the second of two languages is linked with the first when it goes out, and the blog tells it of both', async () => {
  const on = await begun()
  expect(await on.pairsOf(on.frenchId)).toMatchObject({ onBlog: { state: 'waits', posts: [{ postId: on.postId }] } })
  expect(await on.there(on.postId), 'nothing goes unasked').toEqual({
    code: 'en',
    posts: { en: await on.remoteIdOf(on.postId) },
  })
  await on.send(on.frenchId)
  const posts = { en: await on.remoteIdOf(on.postId), fr: await on.remoteIdOf(on.frenchId) }
  expect(await on.there(on.postId)).toEqual({ code: 'en', posts })
  expect(await on.there(on.frenchId)).toEqual({ code: 'fr', posts })
  expect((await on.pairsOf(on.postId)).onBlog).toEqual({ state: 'linked' })
  expect((await on.pairsOf(on.frenchId)).onBlog).toEqual({ state: 'linked' })
  await on.desk.close()
})

test('a third language joins the two, and takes no link away', async () => {
  const on = await begun()
  const arabicId = await on.desk.mutate('pairs', 'begin', { postId: on.postId, language: 'ar' })
  await write(on.desk, arabicId, { title: 'العبّارة', blocks: [paragraph('تغادر في السادسة.')] })
  await on.send(on.frenchId)
  await on.send(arabicId)
  const [en, fr, ar] = await Promise.all([on.postId, on.frenchId, arabicId].map(on.remoteIdOf))
  for (const id of [on.postId, on.frenchId, arabicId]) expect((await on.there(id))?.posts).toEqual({ ar, en, fr })
  await on.desk.close()
})

test('answers that are lost link the two once, and one that is sent again says nothing of it', async () => {
  const on = await begun()
  on.line.fateOf = ({ isWrite }, index) => (isWrite && index % 2 === 0 ? 'lost-after' : 'ok')
  await on.send(on.frenchId)
  const posts = { en: await on.remoteIdOf(on.postId), fr: await on.remoteIdOf(on.frenchId) }
  expect(await on.there(on.frenchId)).toEqual({ code: 'fr', posts })
  on.line.fateOf = () => 'ok'
  await write(on.desk, on.frenchId, { blocks: [paragraph('Il part à sept heures.')] })
  await on.send(on.frenchId)
  expect(await on.there(on.postId)).toEqual({ code: 'en', posts })
  await on.desk.close()
})

test('a link that somebody made on the blog is never taken away', async () => {
  const on = await begun()
  const rest = on.as('administrator')
  const made = await rest.createDraft({ slug: 'theirs', title: 'Le bac des autres' })
  const en = await on.remoteIdOf(on.postId)
  const theirs = { code: 'fr', posts: { en, fr: made.remoteId } }
  on.clock.advance(1_000)
  await on.desk.mutate('posts', 'publish', { postId: on.frenchId, as: 'publish' })
  await rest.updatePost(made.remoteId, { inLanguages: theirs })
  await on.syncUntilQuiet()
  expect(await on.there(on.postId)).toEqual({ code: 'en', posts: theirs.posts })
  expect(await on.there(on.frenchId)).toMatchObject({ code: 'fr', posts: { fr: await on.remoteIdOf(on.frenchId) } })
  await on.desk.close()
})

test('what was linked on the blog is offered as two that say the same, and not again once it was untied', async () => {
  const on = await begun()
  const rest = on.as('administrator')
  const en = await on.remoteIdOf(on.postId)
  const made = await rest.createDraft({ slug: 'le-bac', title: 'Le bac' })
  await rest.updatePost(made.remoteId, { inLanguages: { code: 'fr', posts: { en, fr: made.remoteId } } })
  await on.syncUntilQuiet()
  const post = (await on.desk.query('posts', 'list', { blogId: on.blogId })).find(
    ({ remoteStatus, title }) => title === 'Le bac' && remoteStatus === 'draft',
  )
  const frenchId = post?.id as PostId
  const { saidByBlog } = await on.pairsOf(frenchId)
  expect(saidByBlog).toMatchObject({ post: { title: 'The ferry' }, sourceId: on.postId, translationId: frenchId })
  await on.desk.mutate('pairs', 'tie', { postId: frenchId, sourceId: on.postId })
  expect(await on.pairsOf(frenchId)).toMatchObject({ saidByBlog: null, onBlog: { state: 'linked' } })
  await on.desk.mutate('pairs', 'untie', { postId: frenchId })
  expect(await on.pairsOf(frenchId)).toMatchObject({ saidByBlog: null, onBlog: null })
  await on.desk.close()
})

test('a blog that links no posts is told nothing, and neither is one without the language', async () => {
  const closed = await begun([])
  expect((await closed.pairsOf(closed.frenchId)).onBlog).toEqual({ state: 'closed' })
  await closed.send(closed.frenchId)
  expect(await closed.there(closed.frenchId)).toBeUndefined()
  await closed.desk.close()
  const without = await begun(LANGUAGES.filter(({ slug }) => slug !== 'fr'))
  expect((await without.pairsOf(without.frenchId)).onBlog).toEqual({ state: 'no-language' })
  await without.send(without.frenchId)
  expect((await without.there(without.postId))?.posts).toEqual({ en: await without.remoteIdOf(without.postId) })
  await without.desk.close()
})

test('a public post that has no language there is given it with its next sending, and one that has keeps it', async () => {
  const on = await begun()
  const rest = on.as('administrator')
  await on.send(on.frenchId)
  await write(on.desk, on.frenchId, { language: 'ar', blocks: [paragraph('Il part à huit heures.')] })
  await on.send(on.frenchId)
  expect(await on.there(on.frenchId)).toMatchObject({ code: 'fr' })
  expect((await rest.getPost(await on.remoteIdOf(on.postId))).inLanguages?.posts).toHaveProperty('fr')
  await on.desk.close()
})

test('a language is the one that the blog has by that name, or its only one of that kind', () => {
  const offered = [
    { code: 'en', tag: 'en-GB' },
    { code: 'pt', tag: 'pt-PT' },
    { code: 'br', tag: 'pt-BR' },
  ]
  expect(['en', 'en-US', 'pt-br', 'pt-AO', 'pt', 'fr', ''].map((tag) => codeOf(offered, tag))).toEqual([
    'en',
    'en',
    'br',
    null,
    'pt',
    null,
    null,
  ])
})
