import { describe, expect, onTestFinished, test } from 'vitest'
import type { PostId } from '../../../src/shared/domain/ids.ts'
import { deskOnPracticeBlog, newPost, paragraph, write } from '../../support/desk-on-practice-blog.ts'

const POLICY = JSON.stringify({
  format: 'attache-rule-pack',
  version: 1,
  id: 'ministry',
  name: 'Rules of the ministry',
  language: '*',
  isPolicy: true,
  rules: [
    {
      id: 'codename',
      phrases: ['blue heron'],
      blocks: true,
      sentence: '“{found}” is inside talk.',
      why: 'It stays inside.',
    },
  ],
})

async function start() {
  const on = await deskOnPracticeBlog()
  onTestFinished(() => on.desk.close())
  const found = async (postId: PostId) =>
    (await on.desk.query('checks', 'run', { postId })).findings.map(({ rule, severity }) => `${severity} ${rule}`)
  return { ...on, found }
}

describe('what was called fine', () => {
  test('stays so over edits elsewhere, and can be taken back', async () => {
    const { desk, blogId, found } = await start()
    const postId = await newPost(desk, blogId, 'The delta', paragraph('The the boat left.'))
    await write(desk, postId, { language: 'en' })
    const [finding] = (await desk.query('checks', 'run', { postId })).findings
    const fingerprint = finding?.fingerprint ?? ''
    await desk.mutate('checks', 'setFine', { postId, fingerprint, isFine: true })
    await write(desk, postId, { blocks: [paragraph('Before it.'), paragraph('The the boat left.')] })
    expect(await found(postId)).toEqual([])
    await desk.mutate('checks', 'setFine', { postId, fingerprint, isFine: false })
    expect(await found(postId)).toEqual(['look doubled-word'])
  })

  test('is said only of a post that is here', async () => {
    const { desk } = await start()
    const postId = crypto.randomUUID()
    const saying = desk.mutate('checks', 'setFine', { postId, fingerprint: '0'.repeat(14), isFine: true })
    await expect(saying).rejects.toMatchObject({ data: { kind: 'no-such-item' } })
  })
})

describe('rule packs and names', () => {
  test('a bad pack is refused with its problem, and the others hold', async () => {
    const { desk } = await start()
    expect(await desk.mutate('checks', 'addPack', { fileName: 'bad.json', contents: '{"format":"x"}' })).toEqual({
      ok: false,
      problem: expect.stringMatching(/^format: /),
    })
    await desk.mutate('checks', 'addPack', { fileName: 'ministry.json', contents: POLICY })
    const { packs, unreadable } = await desk.query('checks', 'rules')
    expect(packs.map(({ fileName, pack }) => [fileName, pack.id])).toEqual([['ministry.json', 'ministry']])
    expect(unreadable).toEqual([])
    const removed = await desk.mutate('checks', 'removePack', { fileName: 'ministry.json' })
    expect((await desk.query('checks', 'rules')).packs).toEqual([])
    expect(removed).toEqual({ fileName: 'ministry.json', contents: POLICY })
    expect(await desk.mutate('checks', 'removePack', { fileName: 'ministry.json' })).toBeNull()
  })

  test('a name of the person’s own list is compared with from then on', async () => {
    const { desk, blogId, found } = await start()
    const postId = await newPost(desk, blogId, 'The delta', paragraph('Then Antonio Guterres spoke.'))
    await write(desk, postId, { language: 'en' })
    expect(await found(postId)).toEqual(['look misspelt'])
    await desk.mutate('checks', 'addName', { name: 'António Guterres' })
    expect(await found(postId)).toEqual(['look name-nearly'])
    await desk.mutate('checks', 'removeName', { name: 'António Guterres' })
    expect(await found(postId)).toEqual(['look misspelt'])
    await desk.mutate('checks', 'addName', { name: 'António Guterres', blogId })
    expect(await found(postId)).toEqual(['look name-nearly'])
  })

  test('a name of one blog is none on another, and only of a blog that is here', async () => {
    const { desk, blogId } = await start()
    await desk.mutate('checks', 'addName', { name: 'Sóc Trăng', blogId })
    await desk.mutate('checks', 'addName', { name: 'Sóc Trăng' })
    await desk.mutate('checks', 'removeName', { name: 'Sóc Trăng' })
    expect((await desk.query('checks', 'rules')).names).toEqual([{ name: 'Sóc Trăng', blogId }])
    const adding = desk.mutate('checks', 'addName', { name: 'Sóc Trăng', blogId: crypto.randomUUID() })
    await expect(adding).rejects.toMatchObject({ data: { kind: 'no-such-item' } })
  })
})

