import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BlockNode } from '../../../src/shared/content/document.ts'
import type { ChangedText, PostEdit } from '../../../src/shared/contract/inputs.ts'
import type { PostId } from '../../../src/shared/domain/ids.ts'
import { AppError } from '../../../src/shared/errors.ts'
import { createChangeFeed } from '../../../src/main/core/change-feed.ts'
import { createPostsService, type PostsInside } from '../../../src/main/core/posts/posts-service.ts'
import { createDesk, type Desk } from '../../../src/main/core/store/desk.ts'
import { openStore, type Store } from '../../../src/main/core/store/open-store.ts'
import { systemRandom } from '../../../src/main/host/system-random.ts'
import { createManualClock, type ManualClock } from '../../fakes/manual-clock.ts'
import { putTestBlog } from '../../support/stored.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

let store: Store
let desk: Desk
let clock: ManualClock
let posts: PostsInside
let postId: PostId
let databasePath: string
let disk: { isFull: boolean }
let troubles: string[]

beforeEach(() => {
  databasePath = join(temporaryFolder(), 'desk.db')
  clock = createManualClock()
  disk = { isFull: false }
  troubles = []
  open()
  postId = posts.create({ blogId: putTestBlog(desk).id, kind: 'post' }).id
})
afterEach(() => store.close())

let hear: (event: { topic: string; postId?: string | null; window?: string; sequence?: number }) => void = () =>
  undefined
function watched() {
  const feed = createChangeFeed()
  feed.onChange((event) => hear(event as never))
  return feed
}

function open(): void {
  store = openStore({ databasePath, key: null })
  desk = createDesk({
    ...store,
    transaction(work) {
      if (disk.isFull) throw new AppError({ kind: 'database', reason: 'full' })
      return store.transaction(work)
    },
  })
  const note = (event: string): void => void troubles.push(event)
  posts = createPostsService({
    desk,
    clock,
    random: systemRandom,
    feed: watched(),
    log: { info() {}, warn: note, error: note },
    holdMs: 0,
    onQueued() {},
    profile: () => ({ name: '', byBlog: {} }),
  })
}

/** As after a kill: nothing was saved or settled that the clock had not brought about. */
function openAgainAfterKill(): void {
  store.close()
  clock = createManualClock(clock.now().toISOString())
  open()
}

import { takeWords } from '../../../src/main/core/posts/take-words.ts'
import { currentWords } from '../../../src/main/core/posts/post-words.ts'
import { changeBetween } from '../../../src/shared/content/block-change.ts'

const paragraph = (text: string): BlockNode => ({
  type: 'paragraph',
  attrs: { dir: null, source: null },
  content: [{ type: 'text', text }],
})
function rng(seed: number) {
  let state = seed
  return (below: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}
interface Win {
  id: string
  postId: PostId
  text: BlockNode[]
  taken: { sequence: number; text: BlockNode[] } | null
  sequence: number
  mergesSeen: number
}
test.each(Array.from({ length: 60 }, (_, seed) => seed + 1))(
  'fuzz %i: each text that was called saved is in history',
  (seed) => {
    const next = rng(seed * 7919)
    const { blogId } = posts.get(postId)
    const ids = [postId, ...Array.from({ length: 11 }, () => posts.create({ blogId, kind: 'post' }).id)]
    const sent = new Map<string, { postId: PostId; text: string }>()
    const saved = new Map<string, { postId: PostId; text: string }>()
    hear = (event) => {
      if (event.topic !== 'saved') return
      const key = `${event.window} ${event.sequence}`
      const one = sent.get(key)
      if (one) saved.set(key, one)
    }
    let count = 0
    const wins: Win[] = []
    const openWin = (id: PostId): Win => {
      const post = posts.get(id)
      const win: Win = {
        id: `w${(count += 1)}`,
        postId: id,
        text: post.document.content,
        taken: null,
        sequence: 0,
        mergesSeen: post.mergeCount,
      }
      wins.push(win)
      return win
    }
    const attempt = (work: () => void): void => {
      try {
        work()
      } catch (error) {
        if (!(error instanceof AppError) && !/full|no room/.test(String(error))) throw error
      }
    }
    const hand = (win: Win): void => {
      win.sequence += 1
      const fields = {
        postId: win.postId,
        window: win.id,
        sequence: win.sequence,
        mergesSeen: win.mergesSeen,
        title: 'T',
        excerpt: '',
        language: '',
        direction: 'ltr' as const,
        categoryIds: [],
        tags: [],
        caret: null,
      }
      const taken = win.taken
      win.taken = null
      sent.set(`${win.id} ${win.sequence}`, { postId: win.postId, text: JSON.stringify(win.text) })
      const copy = <T>(value: T): T => structuredClone(value)
      const answer =
        taken === null
          ? 'send-whole'
          : posts.edit(
              copy({
                ...fields,
                change: { over: taken.sequence, ...changeBetween(taken.text, win.text), total: win.text.length },
              }) as ChangedText,
            )
      if (answer === 'send-whole')
        posts.edit(copy({ ...fields, document: { type: 'doc', content: win.text } }) as PostEdit)
      win.taken = { sequence: win.sequence, text: win.text }
    }
    for (let step = 0; step < 250; step += 1) {
      const what = next(100)
      const id = ids[next(next(3) === 0 ? ids.length : 2)]!
      const own = wins.filter((win) => win.postId === id)
      const win = own.length > 0 && next(8) > 0 ? own[next(own.length)]! : null
      if (what < 55)
        attempt(() => {
          const at = win ?? openWin(id)
          const many = next(3)
          at.text = at.text.toSpliced(
            next(at.text.length + 1),
            next(2),
            ...Array.from({ length: many || 1 }, () => paragraph(`n${(count += 1)}`)),
          )
          hand(at)
        })
      else if (what < 75) clock.advance([60, 250, 300, 1_000, 1_600][next(5)]!)
      else if (what < 80) attempt(() => posts.flush(id))
      else if (what < 84)
        attempt(() => {
          const [one] = posts.history(id)
          if (one) posts.restore({ postId: id, snapshotId: one.id })
        })
      else if (what < 89)
        attempt(() =>
          desk.transaction(() => {
            const post = desk.posts.getPost(id)
            const words = currentWords(desk, post)
            takeWords({ desk, clock, random: systemRandom } as never, post, {
              ...words,
              document: { type: 'doc', content: [...words.document.content, paragraph(`m${(count += 1)}`)] },
            })
          }),
        )
      else if (what < 92)
        attempt(() => {
          if (!win) return
          const post = posts.get(id)
          win.text = post.document.content
          win.mergesSeen = post.mergeCount
        })
      else if (what < 95) {
        disk.isFull = false
        openAgainAfterKill()
        for (const each of wins) each.taken = next(2) ? each.taken : null
      } else if (what < 97) disk.isFull = !disk.isFull
      else attempt(() => posts.settleAll())
    }
    disk.isFull = false
    if (next(2)) openAgainAfterKill()
    else clock.advance(20_000)
    expect(desk.typedEdits.listEdits()).toEqual([])
    expect(troubles.filter((each) => each !== 'settle-failed' && each !== 'autosave-failed')).toEqual([])
    const history = new Map(
      ids.map((id) => [
        id,
        new Set(
          posts
            .history(id)
            .map(({ id: version }) => JSON.stringify(desk.snapshots.getSnapshot(version).words.document.content)),
        ),
      ]),
    )
    expect(saved.size).toBeGreaterThan(20)
    const missing = [...saved].filter(([, { postId: id, text }]) => !history.get(id)?.has(text)).map(([key]) => key)
    expect(missing).toEqual([])
  },
)
