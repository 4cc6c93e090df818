import { describe, expect, test } from 'vitest'
import { readLetter, withLetter, type ReviewLetter } from '../../../src/main/core/review-blog/review-letter.ts'
import type { RemoteCommentId, RemotePostId } from '../../../src/shared/domain/ids.ts'
import type { PracticeUserName } from '../../../src/main/core/practice-blog/practice-state.ts'
import { syncUntilQuiet } from '../../support/desk-on-practice-blog.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { FERRY, paragraphsOf } from './reviewing.ts'
import { ask, conclude, propose, theOnly, twoAccounts } from './two-accounts.ts'

const TOKEN = `desk-${'0'.repeat(32)}`

async function asked() {
  const on = await twoAccounts()
  await ask(on.desk, on.postId)
  await on.annSends()
  await on.maiSends()
  const postRemoteId = (await on.remoteId()) as RemotePostId
  const note = (text: string, parentRemoteId: RemoteCommentId | null = null) =>
    on.as('administrator').createNote({ postRemoteId, parentRemoteId, text, verdict: null, token: 'c0ffee' })
  /** What stands beside the post by this account, changed, under another token. */
  const forge = async (by: PracticeUserName, change: (letter: ReviewLetter) => Partial<ReviewLetter>) => {
    const proposals = await on.as('administrator').listProposals(postRemoteId)
    const [letter] = proposals.flatMap(({ content }) => {
      const read = readLetter(content)
      return read.state === 'read' ? [read.letter] : []
    })
    if (!letter) throw new Error('no letter')
    const content = withLetter('Forged.', { ...letter, token: TOKEN, ...change(letter) })
    await on.as(by).saveProposal(postRemoteId, { title: 'Forged', content, excerpt: '' })
  }
  return { ...on, postRemoteId, note, forge }
}

describe('a letter that claims what is not its own', () => {
  test('does not make another desk approve a reader’s comment', async () => {
    const on = await asked()
    await on.desk.mutate('posts', 'publish', { postId: on.postId, as: 'publish' })
    await on.annSends()
    await on.visitorComment(on.postRemoteId, 'Cheap pills.')
    const any = { postIds: null, authorId: null, after: null, pageNumber: 1, canModerate: true }
    const comment = (await on.as('administrator').listComments(any)).items[0]
    if (!comment) throw new Error('no comment')
    await on.as('administrator').setCommentStatus(comment.remoteId, 'hold')
    await on.forge('author', () => ({ toldIn: [comment.remoteId] }))
    await on.maiSends()
    await conclude(on.mai.desk, 'send-back')
    await on.maiSends()
    const now = await on.as('administrator').getComment(comment.remoteId, { canModerate: true })
    expect(now.status).toBe('hold')
    await on.close()
  })

  test('does not hide what a colleague notes later', async () => {
    const on = await asked()
    const first = await on.note('One.')
    const next = Array.from({ length: 50 }, (_, index) => (first + 1 + index) as RemoteCommentId)
    await on.forge('author', () => ({ toldIn: next }))
    await on.maiSends()
    await on.note('Two.')
    await on.maiSends()
    expect((await theOnly(on.mai.desk)).notes.map(({ words }) => words).toSorted()).toEqual(['One.', 'Two.'])
    await on.close()
  })

  test('for a note that is none does not stop the line', async () => {
    const on = await asked()
    const first = await on.note('One.')
    await on.forge('author', () => ({ numbers: [{ noteId: 'nowhere', remoteId: first }] }))
    await on.maiSends()
    await on.note('An answer.', first)
    await on.maiSends()
    expect(await on.mai.desk.query('line', 'list')).toMatchObject([{ state: 'open' }])
    expect((await theOnly(on.mai.desk)).notes).toMatchObject([{ words: 'One.', replies: [{ words: 'An answer.' }] }])
    await on.close()
  })
})

test('an answer to an answer stands in its thread, and one to a decision is about the whole post', async () => {
  const on = await asked()
  const first = await on.note('One.')
  const second = await on.note('Two.', first)
  await on.note('Three.', second)
  on.clock.advance(60_000)
  const told = (await on.as('editor').listNotes({ postIds: [on.postRemoteId], pageNumber: 1 })).items.find(
    ({ content }) => content.includes('Ann asks'),
  )
  await on.note('I would rather not.', told?.remoteId ?? null)
  await on.annSends()
  expect(await on.desk.query('line', 'list')).toMatchObject([{ state: 'open' }])
  const { notes } = await theOnly(on.desk)
  expect(notes.map(({ words, replies }) => [words, ...replies.map((reply) => reply.words)])).toEqual([
    ['One.', 'Two.', 'Three.'],
    ['I would rather not.'],
  ])
  await on.close()
})

