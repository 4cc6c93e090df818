import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { arch, cpus, platform, release, totalmem } from 'node:os'
import { format, resolveConfig } from 'prettier'
import type { Measure } from './measure.ts'
import { cellsOf, markdownTable } from './table.ts'

const BEGIN = '<!-- what follows is written by `npm run bench -- all --page` -->'
const END = '<!-- and ends here -->'
const HEAD = ['#', 'work', 'ratio', 'goal', '', 'peers', 'figures', 'measured']

/**
 * Puts each line into the table of the page, in the place of the one of the same name that was there, with the day and the commit it was
 * measured at; lines of benches that were not run, and the words around the table, stay.
 */
export async function writeResults(path: string, measures: readonly Measure[], now: Date): Promise<void> {
  const page = readFileSync(path, 'utf8')
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)]
  if (from === -1 || to < from) throw new Error(`${path} has no place for the table`)
  const rows = rowsIn(page.slice(from, to))
  const measured = `${now.toISOString().slice(0, 10)}, ${commit()}`
  for (const measure of measures) {
    rows.set(measure.id, [...cellsOf(measure), measured])
  }
  const table = markdownTable(HEAD, [...rows.values()])
  const written = [page.slice(0, from) + BEGIN, machine(), table, page.slice(to)].join('\n\n')
  const style = await resolveConfig(path)
  writeFileSync(path, await format(written, { ...style, parser: 'markdown' }))
}

/** Without the head and the line under it. */
function rowsIn(text: string): Map<string, string[]> {
  const lines = text.split('\n').filter((line) => line.startsWith('|'))
  const rows = lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  return new Map(rows.map((cells) => [cells[0] ?? '', cells]))
}

const commit = (): string => execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()

function machine(): string {
  const [first] = cpus()
  const memoryGb = Math.round(totalmem() / 2 ** 30)
  return `On ${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${memoryGb} GB, ${platform()} ${release()} ${arch()}, Node ${process.versions.node}.`
}
