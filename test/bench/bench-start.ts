import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buildWhenStale } from '../../scripts/build-when-stale.ts'
import { profileIn } from '../../src/main/host/profile.ts'
import type { BlogId } from '../../src/shared/domain/ids.ts'
import { askFirst } from '../support/ask-first.ts'
import { openKeysIn } from '../support/open-keys.ts'
import { filledDesk } from './filled-desk.ts'
import { growthOf, median, spreadOf, timed, type Bench } from './measure.ts'

/** On the browser host the core is a thread of a process that has more to do; this is what such a pair takes that does nothing. */
const IDLE_THREAD = `
  const { Worker } = require('node:worker_threads')
  new Worker("require('node:worker_threads').parentPort.postMessage('')", { eval: true })
    .on('message', () => process.stdout.write('0\\n'))`

/** The least that any program could do with this store: open it with its key, and read so many posts by their index. */
const bareStore = (folder: string, blogId: BlogId): string => `
  const Database = require(${JSON.stringify(createRequire(import.meta.url).resolve('better-sqlite3'))})
  const database = new Database(${JSON.stringify(profileIn(folder).databasePath)})
  database.pragma("cipher = 'chacha20'")
  database.pragma('key = "x\\'${Buffer.from(openKeysIn(folder)?.database ?? []).toString('hex')}\\'"')
  database.pragma('journal_mode = WAL')
  const posts = database.prepare('SELECT * FROM posts WHERE blog_id = ? ORDER BY edited_at DESC LIMIT 60')
  process.stdout.write(posts.all(${JSON.stringify(blogId)}).length + '\\n')
  database.close()`

/**
 * From nothing to the posts that a window shows first, and to all of them. The core is a process of its own, as in the installed program, and is
 * asked at once for what a window asks in turn: whichever of the two is there later is waited for.
 */
export const benchStart: Bench = {
  about: 'start of the core until the first posts are listed ÷ `node -e 0`, and how it grows with the desk',
  options: { posts: [10_000, 30_000, 100_000], runs: 15 },
  quick: { posts: [50, 100], runs: 1 },
  async run(options) {
    await buildWhenStale()
    const parent = mkdtempSync(join(tmpdir(), 'attache-bench-'))
    try {
      const desks = []
      for (const size of options.numbers('posts')) desks.push(await filledDesk(join(parent, String(size)), size))
      const floors: number[] = []
      const idleThreads: number[] = []
      const threads: number[] = []
      const bareStores: number[] = []
      const starts = desks.map((): Start[] => [])
      for (let run = 0; run < options.number('runs'); run += 1) {
        floors.push(timed(() => execFileSync(process.execPath, ['-e', '0'])).ms)
        idleThreads.push((await started(IDLE_THREAD)).firstMs)
        for (const [index, { folder: profile, blogId, size }] of desks.entries()) {
          starts[index]?.push(await started(askFirst({ profile, blogId, where: 'process' }), size))
          if (index > 0) continue
          threads.push((await started(askFirst({ profile, blogId, where: 'thread' }), size)).firstMs)
          bareStores.push((await started(bareStore(profile, blogId))).firstMs)
        }
      }
      const [small, large] = [starts[0] ?? [], starts.at(-1) ?? []]
      const [smallSize, largeSize] = [desks[0]?.size, desks.at(-1)?.size]
      const first = (runs: readonly Start[]): number => median(runs.map(({ firstMs }) => firstMs))
      const all = (runs: readonly Start[]): number => median(runs.map(({ allMs }) => allMs))
      return [
        {
          id: 'U2',
          work: `start → first list of ${smallSize} posts ÷ node -e 0`,
          ratio: first(small) / median(floors),
          goal: 1.5,
          figures: {
            ...spreadOf(
              'start',
              small.map(({ firstMs }) => firstMs),
            ),
            all_posts_p50_ms: all(small),
            node_p50_ms: median(floors),
            bare_store_p50_ms: median(bareStores),
            in_a_thread_p50_ms: median(threads),
            idle_thread_p50_ms: median(idleThreads),
          },
        },
        {
          id: 'U2, growth',
          work: `start → first list, ${largeSize} ÷ ${smallSize} posts`,
          ratio: first(large) / first(small),
          goal: 1.1,
          figures: { [`start_p50_ms_${largeSize}`]: first(large), [`all_posts_p50_ms_${largeSize}`]: all(large) },
        },
        ...growthOf(
          { id: 'U2, exponent', of: 'the start', unit: 'posts', cost: 'start_p50_ms' },
          desks.map(({ size }, index) => ({ size, cost: first(starts[index] ?? []) })),
        ),
      ]
    } finally {
      rmSync(parent, { recursive: true })
    }
  },
}

interface Start {
  firstMs: number
  /** Until it had said everything. */
  allMs: number
}

/** What closing takes nobody waits for. `size`: of the last list that it says. */
async function started(program: string, size = 0): Promise<Start> {
  const startedMs = performance.now()
  const host = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(host, 'exit')
  const said = []
  for await (const line of createInterface({ input: host.stdout }))
    said.push({ ms: performance.now() - startedMs, line })
  await exited
  const listed = Number(said.at(-1)?.line)
  if (!(listed >= size)) throw new Error(`of ${size} posts ${listed} were listed`)
  return { firstMs: said[0]?.ms ?? 0, allMs: said.at(-1)?.ms ?? 0 }
}
