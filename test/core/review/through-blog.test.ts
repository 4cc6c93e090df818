import { describe, expect, test } from 'vitest'
import type { BlogId, PostId } from '../../../src/shared/domain/ids.ts'
import { deskOnPracticeBlog, newPost, paragraph, syncUntilQuiet, write } from '../../support/desk-on-practice-blog.ts'
import type { TestDesk } from '../../support/open-desk.ts'
import { cameraJpeg } from '../../support/camera-pictures.ts'
import { pictureOf } from '../../support/pictures.ts'
import { FERRY, paragraphsOf, withParagraphs } from './reviewing.ts'

/** Ann, who writes, and Mai, who edits, each with a desk and an account of her own on one blog. */
async function twoAccounts(options: Parameters<typeof deskOnPracticeBlog>[0] = {}) {
  const on = await deskOnPracticeBlog({ userName: 'author', ...options })
  const mai = await on.openAs('editor')
  const postId = await newPost(on.desk, on.blogId, 'The ferry at Can Tho', ...FERRY.map(paragraph))
  const send = (desk: TestDesk, blogId: BlogId) => syncUntilQuiet(desk, blogId, on.clock)
  return {
    ...on,
    mai,
    postId,
    annSends: () => send(on.desk, on.blogId),
    maiSends: () => send(mai.desk, mai.blogId),
    remoteId: async () => (await on.desk.query('posts', 'get', { postId })).remoteId ?? 0,
    async close() {
      await mai.desk.close()
      await on.desk.close()
    },
  }
}

const ask = (desk: TestDesk, postId: PostId, more: { lookAt?: string } = {}) =>
  desk.mutate('reviews', 'ask', {
    postId,
    of: 'Mai',
    by: '2026-12-01',
    lookAt: 'Is the hour right?',
    through: 'blog',
    name: 'Ann',
    ...more,
  })

const theOnly = async (desk: TestDesk) => {
  const queue = await desk.query('reviews', 'queue')
  expect(queue).toHaveLength(1)
  return await desk.query('reviews', 'get', { reviewId: queue[0]?.id ?? '' })
}
const propose = async (desk: TestDesk, ...texts: string[]) => {
  const { id, given } = await theOnly(desk)
  return desk.mutate('reviews', 'propose', { reviewId: id, words: withParagraphs(given, ...texts), name: 'Mai' })
}
const conclude = async (desk: TestDesk, decision: 'approve' | 'approve-with-changes' | 'send-back', words = '') =>
  desk.mutate('reviews', 'conclude', { reviewId: (await theOnly(desk)).id, decision, words, name: 'Mai' })

