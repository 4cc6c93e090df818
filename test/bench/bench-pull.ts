import { fork, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { deskKeysOf } from '../../src/main/core/vault/desk-keys.ts'
import { openDesk } from '../../src/main/host/node/open-desk.ts'
import { openDesk as openDeskHere } from '../support/open-desk.ts'
import { growthOf, median, percentile, spreadOf, type Bench, type Measure, type Point } from './measure.ts'
import { fetchTheBytes, insertTheRows } from './pull-alone.ts'
import { pullAll, type PullFigures, type Waits } from './pull-all.ts'

/** A line to another continent; as many connections as a browser opens to one host. */
const FAR_MS = 50
const CONNECTIONS = 6

/**
 * A first pull by the real desk, its core in a worker as in the browser host, against fetching the same bytes and inserting
 * the same rows alone. The three are measured in turns, so that a busy machine is busy for all; medians are compared.
 */
export const benchPull: Bench = {
  about:
    'a first pull ÷ fetching its bytes and inserting its rows alone, near and far; saves while it runs ÷ saves without',
  options: { posts: 10_000, comments: 50_000, smaller: [1000, 3000], runs: 5, typed: 4 },
  quick: { posts: 200, comments: 300, smaller: [100], runs: 1, typed: 1 },
  async run(options) {
    const [posts, comments, runs] = [options.number('posts'), options.number('comments'), options.number('runs')]
    const blog = await startBlog({ posts, comments })
    const rounds: Round[] = []
    try {
      for (let run = 1; run <= runs; run += 1) rounds.push(await measureOnce({ url: blog.url, posts, comments }))
      const aloneMs = median(rounds.map(({ pull }) => pull.downMs))
      const saves = await measureSaves({ url: blog.url, posts, comments }, { pulls: options.number('typed'), aloneMs })
      const inOneThread = await measureInOneThread({ url: blog.url, posts, comments })
      const insertMs = median(rounds.map((round) => round.insertMs))
      const far = await blog.at(FAR_MS, () => measureFar({ url: blog.url, posts, comments, insertMs }))
      const growth = await growthOfPull(options.numbers('smaller'), rounds, { posts, comments })
      return [...ofPull(rounds, { posts, comments }), far, ...growth, ...ofLoop(rounds, inOneThread), ...saves]
    } finally {
      blog.server.disconnect()
    }
  },
}

interface Size {
  posts: number
  comments: number
}
interface LoopDelay {
  p99Ms: number
  maxMs: number
}
interface Round {
  pull: PullFigures
  fetchedBytes: number
  fetchMs: number
  insertMs: number
  loop: LoopDelay
}

function ofPull(rounds: Round[], { posts, comments }: Size): Measure[] {
  const of = (pick: (round: Round) => number): number => median(rounds.map(pick))
  const aloneMs = of(({ fetchMs, insertMs }) => fetchMs + insertMs)
  return [
    {
      id: 'P1',
      work: `first pull of ${posts} posts and ${comments} comments, index included ÷ fetch + insert`,
      ratio: of(({ pull }) => pull.indexedMs) / aloneMs,
      goal: 1.15,
      figures: {
        pull_s: of(({ pull }) => pull.downMs) / 1000,
        with_index_s: of(({ pull }) => pull.indexedMs) / 1000,
        alone_s: aloneMs / 1000,
        fetched_mb: (rounds[0]?.fetchedBytes ?? 0) / 1e6,
      },
    },
    {
      id: 'P3',
      work: 'posts readable, index still filling ÷ fetch + insert',
      ratio: of(({ pull }) => pull.readableMs) / aloneMs,
      goal: 0.55,
      figures: { readable_s: of(({ pull }) => pull.readableMs) / 1000 },
    },
  ]
}

const ofLoop = (rounds: Round[], inOneThread: LoopDelay): Measure[] => [
  {
    id: 'P4',
    work: 'delay of the loop that serves the window, p99 ÷ the same with the core in its thread',
    ratio: median(rounds.map(({ loop }) => loop.p99Ms)) / inOneThread.p99Ms,
    goal: 0.067,
    figures: { loop_p99_ms: median(rounds.map(({ loop }) => loop.p99Ms)), in_one_thread_p99_ms: inOneThread.p99Ms },
  },
  {
    id: 'P4, longest',
    work: 'longest delay of that loop ÷ the same with the core in its thread',
    ratio: median(rounds.map(({ loop }) => loop.maxMs)) / inOneThread.maxMs,
    goal: 0.33,
    figures: { loop_max_ms: median(rounds.map(({ loop }) => loop.maxMs)), in_one_thread_max_ms: inOneThread.maxMs },
  },
]

/** Each of the smaller blogs once, with as many comments a post. */
async function growthOfPull(smaller: readonly number[], rounds: Round[], largest: Size): Promise<Measure[]> {
  const points: Point[] = []
  for (const posts of smaller) {
    const size = { posts, comments: Math.round((posts * largest.comments) / largest.posts) }
    const blog = await startBlog(size)
    try {
      const pull = await inFolder((folder) =>
        pullAll({ core: openDesk(join(folder, 'desk')), ...size, url: blog.url, isTyping: false }),
      )
      points.push({ size: posts, cost: pull.indexedMs / 1000 })
    } finally {
      blog.server.disconnect()
    }
  }
  points.push({ size: largest.posts, cost: median(rounds.map(({ pull }) => pull.indexedMs)) / 1000 })
  return growthOf({ id: 'P1, growth', of: 'a first pull', unit: 'posts', cost: 'with_index_s' }, points)
}

/**
 * Of several pulls together: of the some fifty saves of one the slowest hundredth is a single one. `aloneMs`: the same pull while nobody types. A save
 * that the store is too busy for ends the bench.
 */
async function measureSaves(
  options: Size & { url: string },
  { pulls, aloneMs }: { pulls: number; aloneMs: number },
): Promise<Measure[]> {
  const typed: PullFigures[] = []
  for (let pull = 1; pull <= pulls; pull += 1)
    typed.push(
      await inFolder((folder) => pullAll({ core: openDesk(join(folder, 'desk')), ...options, isTyping: true })),
    )
  const all = typed.map(({ waits }) => waits)
  const downMs = median(typed.map((pull) => pull.downMs))
  const of = (when: keyof NonNullable<PullFigures['waits']>, what: keyof Waits): number[] =>
    all.flatMap((waits) => waits?.[when][what] ?? [])
  const quietP99Ms = percentile(of('after', 'saves'), 0.99)
  return [
    {
      id: 'S2',
      work: `save p99 during a first pull ÷ without one, of ${pulls} pulls together`,
      ratio: percentile(of('during', 'saves'), 0.99) / quietP99Ms,
      goal: 15,
      figures: {
        saves: of('during', 'saves').length,
        ...spreadOf('save_during', of('during', 'saves')),
        ...spreadOf('save_after', of('after', 'saves')),
        ...spreadOf('open_during', of('during', 'opens')),
        ...spreadOf('open_after', of('after', 'opens')),
      },
    },
    {
      id: 'S2, rate',
      work: 'the pull while somebody types ÷ while nobody does, until all is down',
      ratio: downMs / aloneMs,
      // The sync keeps three quarters of its rate.
      goal: 1.33,
      figures: { typed_s: downMs / 1000, alone_s: aloneMs / 1000 },
    },
    {
      id: 'S3, backup',
      work: 'save p99 while a backup of all of it is made ÷ save p99 without',
      ratio: percentile(of('backup', 'saves'), 0.99) / quietP99Ms,
      goal: null,
      figures: { saves: of('backup', 'saves').length, ...spreadOf('save', of('backup', 'saves')) },
    },
    {
      id: 'S3, round',
      work: 'save p99 while the blog is asked and has nothing new, ids compared ÷ save p99 without',
      ratio: percentile(of('round', 'saves'), 0.99) / quietP99Ms,
      goal: null,
      figures: { saves: of('round', 'saves').length, ...spreadOf('save', of('round', 'saves')) },
    },
  ]
}

async function measureOnce(options: Size & { url: string }): Promise<Round> {
  return inFolder(async (folder) => {
    const { value: pull, loop } = await loopDelayOf(() =>
      pullAll({ core: openDesk(join(folder, 'desk')), ...options, isTyping: false }),
    )
    const fetched = await fetchTheBytes(options.url, { connections: 1 })
    const insertMs = insertTheRows({ from: join(folder, 'desk'), into: join(folder, 'alone') })
    return { pull, fetchedBytes: fetched.sizeBytes, fetchMs: fetched.ms, insertMs, loop }
  })
}

/** What the loop would wait if the core had no thread of its own. */
async function measureInOneThread(options: Size & { url: string }): Promise<LoopDelay> {
  return inFolder(async (folder) => {
    const { core } = openDeskHere(join(folder, 'desk'), { keys: deskKeysOf(randomBytes(32), randomBytes(32)) })
    core.start()
    return (await loopDelayOf(() => pullAll({ core, ...options, isTyping: false }))).loop
  })
}

/** Where each answer takes as long as to another continent, a program that does nothing else has the longer of the two left to wait for. */
async function measureFar(options: Size & { url: string; insertMs: number }): Promise<Measure> {
  const pull = await inFolder((folder) =>
    pullAll({ core: openDesk(join(folder, 'desk')), ...options, isTyping: false }),
  )
  const fetched = await fetchTheBytes(options.url, { connections: CONNECTIONS })
  return {
    id: 'P2',
    work: `the same with ${FAR_MS} ms to each answer ÷ the longer of fetch, over ${CONNECTIONS} connections, and insert`,
    ratio: pull.indexedMs / Math.max(fetched.ms, options.insertMs),
    goal: 1.3,
    figures: {
      pull_s: pull.downMs / 1000,
      with_index_s: pull.indexedMs / 1000,
      fetch_s: fetched.ms / 1000,
      insert_s: options.insertMs / 1000,
    },
  }
}

async function loopDelayOf<Value>(work: () => Promise<Value>): Promise<{ value: Value; loop: LoopDelay }> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const value = await work()
  delay.disable()
  return { value, loop: { p99Ms: delay.percentile(99) / 1e6, maxMs: delay.max / 1e6 } }
}

async function inFolder<Value>(work: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'attache-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

interface ServedBlog {
  server: ChildProcess
  url: string
  /** What is asked meanwhile is answered so much later. */
  at<Value>(latencyMs: number, work: () => Promise<Value>): Promise<Value>
}

async function startBlog(size: Size): Promise<ServedBlog> {
  const entry = new URL('./serve-long-lists.ts', import.meta.url)
  const server = fork(entry, [`--posts=${size.posts}`, `--comments=${size.comments}`])
  const [message] = (await once(server, 'message')) as [{ url: string }]
  const tell = async (latencyMs: number): Promise<void> => {
    server.send({ latencyMs })
    await once(server, 'message')
  }
  return {
    server,
    url: message.url,
    async at(latencyMs, work) {
      await tell(latencyMs)
      try {
        return await work()
      } finally {
        await tell(0)
      }
    },
  }
}
