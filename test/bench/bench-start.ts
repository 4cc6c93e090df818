import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWhenStale } from '../../scripts/build-when-stale.ts'
import type { BlogId } from '../../src/shared/domain/ids.ts'
import { filledDesk } from './filled-desk.ts'
import { median, timed, type Bench } from './measure.ts'

const ENTRY = join(import.meta.dirname, '../../out/main/node-core-entry.js')

/** A process of its own that does nothing but start the built core and ask what the window asks first. */
const FIRST_LIST = (profile: string, blogId: BlogId): string => `
  const { Worker } = require('node:worker_threads')
  const core = new Worker(${JSON.stringify(ENTRY)})
  core.on('message', ({ kind, response }) => {
    if (kind === 'closed') process.exit()
    if (kind !== 'answer') return
    if (!response.ok) throw new Error(JSON.stringify(response.error))
    process.stdout.write(String(response.data.length))
    core.postMessage({ kind: 'close' })
  })
  core.postMessage({ kind: 'start', start: { profileFolder: ${JSON.stringify(profile)}, keyStore: 'none' } })
  core.postMessage({ kind: 'call', callId: 1, request: { type: 'query', path: 'posts.list', input: { blogId: '${blogId}' } } })`

/** From nothing to the first list of posts. */
export const benchStart: Bench = {
  about: 'start of the core until the first list of posts ÷ `node -e 0`, and how it grows with the desk',
  options: { posts: [10_000, 100_000], runs: 15 },
  async run(options) {
    await buildWhenStale()
    const parent = mkdtempSync(join(tmpdir(), 'attache-bench-'))
    try {
      const desks = []
      for (const size of options.numbers('posts')) desks.push(await filledDesk(join(parent, String(size)), size))
      const floors: number[] = []
      const starts = desks.map(() => [] as number[])
      for (let run = 0; run < options.number('runs'); run += 1) {
        floors.push(timed(() => execFileSync(process.execPath, ['-e', '0'])).ms)
        for (const [index, { folder, blogId, size }] of desks.entries()) {
          starts[index]?.push(await firstList(folder, blogId, size))
        }
      }
      const [small, large] = [median(starts[0] ?? []), median(starts.at(-1) ?? [])]
      const [smallSize, largeSize] = [desks[0]?.size, desks.at(-1)?.size]
      return [
        {
          id: 'U2',
          work: `start → first list of ${smallSize} posts ÷ node -e 0`,
          ratio: small / median(floors),
          goal: 1.5,
          figures: { start_p50_ms: small, node_p50_ms: median(floors) },
        },
        {
          id: 'U2, growth',
          work: `start → first list, ${largeSize} ÷ ${smallSize} posts`,
          ratio: large / small,
          goal: 1.1,
          figures: { [`start_p50_ms_${largeSize}`]: large },
        },
      ]
    } finally {
      rmSync(parent, { recursive: true })
    }
  },
}

/** Milliseconds until the answer is there; what closing takes nobody waits for. */
async function firstList(folder: string, blogId: BlogId, size: number): Promise<number> {
  const startedMs = performance.now()
  const host = spawn(process.execPath, ['-e', FIRST_LIST(folder, blogId)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const exited = once(host, 'exit')
  const [listed] = (await once(host.stdout, 'data')) as [Buffer]
  const ms = performance.now() - startedMs
  await exited
  if (Number(listed.toString()) < size) throw new Error(`of ${size} posts ${listed.toString()} were listed`)
  return ms
}
