import { randomBytes } from 'node:crypto'
import type { DeskKeys } from '../../src/main/core/vault/desk-keys.ts'
import { appRouter } from '../../src/shared/contract/router.ts'
import { createPracticeBlog } from '../../src/main/core/practice-blog/create-practice-blog.ts'
import { systemRandom } from '../../src/main/host/system-random.ts'
import { createManualClock } from '../fakes/manual-clock.ts'
import { askFor } from '../core/review/reviewing.ts'
import { newPost, paragraph } from '../support/desk-on-practice-blog.ts'
import { memoryPracticeStore } from '../support/memory-practice-store.ts'
import { openDesk } from '../support/open-desk.ts'
import { ferry, pictureOf } from '../support/pictures.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const ORIGIN = 'https://blog.example'

/** One request as the network sees it. */
export interface Asked {
  method: string
  address: string
  hasPassword: boolean
}

/**
 * A day at a sealed desk: a blog is connected, a post written, illustrated, reviewed and published, a comment answered, and every
 * question of the contract asked. `told` is all that the window was told on the way, `asked` all that left for the network.
 */
export async function dayAtTheDesk() {
  const profileFolder = temporaryFolder()
  const clock = createManualClock()
  const blog = createPracticeBlog({ store: memoryPracticeStore(), clock, random: systemRandom, origin: ORIGIN })
  const key = (): Uint8Array => new Uint8Array(randomBytes(32))
  const keys: DeskKeys = { database: key(), files: key(), passwords: key() }
  const asked: Asked[] = []
  const desk = openDesk(profileFolder, {
    clock,
    keys,
    fetch(input, init) {
      const headers = new Headers(init?.headers)
      asked.push({ method: init?.method ?? 'GET', address: input, hasPassword: headers.has('authorization') })
      return input.startsWith(`${ORIGIN}/`) ? blog.fetch(input, init) : Promise.reject(new TypeError('fetch failed'))
    },
  })
  const told: { path: string; text: string }[] = []
  const tell = async (type: 'query' | 'mutation', path: string, input?: unknown): Promise<unknown> => {
    const response = await desk.core.call({ type, path, input })
    told.push({ path, text: JSON.stringify(response) })
    return response.ok ? response.data : null
  }
  desk.core.start()
  const account = blog.accounts.editor
  await tell('mutation', 'blogs.connect', { ...account, applicationPassword: 'wrong', address: ORIGIN })
  const { id: blogId } = await desk.mutate('blogs', 'connect', { ...account, address: ORIGIN })
  await tell('mutation', 'line.syncNow', { blogId })
  const picture = await desk.mutate('media', 'add', ferry)
  const postId = await newPost(desk, blogId, 'The ferry', paragraph('At six.'), pictureOf(picture.id))
  const { id: reviewId } = await askFor(desk, postId)
  const [comment] = await desk.query('comments', 'list', { blogId, postId: null })
  await tell('mutation', 'comments.reply', { commentId: comment?.id, text: 'Thank you.' })
  await tell('mutation', 'posts.publish', { postId, as: 'publish' })
  await tell('mutation', 'reading.add', { address: 'https://feed.example/feed' })
  await tell('mutation', 'interchange.exportPost', { postId, to: 'word' })
  await tell('mutation', 'interchange.importFile', { blogId, fileName: 'a.docx', bytes: Uint8Array.of(80, 75, 3, 4) })
  await tell('mutation', 'media.add', { fileName: 'a.jpg', bytes: Uint8Array.of(255, 216, 255) })
  await tell('mutation', 'reviews.readFile', { bytes: Uint8Array.of(1, 2), passphrase: null })
  await tell('mutation', 'backups.makeNow')
  await tell('mutation', 'line.syncNow', { blogId })
  clock.advance(60_000)
  const [backup] = (await desk.query('backups', 'list')).backups
  const input = {
    blogId,
    postId,
    reviewId,
    mediaId: picture.id,
    commentId: comment?.id,
    id: backup?.id,
    text: 'ferry',
    feedId: null,
    itemId: crypto.randomUUID(),
    entryId: crypto.randomUUID(),
    snapshotId: crypto.randomUUID(),
    language: 'en',
    words: ['ferry'],
    word: 'fery',
    src: '',
  }
  for (const [path, type] of procedures()) if (type === 'query') await tell('query', path, input)
  for (const event of desk.events) told.push({ path: 'an event', text: JSON.stringify(event) })
  await desk.close()
  return {
    told,
    asked,
    profileFolder,
    keys,
    blogs: [ORIGIN],
    feeds: ['https://feed.example'],
    account,
    logLines: desk.logLines,
  }
}

const { _def: definition } = appRouter
/** Each call of the contract and of what kind it is. */
export const procedures = (): [string, string][] =>
  Object.entries(definition.procedures as unknown as Record<string, { _def: { type: string } }>).map(
    ([path, { _def: procedure }]) => [path, procedure.type],
  )
