import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { SavedPost, Snapshot } from '../../src/shared/contract/services.ts'
import type { Blog } from '../../src/shared/domain/blog.ts'
import type { OutboxEntry } from '../../src/shared/domain/outbox-entry.ts'
import type { Post } from '../../src/shared/domain/post.ts'
import { useKey } from '../../src/main/core/store/use-key.ts'
import { profileIn } from '../../src/main/host/profile.ts'
import { buildWhenStale } from '../../scripts/build-when-stale.ts'
import type { ServedPracticeBlog } from '../support/serve-practice-blog.ts'
import { startDeskProcess, type DeskProcess } from './desk-process.ts'
import { seededRandom, type SeededRandom } from './seeded-random.ts'
import { openKeysIn } from '../support/open-keys.ts'

export interface KillReport {
  kills: number
  /** Saves that the program had called saved: by a `saved` event or by the answer to `flush`. */
  acknowledged: number
  /** Of these, how many were not there after the restart. */
  lost: number
  /** Databases that SQLite found damaged. */
  damaged: number
  /** Posts on the blog beyond one for each post of the desk, drafts included. */
  doubled: number
  edits: number
  notes: string[]
}

const POSTS = 3
const LONGEST_LIFE_MS = 1_200

/**
 * Kills the real program again and again while somebody types into three posts, publishes and syncs. After each restart
 * every acknowledged save of the life before must be in the post or in its history.
 */
export async function runKills(options: {
  kills: number
  seed: string
  blog: ServedPracticeBlog
  folder: string
}): Promise<KillReport> {
  const { kills, blog, folder } = options
  mkdirSync(folder, { recursive: true })
  const random = seededRandom(options.seed)
  const report: KillReport = { kills: 0, acknowledged: 0, lost: 0, damaged: 0, doubled: 0, edits: 0, notes: [] }
  const acknowledged = new Map<string, Set<string>>()
  const acknowledge = (postId: string, { window, sequence }: Pick<SavedPost, 'window' | 'sequence'>): void => {
    const titles = acknowledged.get(postId) ?? new Set()
    acknowledged.set(postId, titles.add(titleOf(window, sequence)))
  }
  const start = (): Promise<DeskProcess> =>
    startDeskProcess(join(folder, 'profile'), (event) => {
      if (event.topic === 'saved') acknowledge(event.postId, event)
    })

  // The program runs from its source; it only has to find some window to serve.
  if (!existsSync(join(import.meta.dirname, '../../out/renderer/index.html'))) await buildWhenStale()
  let desk = await start()
  const posts = await firstLife(desk, blog)
  for (let life = 1; life <= kills; life += 1) {
    acknowledged.clear()
    const killed = killAfter(desk, random.integer(30, LONGEST_LIFE_MS))
    report.edits += await typeUntilKilled({ desk, posts, random, window: `life-${life}`, acknowledge })
    await killed
    report.kills += 1
    const damage = checkCopy(folder)
    if (damage !== 'ok') {
      report.damaged += 1
      report.notes.push(`life ${life}: ${damage}`)
    }
    desk = await start()
    for (const [postId, titles] of acknowledged) {
      report.acknowledged += titles.size
      const known = await knownTitles(desk, postId)
      const missing = [...titles].filter((title) => !known.has(title))
      report.lost += missing.length
      if (missing.length > 0) report.notes.push(`life ${life}: ${missing.join(', ')} of ${titles.size}`)
    }
  }
  await settle(desk)
  report.doubled = Math.max(0, (await countPosts(blog)) - POSTS)
  await desk.kill()
  return report
}

const titleOf = (window: string, sequence: number): string => `${window} words ${sequence}`

async function firstLife(desk: DeskProcess, blog: ServedPracticeBlog): Promise<Post[]> {
  const connected = (await desk.call('blogs.connect', 'mutation', {
    ...blog.accounts.editor,
    address: blog.url,
  })) as Blog
  const posts: Post[] = []
  for (let index = 0; index < POSTS; index += 1)
    posts.push((await desk.call('posts.create', 'mutation', { blogId: connected.id })) as Post)
  return posts
}

interface Typing {
  desk: DeskProcess
  posts: Post[]
  random: SeededRandom
  window: string
  acknowledge: (postId: string, saved: SavedPost) => void
}

