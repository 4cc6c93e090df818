import { describe, expect, test } from 'vitest'
import type { BlogId } from '../../../src/shared/domain/ids.ts'
import { readLetter, withLetter, type ReviewLetter } from '../../../src/main/core/review-blog/review-letter.ts'
import { cameraJpeg } from '../../support/camera-pictures.ts'
import { newPost, paragraph, syncUntilQuiet, write } from '../../support/desk-on-practice-blog.ts'
import type { TestDesk } from '../../support/open-desk.ts'
import { pictureOf } from '../../support/pictures.ts'
import { FERRY, paragraphsOf, withParagraphs } from './reviewing.ts'
import { ask, conclude, propose, theOnly, twoAccounts } from './two-accounts.ts'

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

  test('taken out of the outbox says so, and goes after all when that is wanted', async () => {
    const on = await twoAccounts({ holdMs: 10_000 })
    await ask(on.desk, on.postId)
    await on.annSends()
    await on.maiSends()
    await conclude(on.mai.desk, 'send-back', 'Nearly.')
    const [entry] = await on.mai.desk.query('outbox', 'list', { blogId: on.mai.blogId })
    await on.mai.desk.mutate('outbox', 'cancel', { entryId: entry?.id ?? '' })
    const { id, isUnsent } = await theOnly(on.mai.desk)
    expect(isUnsent).toBe(true)
    expect(await on.mai.desk.mutate('reviews', 'send', { reviewId: id })).toMatchObject({ isUnsent: false })
    await on.maiSends()
    await on.annSends()
    expect(await theOnly(on.desk)).toMatchObject({ state: 'sent-back', conclusion: { words: 'Nearly.' } })
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

  test('of new words for a public post leaves the post as readers see it until they are approved and sent', async () => {
    const on = await twoAccounts()
    await on.desk.mutate('posts', 'publish', { postId: on.postId, as: 'publish' })
    await on.annSends()
    const id = (await on.remoteId()) as never
    const textOnBlog = async () => (await on.as('administrator').getPost(id)).content
    const before = await textOnBlog()
    const { document } = await on.desk.query('posts', 'get', { postId: on.postId })
    await write(on.desk, on.postId, { blocks: [paragraph('It leaves at eight.'), ...document.content.slice(1)] })
    await ask(on.desk, on.postId)
    await on.annSends()
    await on.mai.desk.mutate('reviews', 'look')
    await on.maiSends()
    expect(await theOnly(on.mai.desk)).toMatchObject({ state: 'asked' })
    expect(paragraphsOf((await theOnly(on.mai.desk)).given)[0]).toBe('It leaves at eight.')
    await conclude(on.mai.desk, 'approve')
    await on.maiSends()
    await on.annSends()
    expect(await textOnBlog()).toBe(before)
    expect((await theOnly(on.desk)).seal).toMatchObject({ state: 'whole' })
    await on.desk.mutate('posts', 'publish', { postId: on.postId, as: 'publish' })
    await on.annSends()
    expect(await textOnBlog()).toContain('It leaves at eight.')
    await on.close()
  })

  test('with pictures shows the ones of the blog to the editor, and the author’s own to the author', async () => {
    const on = await twoAccounts()
    const { id: mediaId } = await on.desk.mutate('media', 'add', { fileName: 'ferry.jpg', bytes: await cameraJpeg() })
    await write(on.desk, on.postId, { blocks: [paragraph('It leaves at six.'), pictureOf(mediaId)] })
    await ask(on.desk, on.postId)
    await on.annSends()
    await on.maiSends()
    const { given, picturesOf } = await theOnly(on.mai.desk)
    const listed = await on.mai.desk.query('posts', 'list', { blogId: on.mai.blogId })
    expect(picturesOf).toBe(listed[0]?.id)
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

describe('a letter that somebody made', () => {
  /** What Mai put beside Ann's post, changed, and put beside another of Ann's posts that waits. */
  const forged = async (change: (letter: ReviewLetter) => ReviewLetter) => {
    const on = await twoAccounts()
    await ask(on.desk, on.postId)
    const other = await newPost(on.desk, on.blogId, 'The other ferry', paragraph('It stays.'))
    await on.desk.mutate('posts', 'publish', { postId: other, as: 'pending' })
    await on.annSends()
    await on.maiSends()
    await conclude(on.mai.desk, 'send-back', 'Nearly.')
    await on.maiSends()
    const [proposal] = (await on.as('editor').listProposals((await on.remoteId()) as never)).filter(({ content }) =>
      content.includes('attache/review'),
    )
    const read = readLetter(proposal?.content ?? '')
    if (read.state !== 'read') throw new Error('no letter')
    const { remoteId } = await on.desk.query('posts', 'get', { postId: other })
    const content = withLetter('', change({ ...read.letter, token: `desk-${'0'.repeat(32)}` }))
    await on.as('administrator').saveProposal(remoteId as never, { title: 'T', content, excerpt: '' })
    return on
  }

  test('for the review of another post changes nothing of that one', async () => {
    const on = await forged((letter) => ({
      ...letter,
      post: { ...letter.post, round: { ...letter.post.round, number: 9, state: 'approved' } },
    }))
    await on.maiSends()
    await on.annSends()
    expect(await theOnly(on.desk)).toMatchObject({ round: 1, state: 'sent-back', postId: on.postId })
    expect(await theOnly(on.mai.desk)).toMatchObject({ round: 1, state: 'sent-back' })
    await on.close()
  })

  test.each([
    ['cut', (text: string) => text.slice(0, text.length / 2)],
    ['of a later version', (text: string) => text.replace('"version":1', '"version":2')],
    ['with other letters', (text: string) => text.replace(/"letter":".{40}/, '"letter":"AAAA')],
    ['that says nothing', () => '<!-- wp:attache/review {"version":1,"letter":"AAAA"} /-->'],
  ])('%s is none, and the line goes on', async (_, change) => {
    const on = await twoAccounts()
    await ask(on.desk, on.postId)
    await on.annSends()
    const id = (await on.remoteId()) as never
    const [proposal] = await on.as('editor').listProposals(id)
    const content = change(proposal?.content ?? '')
    await on.as('administrator').saveProposal(id, { title: 'T', content, excerpt: '' })
    await on.maiSends()
    expect(await theOnly(on.mai.desk)).toMatchObject({ state: 'asked', title: 'The ferry at Can Tho' })
    expect(await on.mai.desk.query('line', 'list')).toMatchObject([{ state: 'open' }])
    await on.close()
  })
})

describe('whoever approves and may publish', () => {
  const sendOut = async (desk: TestDesk, decision: 'approve' | 'approve-with-changes') =>
    desk.mutate('reviews', 'conclude', {
      reviewId: (await theOnly(desk)).id,
      decision,
      words: '',
      publish: true,
      name: 'Mai',
    })
  const receiptOn = async (desk: TestDesk, blogId: BlogId) =>
    (await desk.query('outbox', 'list', { blogId })).find(({ receipt }) => receipt?.remoteStatus === 'publish')?.receipt

  test('sends exactly the approved text on its way, and the author’s desk finds it public and approved', async () => {
    const on = await twoAccounts()
    await ask(on.desk, on.postId)
    await on.annSends()
    await on.maiSends()
    await propose(on.mai.desk, 'It leaves at seven.', ...FERRY.slice(1))
    expect(await theOnly(on.mai.desk)).toMatchObject({ mayPublish: true })
    await sendOut(on.mai.desk, 'approve-with-changes')
    await on.maiSends()
    expect((await receiptOn(on.mai.desk, on.mai.blogId))?.seal).toMatchObject({ state: 'whole', approvedBy: 'Mai' })
    const live = await on.as('administrator').getPost((await on.remoteId()) as never)
    expect(live).toMatchObject({ status: 'publish', title: 'The ferry at Can Tho' })
    expect(live.content).toContain('It leaves at seven.')
    await on.annSends()
    expect(await theOnly(on.desk)).toMatchObject({
      state: 'approved-with-changes',
      seal: { state: 'whole' },
      waitsFor: null,
    })
    expect(await on.desk.query('posts', 'get', { postId: on.postId })).toMatchObject({ remoteStatus: 'publish' })
    await on.close()
  })

  test('where the post moved on meanwhile decides nothing and sends nothing', async () => {
    const on = await twoAccounts()
    await ask(on.desk, on.postId)
    await on.annSends()
    await on.maiSends()
    const id = (await on.remoteId()) as never
    await on.as('administrator').updatePost(id, { title: 'The other ferry' })
    await on.maiSends()
    await expect(sendOut(on.mai.desk, 'approve')).rejects.toMatchObject({
      data: { kind: 'not-allowed-now', why: 'post-moved-on' },
    })
    expect(await theOnly(on.mai.desk)).toMatchObject({ state: 'asked', postId: null })
    await on.maiSends()
    expect(await on.as('administrator').getPost(id)).toMatchObject({ status: 'pending' })
    await on.close()
  })
})