describe('a review through the blog', () => {
  test('is asked, sent back, answered, asked again and approved; what goes live is what was sealed', async () => {
    const on = await twoAccounts()
    await ask(on.desk, on.postId)
    await on.annSends()
    await on.maiSends()
    expect(await theOnly(on.mai.desk)).toMatchObject({
      postId: null,
      isThroughBlog: true,
      state: 'asked',
      askedBy: 'Ann',
      request: { of: 'Mai', by: '2026-12-01', lookAt: 'Is the hour right?' },
      title: 'The ferry at Can Tho',
    })
    expect(paragraphsOf((await theOnly(on.mai.desk)).given)).toEqual(FERRY)

    await propose(on.mai.desk, 'It leaves at seven.', 'Nobody has seen it wait.', 'Take bread and tea.')
    const { id } = await theOnly(on.mai.desk)
    await on.mai.desk.mutate('reviews', 'addNote', { reviewId: id, anchor: null, words: 'Who says so?', name: 'Mai' })
    await conclude(on.mai.desk, 'send-back', 'Nearly.')
    await on.maiSends()
    await on.annSends()
    const back = await theOnly(on.desk)
    expect(back).toMatchObject({
      postId: on.postId,
      state: 'sent-back',
      conclusion: { by: 'Mai', words: 'Nearly.' },
      notes: [{ words: 'Who says so?', authorName: 'Mai' }],
      suggestionCount: 2,
      openCount: 2,
    })

    const [hour, bread] = back.suggestedBy
    await on.desk.mutate('reviews', 'decide', {
      reviewId: id,
      suggestionIds: [hour?.suggestionId ?? ''],
      isTaken: true,
      name: 'Ann',
    })
    await on.desk.mutate('reviews', 'decide', {
      reviewId: id,
      suggestionIds: [bread?.suggestionId ?? ''],
      isTaken: false,
      name: 'Ann',
    })
    const noteId = back.notes[0]?.id ?? ''
    await on.desk.mutate('reviews', 'replyToNote', { reviewId: id, noteId, words: 'The pilot.', name: 'Ann' })
    await ask(on.desk, on.postId)
    await on.annSends()
    await on.maiSends()
    const again = await theOnly(on.mai.desk)
    expect(again).toMatchObject({ round: 2, state: 'asked', notes: [{ replies: [{ words: 'The pilot.' }] }] })

    await conclude(on.mai.desk, 'approve')
    await on.maiSends()
    await on.annSends()
    expect(await theOnly(on.desk)).toMatchObject({ state: 'approved', seal: { state: 'whole', approvedBy: 'Mai' } })

    await on.desk.mutate('posts', 'publish', { postId: on.postId, as: 'publish' })
    await on.annSends()
    const outbox = await on.desk.query('outbox', 'list', { blogId: on.blogId })
    const published = outbox.find(({ receipt }) => receipt?.remoteStatus === 'publish')
    expect(published?.receipt?.seal).toMatchObject({ state: 'whole', approvedBy: 'Mai' })
    await on.close()
  })

  test('asked ten times for the same before it left goes once', async () => {
    const on = await twoAccounts()
    for (let time = 0; time < 10; time += 1) await ask(on.desk, on.postId)
    await on.annSends()
    expect(on.line.seen.filter(({ method, path }) => method === 'POST' && path.includes('autosaves'))).toHaveLength(1)
    await on.close()
  })

  test('never touches the post: what is proposed and said stands beside it', async () => {
    const on = await twoAccounts()
    await ask(on.desk, on.postId)
    await on.annSends()
    const id = await on.remoteId()
    const before = await on.as('administrator').getPost(id as never)
    await on.maiSends()
    await propose(on.mai.desk, 'It leaves at seven.')
    await conclude(on.mai.desk, 'send-back')
    await on.maiSends()
    const after = await on.as('administrator').getPost(id as never)
    expect(after).toMatchObject({ content: before.content, title: before.title, status: 'pending' })
    expect(await on.visit(`/?p=${id}`)).not.toContain('seven')
    await on.close()
  })

  test('asked and withdrawn before there was a line, leaves nothing on the blog', async () => {
    const on = await twoAccounts()
    on.line.fateOf = () => 'lost-before'
    const { id } = await ask(on.desk, on.postId)
    await on.desk.mutate('reviews', 'withdraw', { reviewId: id, name: 'Ann' })
    on.line.fateOf = () => 'ok'
    await on.annSends()
    expect(await on.as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null })).toMatchObject({ items: [] })
    await on.close()
  })

  test('what one person typed in the blog’s own editor and did not save is not written over', async () => {
    const on = await twoAccounts()
    await ask(on.desk, on.postId)
    await on.annSends()
    const id = (await on.remoteId()) as never
    await on.maiSends()
    on.clock.advance(60_000)
    const typed = {
      title: 'Typed in the browser',
      content: '<!-- wp:paragraph -->\n<p>Mine.</p>\n<!-- /wp:paragraph -->',
      excerpt: '',
    }
    await on.as('editor').saveProposal(id, typed)
    await conclude(on.mai.desk, 'send-back')
    await on.mai.desk.mutate('line', 'syncNow', { blogId: on.mai.blogId })
    expect(await on.mai.desk.query('outbox', 'list', { blogId: on.mai.blogId })).toMatchObject([
      { kind: 'send-review', state: 'needs-you', reason: { kind: 'conflict', code: 'unsaved-in-browser' } },
    ])
    expect(await on.as('editor').listProposals(id)).toContainEqual(expect.objectContaining(typed))
    await on.close()
  })

  test('goes once, whatever becomes of its answers, and a late request lays nothing old over it', async () => {
    const on = await twoAccounts()
    await ask(on.desk, on.postId)
    let lost = 0
    on.line.fateOf = ({ method, path }) => {
      if (method !== 'POST' || !path.includes('autosaves') || lost >= 2) return 'ok'
      lost += 1
      return lost === 1 ? 'lost-after' : 'lost-before'
    }
    await on.annSends()
    const proposals = await on.as('editor').listProposals((await on.remoteId()) as never)
    expect(proposals).toHaveLength(1)
    expect(lost).toBe(1)
    await on.maiSends()
    expect(await theOnly(on.mai.desk)).toMatchObject({ round: 1, state: 'asked' })
    await on.close()
  })

  test('of two editors who suggest without having seen each other brings what both suggest', async () => {
    const on = await twoAccounts()
    const lan = await on.openAs('administrator')
    await ask(on.desk, on.postId)
    await on.annSends()
    await on.maiSends()
    await syncUntilQuiet(lan.desk, lan.blogId, on.clock)
    await propose(on.mai.desk, 'It leaves at seven.', FERRY[1] ?? '', FERRY[2] ?? '')
    await propose(lan.desk, FERRY[0] ?? '', FERRY[1] ?? '', 'Take rice with you.')
    await conclude(on.mai.desk, 'send-back')
    await conclude(lan.desk, 'send-back')
    await on.maiSends()
    await on.annSends()
    await syncUntilQuiet(lan.desk, lan.blogId, on.clock)
    await on.annSends()
    expect(paragraphsOf((await theOnly(on.desk)).proposed)).toEqual([
      'It leaves at seven.',
      FERRY[1],
      'Take rice with you.',
    ])
    await lan.desk.close()
    await on.close()
  })

  test('with pictures shows the ones of the blog to the editor, and the author’s own to the author', async () => {
    const on = await twoAccounts()
    const { id: mediaId } = await on.desk.mutate('media', 'add', { fileName: 'ferry.jpg', bytes: await cameraJpeg() })
    await write(on.desk, on.postId, { blocks: [paragraph('It leaves at six.'), pictureOf(mediaId)] })
    await ask(on.desk, on.postId)
    await on.annSends()
    await on.maiSends()
    const { given } = await theOnly(on.mai.desk)
    expect(given.document.content[1]).toMatchObject({
      type: 'picture',
      attrs: { mediaId: null, remoteId: expect.any(Number) as number, url: expect.stringContaining('http') as string },
    })
    const words = { ...withParagraphs(given, 'It leaves at seven.') }
    words.document.content.push(...given.document.content.slice(1))
    const { id } = await theOnly(on.mai.desk)
    await on.mai.desk.mutate('reviews', 'propose', { reviewId: id, words, name: 'Mai' })
    await conclude(on.mai.desk, 'approve-with-changes')
    await on.maiSends()
    await on.annSends()
    const back = await theOnly(on.desk)
    expect(back.suggestionCount).toBe(1)
    const suggestionIds = back.suggestedBy.map(({ suggestionId }) => suggestionId)
    await on.desk.mutate('reviews', 'decide', { reviewId: id, suggestionIds, isTaken: true, name: 'Ann' })
    expect((await theOnly(on.desk)).seal).toMatchObject({ state: 'whole' })
    await on.close()
  })
})

