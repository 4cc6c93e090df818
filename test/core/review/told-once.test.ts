import { expect, test } from 'vitest'
import type { RemoteCommentId, RemotePostId } from '../../../src/shared/domain/ids.ts'
import { syncUntilQuiet } from '../../support/desk-on-practice-blog.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { ask, conclude, theOnly, twoAccounts } from './two-accounts.ts'

async function asked() {
  const on = await twoAccounts()
  await ask(on.desk, on.postId)
  await on.annSends()
  await on.maiSends()
  const postRemoteId = (await on.remoteId()) as RemotePostId
  const onBlog = async () =>
    (await on.as('editor').listNotes({ postIds: [postRemoteId], pageNumber: 1 })).items.toReversed()
  return { ...on, postRemoteId, onBlog }
}

/** The first note arrives, and its answer does not. Returns of how many answers that was so. */
async function sendLosingFirstAnswer(on: Awaited<ReturnType<typeof twoAccounts>>): Promise<number> {
  let lost = 0
  on.line.fateOf = ({ method, path }) => {
    if (method !== 'POST' || !path.includes('/comments') || lost > 0) return 'ok'
    lost += 1
    return 'lost-after'
  }
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  return lost
}

test('what was asked stands as a note nowhere while the answer to it is lost', async () => {
  const on = await twoAccounts()
  await ask(on.desk, on.postId)
  const lost = await sendLosingFirstAnswer(on)
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  expect(lost).toBe(1)
  expect((await theOnly(on.desk)).notes).toEqual([])
  await on.annSends()
  await on.maiSends()
  expect((await theOnly(on.desk)).notes).toEqual([])
  expect((await theOnly(on.mai.desk)).notes).toEqual([])
  await on.close()
})

test('what was asked is not asked again where the answer to its note was lost and somebody settled it meanwhile', async () => {
  const on = await twoAccounts()
  await ask(on.desk, on.postId)
  expect(await sendLosingFirstAnswer(on)).toBe(1)
  const postRemoteId = (await on.remoteId()) as RemotePostId
  const onBlog = async () => (await on.as('editor').listNotes({ postIds: [postRemoteId], pageNumber: 1 })).items
  const [note] = await onBlog()
  await on.as('editor').setNoteResolved(note?.remoteId as RemoteCommentId, true)
  on.line.fateOf = () => 'ok'
  await on.annSends()
  await on.maiSends()
  expect((await onBlog()).map(({ remoteId }) => remoteId)).toEqual([note?.remoteId])
  for (const desk of [on.desk, on.mai.desk]) expect((await theOnly(desk)).notes).toEqual([])
  await on.close()
})

test('another laptop of the author waits for the letter that says what the notes are', async () => {
  const on = await asked()
  const second = on.openOther(temporaryFolder())
  const blogId = await on.signIn(second)
  await second.mutate('line', 'syncNow', { blogId })
  await second.mutate('reviews', 'look')
  await second.mutate('line', 'syncNow', { blogId })
  await on.desk.mutate('reviews', 'withdraw', { reviewId: (await theOnly(on.desk)).id, name: 'Ann' })
  on.line.fateOf = ({ method, path }) => (method === 'POST' && path.includes('autosaves') ? 'lost-before' : 'ok')
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  await second.mutate('line', 'syncNow', { blogId })
  on.line.fateOf = () => 'ok'
  await on.annSends()
  await syncUntilQuiet(second, blogId, on.clock)
  expect(await theOnly(second)).toMatchObject({ state: 'withdrawn', notes: [] })
  await second.close()
  await on.close()
})

test('what the line delivered twice is one note on every desk', async () => {
  const on = await asked()
  const { id } = await theOnly(on.mai.desk)
  await on.mai.desk.mutate('reviews', 'addNote', { reviewId: id, anchor: null, words: 'Who says so?', name: 'Mai' })
  await conclude(on.mai.desk, 'send-back', 'Nearly.')
  await on.maiSends()
  const sent = (await on.onBlog()).filter(({ parentRemoteId }) => parentRemoteId === null)
  for (const { content, userAgent } of sent.slice(1))
    await on.as('editor').createNote({
      postRemoteId: on.postRemoteId,
      parentRemoteId: null,
      text: content,
      verdict: null,
      token: /desk-[0-9a-f]+/.exec(userAgent ?? '')?.[0] ?? '',
    })
  await on.annSends()
  await on.maiSends()
  for (const desk of [on.desk, on.mai.desk])
    expect((await theOnly(desk)).notes.map(({ words }) => words)).toEqual(['Who says so?'])
  await on.close()
})

test('what one desk told no other tells again, also after somebody settled it', async () => {
  const on = await asked()
  const { id } = await theOnly(on.mai.desk)
  await on.mai.desk.mutate('reviews', 'send', { reviewId: id })
  await on.maiSends()
  const [told] = await on.onBlog()
  await on.as('editor').setNoteResolved(told?.remoteId ?? (0 as RemoteCommentId), true)
  await on.mai.desk.mutate('reviews', 'addNote', { reviewId: id, anchor: null, words: 'Who says so?', name: 'Mai' })
  await on.mai.desk.mutate('reviews', 'send', { reviewId: id })
  await on.maiSends()
  expect((await on.onBlog()).map(({ content }) => content)).toEqual([
    expect.stringContaining('Is the hour right?'),
    'Mai: Who says so?',
  ])
  await on.close()
})

test('a decision whose note a colleague corrected on the blog stands there once, under the colleague’s words', async () => {
  const on = await asked()
  const { id } = await theOnly(on.mai.desk)
  await conclude(on.mai.desk, 'send-back', 'Nearly.')
  await on.maiSends()
  const decided = (await on.onBlog()).find(({ content }) => content.includes('Nearly.'))
  const corrected = 'About the whole post: almost there.'
  await on.rest('POST', `comments/${decided?.remoteId}`, { content: corrected })
  await on.mai.desk.mutate('reviews', 'addNote', { reviewId: id, anchor: null, words: 'Who says so?', name: 'Mai' })
  await on.mai.desk.mutate('reviews', 'send', { reviewId: id })
  await on.maiSends()
  const roots = (await on.onBlog()).filter(({ parentRemoteId }) => parentRemoteId === null)
  expect(roots.map(({ content }) => content)).toEqual([
    expect.stringContaining('Is the hour right?'),
    corrected,
    'Mai: Who says so?',
  ])
  await on.close()
})

test('a decision of the next round in the words of a corrected one is told all the same', async () => {
  const on = await asked()
  await conclude(on.mai.desk, 'send-back', 'Nearly.')
  await on.maiSends()
  const decided = (await on.onBlog()).find(({ content }) => content.includes('Nearly.'))
  await on.rest('POST', `comments/${decided?.remoteId}`, { content: 'Almost there.' })
  await on.annSends()
  await ask(on.desk, on.postId, { lookAt: 'Again.' })
  await on.annSends()
  await on.maiSends()
  await conclude(on.mai.desk, 'send-back', 'Nearly.')
  await on.maiSends()
  expect((await on.onBlog()).filter(({ content }) => content.includes('Nearly.'))).toHaveLength(1)
  await on.close()
})