describe('what stops a post', () => {
  test('is refused by the core, whoever asks, until it is settled; calling it fine does not help', async () => {
    const { desk, blogId, found } = await start()
    await desk.mutate('checks', 'addPack', { fileName: 'ministry.json', contents: POLICY })
    const postId = await newPost(desk, blogId, 'The delta', paragraph('The Blue Heron papers.'))
    await write(desk, postId, { language: 'en' })
    const [finding] = (await desk.query('checks', 'run', { postId })).findings
    await desk.mutate('checks', 'setFine', { postId, fingerprint: finding?.fingerprint ?? '', isFine: true })
    expect(await found(postId)).toEqual(['stops ministry/codename'])
    for (const as of ['publish', 'pending'] as const)
      await expect(desk.mutate('posts', 'publish', { postId, as })).rejects.toMatchObject({
        data: { kind: 'not-allowed-now', why: 'policy-stops' },
      })
    expect(await desk.query('outbox', 'list', { blogId })).toEqual([])
    await write(desk, postId, { blocks: [paragraph('The papers.')] })
    await expect(desk.mutate('posts', 'publish', { postId, as: 'publish' })).resolves.toMatchObject({
      what: 'The delta',
    })
  })

  test('without a policy nothing does, however much there is to look at', async () => {
    const { desk, blogId } = await start()
    const postId = await newPost(desk, blogId, 'The delta', paragraph('TODO the the RESTRICTED cable:'))
    await expect(desk.mutate('posts', 'publish', { postId, as: 'publish' })).resolves.toMatchObject({
      what: 'The delta',
    })
  })
})

describe('templates', () => {
  test('a sheet for a closed room is never sent', async () => {
    const { desk, blogId } = await start()
    const { id: postId } = await desk.mutate('posts', 'createFrom', { blogId, template: 'doors-closed-sheet' })
    await write(desk, postId, { title: 'The sheet' })
    await expect(desk.mutate('posts', 'publish', { postId, as: 'publish' })).rejects.toMatchObject({
      data: { kind: 'not-allowed-now', why: 'print-only' },
    })
  })

  test('a post from a template says who signs, as the profile has it for this blog', async () => {
    const { desk, blogId } = await start()
    const byBlog = { [blogId]: { role: 'Attaché', place: 'Can Tho' } }
    await desk.mutate('settings', 'set', { profile: { name: 'Amir Rahimi', byBlog } })
    const post = await desk.mutate('posts', 'createFrom', { blogId, template: 'position-snapshot' })
    expect(JSON.stringify(post.document)).toContain('— Amir Rahimi, Attaché, Can Tho')
    expect(post).toMatchObject({ template: 'position-snapshot', reviewBy: null, byline: null, state: 'draft' })
    expect(post.wordCount).toBeGreaterThan(20)
  })

  test('questions are those that were chosen, oldest first, with a link back', async () => {
    const on = await start()
    const { desk, blogId } = on
    const postId = await newPost(desk, blogId, 'Scholarships')
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await on.syncUntilQuiet()
    const { remoteId } = await desk.query('posts', 'get', { postId })
    for (const words of ['When does it open?', 'Thank you.', 'And for whom?']) {
      await on.visitorComment(Number(remoteId), words)
      on.clock.advance(60_000)
    }
    await desk.mutate('line', 'syncNow', { blogId })
    const comments = await desk.query('comments', 'list', { blogId, postId: null })
    const commentIds = comments.filter(({ contentHtml }) => contentHtml.includes('?')).map(({ id }) => id)
    const post = await desk.mutate('posts', 'createFrom', {
      blogId,
      template: 'question-and-answer',
      commentIds: commentIds.toReversed(),
    })
    const quotes = post.document.content.filter(({ type }) => type === 'blockquote')
    expect(quotes.map((quote) => JSON.stringify(quote))).toEqual([
      expect.stringContaining('When does it open?'),
      expect.stringContaining('And for whom?'),
    ])
    expect(JSON.stringify(post.document)).toContain('#comment-')
  })

  test('the day of review and the line under the title are kept for the post and leave its words alone', async () => {
    const { desk, blogId } = await start()
    const postId = await newPost(desk, blogId, 'The delta')
    await desk.mutate('posts', 'setFacts', { postId, reviewBy: '2027-05-01' })
    await desk.mutate('posts', 'setFacts', { postId, byline: { role: 'Chargé d’affaires', place: '' } })
    expect(await desk.query('posts', 'get', { postId })).toMatchObject({
      reviewBy: '2027-05-01',
      byline: { role: 'Chargé d’affaires', place: '' },
    })
    expect((await desk.query('posts', 'list', { blogId }))[0]).toMatchObject({ reviewBy: '2027-05-01', template: '' })
    await desk.mutate('posts', 'setFacts', { postId, reviewBy: null })
    expect((await desk.query('posts', 'get', { postId })).reviewBy).toBeNull()
  })
})
