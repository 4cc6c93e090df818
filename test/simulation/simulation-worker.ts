import { parentPort, workerData } from 'node:worker_threads'
import { join } from 'node:path'
import { drawRun, playRun, type Run } from './run-simulation.ts'
import { shrink } from './shrink.ts'
import { makeTemplate } from './template.ts'
import type { Finding, Job } from './simulate.ts'
import type { Figure } from './violation.ts'

/** Plays runs one after the other on a thread of its own: asks for the next, tells how it ended. */
const port = parentPort
if (!port) throw new Error('this file runs as a worker')
const { folder, shrinks } = workerData as { folder: string; shrinks: boolean }
const template = await makeTemplate(join(folder, 'template'))

port.on('message', (job: Job) => {
  play(job).catch((error: unknown) => {
    throw error
  })
})
port.postMessage({ kind: 'ready' })

async function play(job: Job): Promise<void> {
  const run: Run = job.kind === 'seed' ? drawRun(job.seed) : job.run
  const runFolder = join(folder, 'run')
  let report = await playRun(template, run, runFolder)
  const { counts } = report
  if (report.violation && shrinks) report = await shrink(template, report, runFolder)
  const finding: Finding | null = report.violation && {
    seed: run.seed,
    figure: report.violation.figure satisfies Figure,
    rule: report.violation.rule,
    message: report.violation.message,
    run: report.run,
    journal: report.journal,
  }
  port?.postMessage({ kind: 'played', counts, finding })
}
