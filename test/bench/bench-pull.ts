import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fetchTheBytes, insertTheRows } from './pull-alone.ts'
import { pullAll, type PullFigures } from './pull-all.ts'

export interface PullBenchOptions {
  posts: number
  comments: number
  runs: number
}

/**
 * A first pull by the real desk, its core in a worker as in the browser host, against fetching the same bytes and inserting
 * the same rows alone. The three are measured in turns, so that a busy machine is busy for all; medians are compared.
 */
export async function benchPull({ posts, comments, runs }: PullBenchOptions): Promise<void> {
  const { server, url } = await startBlog({ posts, comments })
  const pulls: PullFigures[] = []
  const fetches: number[] = []
  const inserts: number[] = []
  const delays: { p99Ms: number; maxMs: number }[] = []
  try {
    for (let run = 1; run <= runs; run += 1) {
      const folder = mkdtempSync(join(tmpdir(), 'attache-bench-'))
      const delay = monitorEventLoopDelay({ resolution: 1 })
      delay.enable()
      const figures = await pullAll({ folder: join(folder, 'desk'), url, posts, comments, isTyping: run === runs })
      delay.disable()
      const fetch = await fetchTheBytes(url)
      const insertMs = insertTheRows({ from: join(folder, 'desk'), into: join(folder, 'alone') })
      rmSync(folder, { recursive: true })
      pulls.push(figures)
      fetches.push(fetch.ms)
      inserts.push(insertMs)
      delays.push({ p99Ms: delay.percentile(99) / 1e6, maxMs: delay.max / 1e6 })
      console.log(
        `run ${run}: pull ${seconds(figures.downMs)}, words counted after ${seconds(figures.wholeMs)}; ` +
          `alone ${seconds(fetch.ms + insertMs)} = fetch ${seconds(fetch.ms)} (${megabytes(fetch.sizeBytes)}) + insert ${seconds(insertMs)}; ` +
          `loop p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms${figures.saveP99Ms === null ? '' : `; somebody typed: save p99 ${figures.saveP99Ms.toFixed(0)} ms`}`,
      )
    }
  } finally {
    server.disconnect()
  }
  const aloneMs = median(fetches.map((ms, index) => ms + (inserts[index] ?? 0)))
  const pullMs = median(pulls.map(({ downMs }) => downMs))
  console.log(`posts=${posts} comments=${comments} runs=${runs}`)
  console.log(`pull_seconds=${(pullMs / 1000).toFixed(2)} alone_seconds=${(aloneMs / 1000).toFixed(2)}`)
  console.log(`ratio=${(pullMs / aloneMs).toFixed(2)}`)
  console.log(`with_words_counted_ratio=${(median(pulls.map(({ wholeMs }) => wholeMs)) / aloneMs).toFixed(2)}`)
  console.log(
    `event_loop_p99_ms=${median(delays.map(({ p99Ms }) => p99Ms)).toFixed(1)} event_loop_max_ms=${Math.max(...delays.map(({ maxMs }) => maxMs)).toFixed(0)}`,
  )
  console.log(`save_p99_ms_while_pulling=${(pulls.at(-1)?.saveP99Ms ?? Number.NaN).toFixed(0)}`)
  console.log(`max_rss_mb=${Math.round(process.resourceUsage().maxRSS / 1024)}`)
}

async function startBlog(size: { posts: number; comments: number }): Promise<{ server: ChildProcess; url: string }> {
  const entry = new URL('./serve-long-lists.ts', import.meta.url)
  const server = fork(entry, [`--posts=${size.posts}`, `--comments=${size.comments}`])
  const [message] = (await once(server, 'message')) as [{ url: string }]
  return { server, url: message.url }
}

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`