async function killAfter(desk: DeskProcess, delayMs: number): Promise<void> {
  await new Promise((resolve) => void setTimeout(resolve, delayMs))
  await desk.kill()
}

/** Types, flushes, publishes and syncs; returns how many edits were taken. The kill comes in the middle of any of it. */
async function typeUntilKilled(typing: Typing): Promise<number> {
  let editCount = 0
  try {
    for (let sequence = 1; ; sequence += 1) {
      await typeOnce(sequence, typing)
      editCount += 1
    }
  } catch (error) {
    if (!typing.desk.isKilled()) throw error
  }
  return editCount
}

async function typeOnce(sequence: number, { desk, posts, random, window, acknowledge }: Typing): Promise<void> {
  const { id: postId, blogId } = random.pick(posts as [Post, ...Post[]])
  const title = titleOf(window, sequence)
  const document = documentOf(title, random)
  await desk.call('posts.edit', 'mutation', { ...blankEdit, postId, window, sequence, title, document })
  if (random.chance(0.2)) {
    const saved = (await desk.call('posts.flush', 'mutation', { postId })) as SavedPost | null
    if (saved) acknowledge(postId, saved)
  }
  if (random.chance(0.05)) await desk.call('posts.publish', 'mutation', { postId, as: 'publish' }).catch(ignoreRefusal)
  if (random.chance(0.1)) void desk.call('line.syncNow', 'mutation', { blogId }).catch(() => undefined)
}

/** A post that changed on both sides may not be published; nothing else is expected here. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof Error) || !error.message.includes('not-allowed-now')) throw error
}

const blankEdit = { excerpt: '', language: '', direction: 'ltr', categoryIds: [], tags: [], caret: null }

const documentOf = (title: string, random: SeededRandom) => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      attrs: { dir: null, source: null },
      content: [{ type: 'text', text: `${title}. ${'Words that matter. '.repeat(random.integer(1, 400))}` }],
    },
  ],
})

async function knownTitles(desk: DeskProcess, postId: string): Promise<Set<string>> {
  const history = (await desk.call('posts.history', 'query', { postId })) as Snapshot[]
  return new Set(history.map(({ title }) => title))
}

/** SQLite's own check on a copy of what the kill left, so that the program meets the files as they were left. */
function checkCopy(folder: string): string {
  const { databasePath } = profileIn(join(folder, 'profile'))
  const copyFolder = join(folder, 'copy')
  rmSync(copyFolder, { recursive: true, force: true })
  mkdirSync(copyFolder)
  const copy = join(copyFolder, 'desk.sqlite')
  for (const ending of ['', '-wal'])
    if (existsSync(databasePath + ending)) copyFileSync(databasePath + ending, copy + ending)
  const database = new Database(copy)
  useKey(database, openKeysIn(join(folder, 'profile'))?.database ?? null)
  try {
    return String(database.pragma('integrity_check', { simple: true }))
  } finally {
    database.close()
  }
}

/** Lets everything go, without waiting for undo windows and pauses. */
async function settle(desk: DeskProcess): Promise<void> {
  const [blog] = (await desk.call('blogs.list', 'query')) as Blog[]
  if (!blog) throw new Error('the desk has lost its blog')
  for (let round = 0; round < 30; round += 1) {
    const entries = (await desk.call('outbox.list', 'query', { blogId: blog.id })) as OutboxEntry[]
    const open = entries.filter(({ state }) => !['done', 'cancelled', 'needs-you', 'blocked'].includes(state))
    if (open.length === 0 && round > 0) return
    for (const { id } of open) await desk.call('outbox.tryNow', 'mutation', { entryId: id })
    await desk.call('line.syncNow', 'mutation', { blogId: blog.id })
  }
}

async function countPosts({ url, accounts: { editor } }: ServedPracticeBlog): Promise<number> {
  const authorization = `Basic ${Buffer.from(`${editor.userName}:${editor.applicationPassword}`).toString('base64')}`
  const query = 'status=publish,future,draft,pending,private&per_page=100&_fields=id&context=edit'
  const answer = await fetch(`${url}/wp-json/wp/v2/posts?${query}`, { headers: { authorization } })
  return ((await answer.json()) as unknown[]).length
}
