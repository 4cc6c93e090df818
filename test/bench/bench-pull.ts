import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { median, type Bench } from './measure.ts'
import { fetchTheBytes, insertTheRows } from './pull-alone.ts'
import { pullAll, type PullFigures } from './pull-all.ts'

/**
 * A first pull by the real desk, its core in a worker as in the browser host, against fetching the same bytes and inserting
 * the same rows alone. The three are measured in turns, so that a busy machine is busy for all; medians are compared.
 */
export const benchPull: Bench = {
  about: 'a first pull ÷ fetching its bytes and inserting its rows alone; saves while it runs ÷ saves without',
  options: { posts: 10_000, comments: 50_000, runs: 5 },
  async run(options) {
    const [posts, comments, runs] = [options.number('posts'), options.number('comments'), options.number('runs')]
    const { server, url } = await startBlog({ posts, comments })
    const rounds: Round[] = []
    try {
      for (let run = 1; run <= runs; run += 1)
        rounds.push(await measureOnce({ url, posts, comments, isTyping: run === runs }))
    } finally {
      server.disconnect()
    }
    const of = (pick: (round: Round) => number): number => median(rounds.map(pick))
    const { pull: typed } = rounds.at(-1) ?? {}
    return [
      {
        id: 'P1',
        work: `first pull of ${posts} posts and ${comments} comments, index included ÷ fetch + insert`,
        ratio: of(({ pull }) => pull.indexedMs) / of(({ aloneMs }) => aloneMs),
        goal: 1.15,
        figures: {
          pull_s: of(({ pull }) => pull.downMs) / 1000,
          with_index_s: of(({ pull }) => pull.indexedMs) / 1000,
          alone_s: of(({ aloneMs }) => aloneMs) / 1000,
          fetched_mb: (rounds[0]?.fetchedBytes ?? 0) / 1e6,
          max_rss_mb: process.resourceUsage().maxRSS / 1024,
        },
      },
      {
        id: 'P3',
        work: 'posts readable, index still filling ÷ fetch + insert',
        ratio: of(({ pull }) => pull.readableMs) / of(({ aloneMs }) => aloneMs),
        goal: 0.55,
        figures: { readable_s: of(({ pull }) => pull.readableMs) / 1000 },
      },
      {
        id: 'P4',
        work: 'delay of the loop that serves the window, p99 in ms (no floor in this run)',
        ratio: of(({ loopP99Ms }) => loopP99Ms),
        goal: 10,
        figures: { loop_max_ms: Math.max(...rounds.map(({ loopMaxMs }) => loopMaxMs)) },
      },
      {
        id: 'S2',
        work: 'save p99 during a first pull ÷ without one',
        ratio: (typed?.savesP99Ms?.during ?? Number.NaN) / (typed?.savesP99Ms?.after ?? Number.NaN),
        goal: 15,
        figures: {
          save_p99_ms_during: typed?.savesP99Ms?.during ?? Number.NaN,
          save_p99_ms_after: typed?.savesP99Ms?.after ?? Number.NaN,
        },
      },
    ]
  },
}

interface Round {
  pull: PullFigures
  fetchedBytes: number
  aloneMs: number
  loopP99Ms: number
  loopMaxMs: number
}

async function measureOnce(options: {
  url: string
  posts: number
  comments: number
  isTyping: boolean
}): Promise<Round> {
  const folder = mkdtempSync(join(tmpdir(), 'attache-bench-'))
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const pull = await pullAll({ folder: join(folder, 'desk'), ...options })
  delay.disable()
  const fetch = await fetchTheBytes(options.url)
  const insertMs = insertTheRows({ from: join(folder, 'desk'), into: join(folder, 'alone') })
  rmSync(folder, { recursive: true })
  return {
    pull,
    fetchedBytes: fetch.sizeBytes,
    aloneMs: fetch.ms + insertMs,
    loopP99Ms: delay.percentile(99) / 1e6,
    loopMaxMs: delay.max / 1e6,
  }
}

async function startBlog(size: { posts: number; comments: number }): Promise<{ server: ChildProcess; url: string }> {
  const entry = new URL('./serve-long-lists.ts', import.meta.url)
  const server = fork(entry, [`--posts=${size.posts}`, `--comments=${size.comments}`])
  const [message] = (await once(server, 'message')) as [{ url: string }]
  return { server, url: message.url }
}
