import { describe, expect, test } from 'vitest'
import { AppError } from '../../../src/shared/errors.ts'
import type { BlogApi } from '../../../src/main/core/blog-api/blog-api.ts'
import type { StoredEntry } from '../../../src/main/core/store/outbox-repository.ts'
import { takeBack } from '../../../src/main/core/outbox/take-back.ts'
import { runOutbox, type RunnerPorts } from '../../../src/main/core/sync/outbox-runner.ts'
import { createMediaFiles } from '../../../src/main/core/media/media-files.ts'
import { createPictureFiles } from '../../../src/main/core/media/picture-files.ts'
import { createDesk } from '../../../src/main/core/store/desk.ts'
import { createQuarantine } from '../../../src/main/core/sync/quarantine.ts'
import { openStore } from '../../../src/main/core/store/open-store.ts'
import { profileIn } from '../../../src/main/host/profile.ts'
import { unsealedFiles } from '../../../src/main/core/vault/sealed-files.ts'
import { systemRandom } from '../../../src/main/host/system-random.ts'
import { deskOnPracticeBlog, newPost } from '../../support/desk-on-practice-blog.ts'

/** A desk whose one reply was sent and whose answer was lost, closed; and its parts, opened again by hand. */
async function replyWithLostAnswer() {
  const on = await deskOnPracticeBlog()
  const postId = await newPost(on.desk, on.blogId, 'Ask me')
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  await on.syncUntilQuiet()
  const api = on.as('editor')
  const [remote] = (await api.listPosts({ pageNumber: 1, modifiedAfter: null })).items
  await on.visitorComment(Number(remote?.remoteId), 'When?')
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  const [comment] = await on.desk.query('comments', 'list', { blogId: on.blogId, postId })
  await on.desk.mutate('comments', 'reply', { commentId: comment?.id ?? '', text: 'In March.' })
  on.line.fateOf = ({ isWrite }) => (isWrite ? 'lost-before' : 'ok')
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  await on.desk.close()

  const { databasePath, mediaFolder } = profileIn(on.profileFolder)
  const store = openStore({ databasePath, key: null })
  const desk = createDesk(store)
  const blog = desk.blogs.getBlog(on.blogId)
  const files = createMediaFiles(mediaFolder, unsealedFiles)
  const ports: RunnerPorts = {
    desk,
    files,
    pictureFiles: createPictureFiles({ desk, files, fileSeal: unsealedFiles, folder: on.profileFolder }),
    clock: on.clock,
    random: systemRandom,
    quarantine: createQuarantine(on.clock),
    flushEdits: () => {},
    log: { info() {}, warn() {}, error() {} },
    signal: new AbortController().signal,
    mayGo: () => true,
    onStep: () => {},
  }
  const entry = () => {
    const [only] = desk.outbox.listOpen(blog.id)
    if (!only) throw new Error('the entry has ended')
    return desk.outbox.getEntry(only.id)
  }
  desk.outbox.moveEntry(entry().id, 'ready', { nextAttemptAt: null })
  desk.outbox.moveEntry(entry().id, 'sending')
  desk.outbox.moveEntry(entry().id, 'unknown')
  ports.quarantine.begin(entry().id)
  on.clock.advance(3_600_000)
  const replies = async () => {
    const query = { pageNumber: 1, after: null, postIds: null, authorId: null, canModerate: true }
    return (await api.listComments(query)).items.filter(({ authorId }) => authorId !== null)
  }
  return { api, blog, store, desk, clock: on.clock, ports, entry, replies }
}

/** The line with some calls answered otherwise, to posts and to pages alike. */
const lineWith = (api: BlogApi, calls: Partial<BlogApi>): BlogApi => ({
  ...api,
  ...calls,
  ofKind: (kind) => ({ ...api.ofKind(kind), ...calls }),
})

describe('an entry whose end is unclear', () => {
  test('taken back between the look-up and the sending is not sent', async () => {
    const { api, blog, store, desk, ports, entry, replies } = await replyWithLostAnswer()
    const { id } = entry()
    const onStep: RunnerPorts['onStep'] = (step) => {
      if (step.state === 'ready') desk.transaction(() => takeBack(desk, step))
    }
    expect(await runOutbox({ ...ports, onStep }, api, blog)).toBeNull()
    expect(desk.outbox.getEntry(id).state).toBe('cancelled')
    expect(await replies()).toEqual([])
    store.close()
  })

  test('waits longer after each look-up that fails', async () => {
    const { api, blog, store, clock, ports, entry } = await replyWithLostAnswer()
    const broken = lineWith(api, { listComments: () => Promise.reject(new TypeError('no answer')) })
    const halfway = { ...systemRandom, fraction: () => 0.5 }
    const waits: number[] = []
    for (let look = 0; look < 12; look += 1) {
      expect(await runOutbox({ ...ports, random: halfway }, broken, blog)).toBeNull()
      const { state, nextAttemptAt } = entry()
      expect(state).toBe('unknown')
      const waitMs = Date.parse(nextAttemptAt ?? '') - clock.now().getTime()
      waits.push(waitMs)
      clock.advance(waitMs)
    }
    expect(waits.at(-1)).toBe(450_000)
    expect(waits.toSorted((a, b) => a - b)).toEqual(waits)
    store.close()
  })

  test('becomes the person’s when the blog forbids the look-up, so that it can be taken back', async () => {
    const { api, blog, store, desk, ports, entry } = await replyWithLostAnswer()
    const forbidden = new AppError({ kind: 'forbidden', code: 'rest_cannot_read' })
    await runOutbox(ports, lineWith(api, { listComments: () => Promise.reject(forbidden) }), blog)
    expect(entry()).toMatchObject({ state: 'needs-you', reason: { kind: 'forbidden' } })
    desk.outbox.moveEntry(entry().id, 'cancelled')
    store.close()
  })

  test('that a person takes up again is looked for before it is sent again', async () => {
    const { api, blog, store, desk, ports, entry, replies } = await replyWithLostAnswer()
    await api.createReply({ ...replyOf(entry()), token: entry().token })
    const { id } = entry()
    const lost = lineWith(api, { listComments: () => Promise.reject(new AppError({ kind: 'not-found' })) })
    await runOutbox(ports, lost, blog)
    desk.outbox.moveEntry(id, 'ready')
    const sent: string[] = []
    const createReply: BlogApi['createReply'] = (reply) => {
      sent.push(reply.text)
      return api.createReply(reply)
    }
    await runOutbox(ports, lineWith(api, { createReply }), blog)
    expect(desk.outbox.getEntry(id).state).toBe('done')
    expect({ sent, replies: (await replies()).length }).toEqual({ sent: [], replies: 1 })
    store.close()
  })
})

function replyOf(entry: StoredEntry) {
  if (entry.kind !== 'send-reply') throw new Error('not a reply')
  return entry.payload
}