describe('notes of the blog’s own editor', () => {
  const onBlog = async (on: Awaited<ReturnType<typeof twoAccounts>>) =>
    (await on.as('editor').listNotes({ postIds: [(await on.remoteId()) as never], pageNumber: 1 })).items.toReversed()
  const asked = async () => {
    const on = await twoAccounts()
    await ask(on.desk, on.postId)
    await on.annSends()
    await on.maiSends()
    const { id } = await theOnly(on.mai.desk)
    const note = (words: string) =>
      on.mai.desk.mutate('reviews', 'addNote', { reviewId: id, anchor: null, words, name: 'Mai' })
    return { ...on, id, note }
  }

  test('say there what was asked and said at a desk, each once, whatever becomes of the answers', async () => {
    const on = await asked()
    await on.note('Who says so?')
    on.clock.advance(1000)
    await on.note('And the bread & butter?')
    let lost = 0
    on.mai.line.fateOf = ({ method, path }) => {
      if (method !== 'POST' || !path.includes('/comments') || lost >= 3) return 'ok'
      lost += 1
      return 'lost-after'
    }
    await conclude(on.mai.desk, 'send-back', 'Nearly.')
    await on.maiSends()
    expect(lost).toBe(3)
    expect((await onBlog(on)).map(({ content, isResolved }) => [content, isResolved])).toEqual([
      ['Ann asks for a review of Mai by 2026-12-01.\n\nIs the hour right?', true],
      ['Mai: Who says so?', false],
      ['Mai: And the bread &amp; butter?', false],
      ['Sent back by Mai.\n\nNearly.', false],
    ])
    await on.annSends()
    expect((await theOnly(on.desk)).notes.map(({ words }) => words)).toEqual([
      'Who says so?',
      'And the bread & butter?',
    ])
    await on.maiSends()
    expect((await theOnly(on.mai.desk)).notes).toHaveLength(2)
    await on.close()
  })

  test('that somebody wrote there stand on their passage here, on every desk as one', async () => {
    const on = await asked()
    const postRemoteId = (await on.remoteId()) as never
    const said = { postRemoteId, parentRemoteId: null, verdict: null, token: 'c0ffee00c0dec0de00000000beeff3b1' }
    const remoteId = await on.as('administrator').createNote({ ...said, text: 'Seven, I think.' })
    const { content } = await on.as('administrator').getPost(postRemoteId)
    await on.as('administrator').updatePost(postRemoteId, {
      content: content.replace('<!-- wp:paragraph -->', `<!-- wp:paragraph {"metadata":{"noteId":${remoteId}}} -->`),
    })
    await on.as('administrator').createNote({ ...said, parentRemoteId: remoteId, text: 'Ask the pilot.' })
    await on.annSends()
    await on.maiSends()
    const note = {
      words: 'Seven, I think.',
      anchor: { quote: 'It leaves at six.' },
      resolved: null,
      replies: [{ words: 'Ask the pilot.' }],
    }
    expect((await theOnly(on.desk)).notes).toMatchObject([note])
    expect((await theOnly(on.mai.desk)).notes).toMatchObject([note])

    await on.as('administrator').setNoteResolved(remoteId, true)
    await conclude(on.mai.desk, 'send-back')
    await on.maiSends()
    await on.annSends()
    expect((await theOnly(on.desk)).notes).toMatchObject([{ words: 'Seven, I think.', resolved: {} }])
    await on.close()
  })

  test('are settled there when they are settled here, and opened again', async () => {
    const on = await asked()
    await on.note('Who says so?')
    await conclude(on.mai.desk, 'send-back')
    await on.maiSends()
    await on.annSends()
    const noteId = (await theOnly(on.desk)).notes[0]?.id ?? ''
    const settle = (isResolved: boolean) =>
      on.desk.mutate('reviews', 'resolveNote', { reviewId: on.id, noteId, isResolved, name: 'Ann' })
    const isSettledThere = async () =>
      (await onBlog(on)).find(({ content }) => content === 'Mai: Who says so?')?.isResolved
    await settle(true)
    await ask(on.desk, on.postId)
    await on.annSends()
    expect(await isSettledThere()).toBe(true)
    await on.maiSends()
    expect((await theOnly(on.mai.desk)).notes).toMatchObject([{ resolved: { by: 'Ann' } }])
    await settle(false)
    await ask(on.desk, on.postId, { lookAt: 'Once more.' })
    await on.annSends()
    expect(await isSettledThere()).toBe(false)
    await on.close()
  })
})
