import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { arch, cpus, platform, release, totalmem } from 'node:os'
import type { Measure } from './measure.ts'
import { tableOf } from './table.ts'

const BEGIN = '<!-- what follows is written by `npm run bench -- all --page` -->'
const END = '<!-- and ends here -->'

/** Puts the table with its machine, date and commit into the page, in the place of the one that was there. The words around it stay. */
export function writeResults(path: string, measures: readonly Measure[], now: Date): void {
  const page = readFileSync(path, 'utf8')
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)]
  if (from === -1 || to < from) throw new Error(`${path} has no place for the table`)
  writeFileSync(
    path,
    page.slice(0, from) + [BEGIN, '', machine(now), '', tableOf(measures), '', ''].join('\n') + page.slice(to),
  )
}

function machine(now: Date): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const [first] = cpus()
  const memoryGb = Math.round(totalmem() / 2 ** 30)
  return `${now.toISOString().slice(0, 10)}, commit ${commit}; ${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${memoryGb} GB, ${platform()} ${release()} ${arch()}, Node ${process.versions.node}.`
}
