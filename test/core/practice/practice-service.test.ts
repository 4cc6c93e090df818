import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BlockNode } from '../../../src/shared/content/document.ts'
import type { BlogId, PostId } from '../../../src/shared/domain/ids.ts'
import { LESSONS } from '../../../src/shared/domain/practice.ts'
import { createManualClock, type ManualClock } from '../../fakes/manual-clock.ts'
import { paragraph, write } from '../../support/desk-on-practice-blog.ts'
import { memorySecrets, openDesk, type TestDesk } from '../../support/open-desk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const SETTLED_MS = 2_000
const SENTENCE = 'We opened the window and the street came in.'
const UPDATE_NOTE: BlockNode = {
  type: 'paragraph',
  attrs: { dir: null, source: null, variant: 'update-note' },
  content: [{ type: 'text', text: 'Update: it was on a Tuesday.' }],
}

let clock: ManualClock
let folder: string
let desk: TestDesk
let blogId: BlogId
let secrets: ReturnType<typeof memorySecrets>

beforeEach(async () => {
  clock = createManualClock()
  folder = temporaryFolder()
  secrets = memorySecrets()
  desk = openDesk(folder, { clock, secrets })
  blogId = (await desk.mutate('blogs', 'connectPractice')).id
  await sync()
})
afterEach(() => desk.close())

const sync = () => desk.mutate('line', 'syncNow', { blogId })
const course = async () => {
  clock.advance(SETTLED_MS)
  const now = await desk.query('practice', 'course')
  if (!now) throw new Error('there is no course')
  return now
}
const posts = () => desk.query('posts', 'list', { blogId })

/** Nothing is left for the checks to say. */
const writeCleanly = (postId: PostId, more: BlockNode[] = []): Promise<void> =>
  write(desk, postId, { title: 'A window', language: 'en', blocks: [paragraph(SENTENCE), ...more] })

/** It goes, and what a reader says under it comes down. */
async function publish(postId: PostId): Promise<void> {
  await desk.mutate('posts', 'publish', { postId, as: 'publish' })
  await sync()
}

async function question(postId: PostId): Promise<string> {
  const comments = await desk.query('comments', 'list', { blogId, postId })
  return comments.find(({ authorName }) => authorName === 'Iben Holt')?.id ?? ''
}

describe('the guided practice', () => {
  test('is offered with the practice blog, and counts nothing before it began', async () => {
    const { id: postId } = await desk.mutate('posts', 'create', { blogId })
    await write(desk, postId, { title: 'A window', language: 'en', blocks: [paragraph(SENTENCE)] })
    expect(await course()).toEqual({
      blogId,
      standing: 'not-begun',
      done: [],
      next: 'write',
      postId: null,
      askedUnder: null,
      isLineCut: false,
      samplesHere: 13,
      samplesOfAll: 13,
    })
  })

  test('begins with a post that is half written, and ticks nothing for it', async () => {
    const { postId } = await desk.mutate('practice', 'begin')
    const { title, wordCount } = await desk.query('posts', 'get', { postId })
    expect({ title, wordCount }).toEqual({ title: 'My first days at this desk', wordCount: 14 })
    expect(await course()).toMatchObject({ standing: 'under-way', postId, done: [], next: 'write' })
  })

  test('ticks each lesson when the thing has happened, and not before', async () => {
    const { postId } = await desk.mutate('practice', 'begin')
    const { document } = await desk.query('posts', 'get', { postId })
    await write(desk, postId, { language: 'en', blocks: [...document.content, paragraph(SENTENCE)] })
    expect((await course()).done).toEqual(['write'])

    await writeCleanly(postId, [paragraph(SENTENCE), paragraph(SENTENCE)])
    expect((await course()).done).toEqual(['write', 'check'])

    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    expect((await course()).done).toEqual(['write', 'check'])
    await sync()
    expect(await course()).toMatchObject({ done: ['write', 'check', 'publish'], next: 'answer' })

    await sync()
    await desk.mutate('comments', 'reply', { commentId: await question(postId), text: 'On a Tuesday. Thank you.' })
    expect((await course()).next).toBe('answer')
    await sync()
    expect((await course()).next).toBe('correct')

    await writeCleanly(postId, [UPDATE_NOTE])
    expect((await course()).next).toBe('correct')
    await publish(postId)
    expect((await course()).next).toBe('lost-line')

    await desk.mutate('practice', 'setLine', { isCut: true })
    expect(await sync()).toMatchObject({ state: 'closed', reason: { kind: 'offline' } })
    await writeCleanly(postId, [UPDATE_NOTE, paragraph('And it rained.')])
    await publish(postId)
    expect(await course()).toMatchObject({ isLineCut: true, next: 'lost-line' })
    await desk.mutate('practice', 'setLine', { isCut: false })
    clock.advance(60_000)
    await sync()
    expect(await course()).toMatchObject({ isLineCut: false, done: LESSONS, next: null })
  })

  test('takes a sample that is published for no sentence of the person’s own', async () => {
    await desk.mutate('practice', 'begin')
    const { id: postId = '' } = (await posts()).find(({ title }) => /oyster farmers/.test(title)) ?? {}
    await publish(postId as PostId)
    expect(await course()).toMatchObject({ done: ['publish'], next: 'write', askedUnder: postId })
  })

  test('takes an update without a dated note for no correction', async () => {
    const { postId } = await desk.mutate('practice', 'begin')
    await writeCleanly(postId)
    await publish(postId)
    await writeCleanly(postId, [paragraph('It was on a Tuesday.')])
    await publish(postId)
    expect((await course()).done).not.toContain('correct')
  })

  test('has one reader ask, once, under the first post that goes out', async () => {
    const { postId } = await desk.mutate('practice', 'begin')
    await writeCleanly(postId)
    await publish(postId)
    await course()
    await sync()
    await writeCleanly(postId, [paragraph('It rained.')])
    await publish(postId)
    await course()
    await sync()
    const comments = await desk.query('comments', 'list', { blogId, postId })
    expect(comments.map(({ authorName }) => authorName)).toEqual(['Iben Holt'])
    expect((await course()).askedUnder).toBe(postId)
  })

  test('is left and taken up again with what was done and the post it was done on, over a restart too', async () => {
    const { postId } = await desk.mutate('practice', 'begin')
    await writeCleanly(postId, [paragraph(SENTENCE), paragraph(SENTENCE)])
    await course()
    await desk.mutate('practice', 'setLine', { isCut: true })
    await desk.mutate('practice', 'leave')
    expect(await course()).toMatchObject({ standing: 'left', isLineCut: false, done: ['write', 'check'] })
    expect(await sync()).toMatchObject({ state: 'open' })
    await desk.close()
    desk = openDesk(folder, { clock, secrets })
    expect(await desk.mutate('practice', 'begin')).toEqual({ postId })
    expect(await course()).toMatchObject({ standing: 'under-way', done: ['write', 'check'], next: 'publish' })
  })

  test('begins another post where the one of before was put into the trash', async () => {
    const { postId } = await desk.mutate('practice', 'begin')
    await desk.mutate('posts', 'setTrashed', { postId, isTrashed: true })
    expect(await course()).toMatchObject({ postId: null })
    expect((await desk.mutate('practice', 'begin')).postId).not.toBe(postId)
  })

  test('is not there on a desk without the practice blog', async () => {
    const other = openDesk(temporaryFolder(), { clock })
    expect(await other.query('practice', 'course')).toBeNull()
    await expect(other.mutate('practice', 'begin')).rejects.toMatchObject({ data: { kind: 'no-such-item' } })
    await other.close()
  })
})

