import { describe, expect, test } from 'vitest'
import { makeAnchor } from '../../../src/shared/content/anchors/make-anchor.ts'
import { readPost } from '../../../src/shared/content/checks/readable-post.ts'
import { FERRY, paragraphsOf } from './reviewing.ts'
import { ask, conclude, propose, theOnly, twoAccounts } from './two-accounts.ts'

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
      ['About the whole post: Ann asks Mai for a review, by 2026-12-01.\n\nIs the hour right?', true],
      ['Mai: Who says so?', false],
      ['Mai: And the bread &amp; butter?', false],
      ['About the whole post: Mai sent it back.\n\nNearly.', false],
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

  test.each([
    ['6.9', (id: number) => String(id)],
    ['7.1', (id: number) => `[${id}]`],
  ])(
    'that somebody wrote there stand on their passage here, on every desk as one (WordPress %s)',
    async (_, written) => {
      const on = await asked()
      const postRemoteId = (await on.remoteId()) as never
      const said = { postRemoteId, parentRemoteId: null, verdict: null, token: 'c0ffee00c0dec0de00000000beeff3b1' }
      const remoteId = await on.as('administrator').createNote({ ...said, text: 'Seven, I think.' })
      const { content } = await on.as('administrator').getPost(postRemoteId)
      await on.as('administrator').updatePost(postRemoteId, {
        content: content.replace(
          '<!-- wp:paragraph -->',
          `<!-- wp:paragraph {"metadata":{"noteId":${written(remoteId)}}} -->`,
        ),
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
    },
  )

  test('stand on their block in the blog’s editor once the author hands the post in again, and break no seal', async () => {
    const on = await asked()
    const { given } = await theOnly(on.mai.desk)
    const anchor = makeAnchor(readPost(given), { in: 'text', path: [1], from: 0, to: 6 })
    const said = { reviewId: on.id, anchor, words: 'Who says so?', name: 'Mai' }
    await on.mai.desk.mutate('reviews', 'addNote', said)
    await conclude(on.mai.desk, 'send-back')
    await on.maiSends()
    await on.annSends()
    const number = (await onBlog(on)).find(({ content }) => content === 'Mai: Who says so?')?.remoteId
    await ask(on.desk, on.postId)
    await on.annSends()
    const { content } = await on.as('editor').getPost((await on.remoteId()) as never)
    expect(content).toContain(`<!-- wp:paragraph {"metadata":{"noteId":${number}}} -->\n<p>${FERRY[1]}</p>`)
    await on.maiSends()
    await conclude(on.mai.desk, 'approve')
    await on.maiSends()
    await on.annSends()
    expect((await theOnly(on.desk)).seal).toMatchObject({ state: 'whole' })
    await on.close()
  })

  test('on a block where something is suggested leave one text when the suggestion is taken', async () => {
    const on = await asked()
    const postRemoteId = (await on.remoteId()) as never
    const { content } = await on.as('administrator').getPost(postRemoteId)
    await on.as('administrator').updatePost(postRemoteId, {
      content: content.replace('<!-- wp:paragraph -->', '<!-- wp:paragraph {"metadata":{"noteId":7}} -->'),
    })
    await propose(on.mai.desk, 'It leaves at seven.', ...FERRY.slice(1))
    await conclude(on.mai.desk, 'send-back')
    await on.maiSends()
    await on.annSends()
    const { suggestedBy } = await theOnly(on.desk)
    const suggestionIds = suggestedBy.map(({ suggestionId }) => suggestionId)
    const taken = { reviewId: on.id, suggestionIds, isTaken: true, name: 'Ann' }
    expect(await on.desk.mutate('reviews', 'decide', taken)).toMatchObject({ keptBoth: 0 })
    const { document } = await on.desk.query('posts', 'get', { postId: on.postId })
    expect(paragraphsOf({ document })).toEqual(['It leaves at seven.', ...FERRY.slice(1)])
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
