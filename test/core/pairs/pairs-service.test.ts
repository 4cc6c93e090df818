import { expect, test } from 'vitest'
import { tiedState } from '../../../src/shared/content/pairs/tie.ts'
import type { PostId } from '../../../src/shared/domain/ids.ts'
import { deskOnPracticeBlog, newPost, paragraph, write } from '../../support/desk-on-practice-blog.ts'

const FERRY = ['It leaves at six.', 'Take bread with you.']

async function begun() {
  const on = await deskOnPracticeBlog()
  const postId = await newPost(on.desk, on.blogId, 'The ferry', ...FERRY.map(paragraph))
  const arabicId = await on.desk.mutate('pairs', 'begin', { postId, language: 'ar' })
  const states = async () => {
    const { source } = await on.desk.query('pairs', 'find', { postId: arabicId })
    return source?.tie.map(tiedState)
  }
  const say = (id: PostId, ...texts: string[]) => write(on.desk, id, { blocks: texts.map(paragraph) })
  return { ...on, postId, arabicId, states, say }
}

test('a post begins in another language beside its source, with its text to be written over', async () => {
  const on = await begun()
  expect(await on.desk.query('posts', 'get', { postId: on.arabicId })).toMatchObject({
    title: 'The ferry',
    language: 'ar',
    direction: 'rtl',
    tags: [],
  })
  expect(await on.states()).toEqual(['new', 'new'])
  expect(await on.desk.query('pairs', 'find', { postId: on.postId })).toMatchObject({
    source: null,
    translations: [{ postId: on.arabicId, language: 'ar', openCount: 2 }],
  })
  await on.desk.close()
})

test('what the source says otherwise since is marked until somebody looked', async () => {
  const on = await begun()
  await on.say(on.arabicId, 'يغادر في السادسة.', FERRY[1] ?? '')
  await on.say(on.arabicId, 'يغادر في السادسة.', 'خذوا معكم خبزًا.')
  expect(await on.states()).toEqual(['said', 'said'])
  await on.say(on.postId, 'It leaves at seven.', FERRY[1] ?? '')
  expect(await on.states()).toEqual(['changed', 'said'])

  const agreed = { postId: on.arabicId, at: 0 }
  await on.desk.mutate('pairs', 'agree', { ...agreed, source: 'It leaves at six.' })
  expect(await on.states(), 'somebody looked at other words').toEqual(['changed', 'said'])
  await on.desk.mutate('pairs', 'agree', { ...agreed, source: 'It leaves at seven.' })
  expect(await on.states()).toEqual(['said', 'said'])
  await on.desk.close()
})

test('what came from the blog into either text is followed when somebody looks', async () => {
  const on = await begun()
  await on.say(on.arabicId, 'يغادر في السادسة.', 'خذوا معكم خبزًا.')
  await on.desk.mutate('posts', 'publish', { postId: on.postId, as: 'publish' })
  await on.syncUntilQuiet()
  const { remoteId } = await on.desk.query('posts', 'get', { postId: on.postId })
  const colleague = on.as('administrator')
  const { content } = await colleague.getPost(remoteId as never)
  on.clock.advance(60_000)
  await colleague.updatePost(remoteId as never, { content: content.replace('at six', 'at eight') })
  await on.syncUntilQuiet()
  expect(await on.states()).toEqual(['changed', 'said'])
  await on.desk.close()
})

test('a translation is of one source, which is no translation, and both stay when the tie ends', async () => {
  const on = await begun()
  const refused = { kind: 'conflict', code: 'translation-of-translation' }
  const other = await newPost(on.desk, on.blogId, 'Another')
  await expect(on.desk.mutate('pairs', 'begin', { postId: on.arabicId, language: 'fr' })).rejects.toMatchObject({
    data: refused,
  })
  for (const [postId, sourceId] of [
    [other, on.arabicId],
    [on.postId, other],
    [other, other],
  ] as const)
    await expect(on.desk.mutate('pairs', 'tie', { postId, sourceId })).rejects.toMatchObject({ data: refused })
  await on.desk.mutate('pairs', 'tie', { postId: other, sourceId: on.postId })
  await on.say(on.arabicId, 'يغادر في السادسة.', FERRY[1] ?? '')
  await on.desk.mutate('pairs', 'untie', { postId: on.arabicId })
  const { translations } = await on.desk.query('pairs', 'find', { postId: on.postId })
  expect(translations.map(({ postId }) => postId)).toEqual([other])
  expect(await on.desk.query('posts', 'get', { postId: on.arabicId })).toMatchObject({ title: 'The ferry' })
  await on.desk.mutate('pairs', 'tie', { postId: on.arabicId, sourceId: on.postId })
  expect(await on.states(), 'what was said before').toEqual(['said', 'new'])
  await on.desk.close()
})