test.each([
  ['their own', 'editor'],
  ['the author’s', 'author'],
] as const)('what somebody typed on in %s restored letter is not written over', async (_, whose) => {
  const on = await asked()
  await conclude(on.mai.desk, 'send-back')
  await on.maiSends()
  await ask(on.desk, on.postId, { lookAt: 'Again.' })
  await on.annSends()
  await on.maiSends()
  const me = await on.as(whose).whoAmI()
  const restored = (await on.as('editor').listProposals(on.postRemoteId)).find(
    ({ authorId }) => authorId === me.remoteId,
  )
  on.clock.advance(60_000)
  const typed = '<!-- wp:paragraph -->\n<p>Typed since.</p>\n<!-- /wp:paragraph -->'
  const content = `${typed}\n\n${restored?.content ?? ''}`
  await on.as('editor').saveProposal(on.postRemoteId, { title: 'T', content, excerpt: '' })
  await conclude(on.mai.desk, 'approve')
  await on.mai.desk.mutate('line', 'syncNow', { blogId: on.mai.blogId })
  const proposals = await on.as('editor').listProposals(on.postRemoteId)
  expect(proposals.filter((proposal) => proposal.content.startsWith(typed))).toHaveLength(1)
  const outbox = await on.mai.desk.query('outbox', 'list', { blogId: on.mai.blogId })
  expect(outbox.filter(({ state }) => state === 'needs-you')).toMatchObject([{ kind: 'send-review' }])
  await on.close()
})

test('another laptop of the author finds the review, and withdraws it', async () => {
  const on = await asked()
  const second = on.openOther(temporaryFolder())
  const blogId = await on.signIn(second)
  await second.mutate('line', 'syncNow', { blogId })
  await second.mutate('reviews', 'look')
  await second.mutate('line', 'syncNow', { blogId })
  const { id, postId } = await theOnly(second)
  expect(postId).not.toBeNull()
  await second.mutate('reviews', 'withdraw', { reviewId: id, name: 'Ann' })
  await syncUntilQuiet(second, blogId, on.clock)
  await on.maiSends()
  expect(await theOnly(on.mai.desk)).toMatchObject({ state: 'withdrawn' })
  await second.close()
  await on.close()
})

test('a suggestion that came along into a new round and was taken back there is gone', async () => {
  const on = await asked()
  await propose(on.mai.desk, 'It leaves at seven.', ...FERRY.slice(1))
  await conclude(on.mai.desk, 'send-back')
  await on.maiSends()
  await on.annSends()
  await ask(on.desk, on.postId, { lookAt: 'Again.' })
  await on.annSends()
  await on.maiSends()
  expect(await theOnly(on.mai.desk)).toMatchObject({ round: 2, suggestionCount: 1 })
  await propose(on.mai.desk, FERRY[0] ?? '', FERRY[1] ?? '', 'Take rice.')
  await conclude(on.mai.desk, 'approve-with-changes')
  await on.maiSends()
  await on.annSends()
  expect(paragraphsOf((await theOnly(on.desk)).proposed)).toEqual([FERRY[0], FERRY[1], 'Take rice.'])
  await on.close()
})

test('notes whose letter was taken in are no others while the blog fails over what lies beside the post', async () => {
  const on = await asked()
  const { id } = await theOnly(on.mai.desk)
  await on.mai.desk.mutate('reviews', 'addNote', { reviewId: id, anchor: null, words: 'Who says so?', name: 'Mai' })
  await conclude(on.mai.desk, 'send-back')
  await on.maiSends()
  const failing = (part: string) => {
    on.line.fateOf = ({ path }) =>
      path.includes(part) ? { answer: () => new Response('{"code":"broken","message":""}', { status: 500 }) } : 'ok'
    return on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  }
  await failing('types/post')
  expect((await theOnly(on.desk)).notes).toHaveLength(1)
  await failing('autosaves')
  expect(on.line.seen.some(({ path }) => path.includes('autosaves'))).toBe(true)
  on.line.fateOf = () => 'ok'
  await on.annSends()
  expect((await theOnly(on.desk)).notes.map(({ words }) => words)).toEqual(['Who says so?'])
  await on.close()
})
