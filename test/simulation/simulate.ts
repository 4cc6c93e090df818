import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { FateName } from './fates.ts'
import type { Run } from './run-simulation.ts'
import { figures, type Figure } from './violation.ts'
import type { Counts } from './world.ts'

export type Job = { kind: 'seed'; seed: string } | { kind: 'run'; run: Run }

/** A run that broke a rule, made as short as it gets. */
export interface Finding {
  seed: string
  figure: Figure
  rule: string
  message: string
  run: Run
  journal: string[]
}

export interface Summary extends Counts {
  runs: number
  seconds: number
  findings: Finding[]
}

type Told = { kind: 'ready' } | { kind: 'played'; counts: Counts; finding: Finding | null }

export interface SimulateOptions {
  jobs: Iterable<Job>
  workers: number
  /** Stops at the first finding, as long as it takes to see that there is one. */
  stopsAtFirst?: boolean
  /** The tree whose engine is played; this one unless told. */
  root?: URL
  /** Makes findings short before they are told. */
  shrinks?: boolean
  /** No further runs are begun after so long. */
  longestMs?: number
  onFinding?: (finding: Finding) => void
}

/** Plays all runs on several threads, each with its own folder on a disk in memory where there is one. */
export async function simulate(options: SimulateOptions): Promise<Summary> {
  const {
    workers,
    root = new URL('../../', import.meta.url),
    stopsAtFirst = false,
    shrinks = true,
    longestMs = Number.POSITIVE_INFINITY,
  } = options
  const startedMs = performance.now()
  const folder = mkdtempSync(join(fastFolder(), 'attache-simulation-'))
  const jobs = options.jobs[Symbol.iterator]()
  const summary: Summary = {
    runs: 0,
    steps: 0,
    requests: 0,
    writes: 0,
    kills: 0,
    faults: {},
    strays: 0,
    doubled: 0,
    crossed: 0,
    seconds: 0,
    findings: [],
  }
  const isOver = (): boolean =>
    performance.now() - startedMs > longestMs || (stopsAtFirst && summary.findings.length > 0)

  const work = (index: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const workerData = { folder: join(folder, String(index)), shrinks }
      const worker = new Worker(new URL('test/simulation/simulation-worker.ts', root), { workerData })
      worker.on('error', reject)
      worker.on('exit', () => resolve())
      worker.on('message', (told: Told) => {
        if (told.kind === 'played') {
          addCounts(summary, told.counts)
          if (told.finding) {
            summary.findings.push(told.finding)
            options.onFinding?.(told.finding)
          }
        }
        const next = isOver() ? null : jobs.next()
        if (next && !next.done) worker.postMessage(next.value)
        else void worker.terminate()
      })
    })
  try {
    await Promise.all(Array.from({ length: workers }, (_, index) => work(index)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  summary.seconds = (performance.now() - startedMs) / 1000
  return summary
}

const summed = ['steps', 'requests', 'writes', 'kills', 'strays', 'doubled', 'crossed'] as const

function addCounts(summary: Summary, counts: Counts): void {
  summary.runs += 1
  for (const name of summed) summary[name] += counts[name]
  for (const [fate, count] of Object.entries(counts.faults) as [FateName, number][])
    summary.faults[fate] = (summary.faults[fate] ?? 0) + count
}

export function* seeds(first: number, count: number, about: 'seed' | 'reviews' = 'seed'): Generator<Job> {
  for (let seed = first; seed < first + count; seed += 1) yield { kind: 'seed', seed: `${about}-${seed}` }
}

/** The lines that tell how good the engine is; every figure of the first has to be 0. */
export function describeSummary(summary: Summary): string {
  const { runs, steps, requests, writes, kills, seconds, findings, faults, strays, doubled, crossed } = summary
  const verdict = figures.map((figure) => `${figure}=${findings.filter((found) => found.figure === figure).length}`)
  const byClass = Object.entries(faults)
    .toSorted(([, a], [, b]) => b - a)
    .map(([fate, count]) => `${fate} ${count}`)
  const faultCount = Object.values(faults).reduce((sum, count) => sum + count, 0)
  const each = (count: number): string => (count / Math.max(runs, 1)).toFixed(1)
  return [
    verdict.join(' '),
    `runs=${runs} requests=${requests} faults=${faultCount} kills=${kills} seconds=${seconds.toFixed(1)}`,
    `each run: steps=${each(steps)} requests=${each(requests)} writes=${each(writes)} faults=${each(faultCount)} kills=${each(kills)}`,
    `faults by class: ${byClass.join(', ')}`,
    `left behind: strays=${strays} doubled=${doubled} crossed=${crossed}`,
  ].join('\n')
}

/** Every commit is followed by an fsync: on a disk in memory that costs nothing. */
export function fastFolder(): string {
  const memory = '/dev/shm'
  return statSync(memory, { throwIfNoEntry: false })?.isDirectory() ? memory : tmpdir()
}