describe('the samples of the practice blog', () => {
  const find = async (title: RegExp): Promise<PostId> => {
    const post = (await posts()).find((candidate) => title.test(candidate.title))
    if (!post) throw new Error(`there is no post ${title.source}`)
    return post.id
  }
  const commentUnder = async (title: RegExp): Promise<string> =>
    (await desk.query('comments', 'list', { blogId, postId: await find(title) }))[0]?.id ?? ''

  test('go from the blog and from the desk with the comments under them, and come back', async () => {
    expect(await posts()).toHaveLength(13)
    expect(await desk.mutate('practice', 'removeSamples')).toEqual({ removed: 13, kept: 0 })
    expect(await posts()).toEqual([])
    await sync()
    expect(await posts()).toEqual([])
    expect(await desk.query('comments', 'list', { blogId, postId: null })).toEqual([])
    expect(await course()).toMatchObject({ samplesHere: 0, samplesOfAll: 13 })

    expect(await desk.mutate('practice', 'bringSamplesBack')).toEqual({ brought: 13 })
    await sync()
    expect(await posts()).toHaveLength(13)
    expect((await desk.query('comments', 'list', { blogId, postId: null })).length).toBeGreaterThan(20)
    expect(await desk.mutate('practice', 'bringSamplesBack')).toEqual({ brought: 0 })
  })

  test('leave whatever the person wrote, on the blog or only here', async () => {
    const { id: draftId } = await desk.mutate('posts', 'create', { blogId })
    await writeCleanly(draftId)
    const { id: sentId } = await desk.mutate('posts', 'create', { blogId })
    await writeCleanly(sentId)
    await publish(sentId)
    expect(await desk.mutate('practice', 'removeSamples')).toEqual({ removed: 13, kept: 0 })
    await sync()
    const left = new Map((await posts()).map(({ id, state }) => [id, state]))
    expect(left).toEqual(
      new Map([
        [sentId, 'published'],
        [draftId, 'draft'],
      ]),
    )
  })

  test('stay where the person changed a word, answered, began an answer or said what a post is for', async () => {
    await writeCleanly(await find(/oyster farmers/))
    await desk.mutate('comments', 'reply', { commentId: await commentUnder(/Forty questions/), text: 'Thank you.' })
    await sync()
    await desk.mutate('replyDrafts', 'keep', { commentId: await commentUnder(/wrong bus/), text: 'It was' })
    await desk.mutate('insight', 'setAim', {
      postId: await find(/consular counter/),
      aim: { campaignId: null, objective: 'Fewer questions', audience: '' },
    })

    expect(await desk.mutate('practice', 'removeSamples')).toEqual({ removed: 9, kept: 4 })
    await sync()
    expect(await posts()).toHaveLength(4)
    expect(await desk.query('replyDrafts', 'list')).toMatchObject([{ text: 'It was' }])
    expect(await desk.mutate('practice', 'bringSamplesBack')).toEqual({ brought: 9 })
    await sync()
    expect(await posts()).toHaveLength(13)
  })
})
