import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { mutants, type Mutant } from './mutants.ts'
import type { Run } from './run-simulation.ts'
import { fastFolder, seeds, simulate, type Job, type Summary } from './simulate.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
/** Every mutant has to be found within so many. */
const MOST_RUNS = 2_000
/** What a simulation needs of the tree; the rest of it is large. */
const PARTS = ['package.json', 'src/main', 'src/shared', 'test/simulation', 'test/support', 'test/fakes']

/** Plays a mutated copy of the tree until it breaks a rule. */
export async function huntMutant(mutant: Mutant, mostRuns = MOST_RUNS): Promise<Summary> {
  const copy = mkdtempSync(join(fastFolder(), 'attache-mutant-'))
  try {
    for (const part of PARTS) cpSync(join(ROOT, part), join(copy, part), { recursive: true })
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
    mutate(join(copy, 'src/main/core', mutant.file), mutant)
    return await simulate({
      root: pathToFileURL(`${copy}/`),
      jobs: mutant.replays === undefined ? seeds(1, mostRuns, mutant.about) : [replay(mutant.replays)],
      workers: availableParallelism(),
      stopsAtFirst: true,
      shrinks: false,
    })
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

const replay = (name: string): Job => ({
  kind: 'run',
  run: JSON.parse(readFileSync(new URL(`regressions/${name}`, import.meta.url), 'utf8')) as Run,
})

function mutate(path: string, { name, find, replace }: Mutant): void {
  const source = readFileSync(path, 'utf8')
  const parts = source.split(find)
  if (parts.length !== 2) throw new Error(`the mutant "${name}" fits ${parts.length - 1} places in ${path}, not one`)
  writeFileSync(path, parts.join(replace))
}

/** Prints the table; false when a mutant survives. */
export async function runMutants({ only }: { only: string | null }): Promise<boolean> {
  const survivors: string[] = []
  const chosen = mutants.filter(({ name }) => only === null || name.includes(only))
  console.log(`${'without this protection'.padEnd(72)} ${'in'.padEnd(34)} runs  first broken`)
  for (const mutant of chosen) {
    const { runs, findings } = await huntMutant(mutant)
    const [found] = findings
    if (!found) survivors.push(mutant.name)
    console.log(
      `${mutant.name.padEnd(72)} ${mutant.file.padEnd(34)} ${String(runs).padStart(4)}  ${found ? `${found.rule} ${found.figure} (${found.seed})` : 'SURVIVED'}`,
    )
  }
  console.log(`mutants=${chosen.length} killed=${chosen.length - survivors.length} survived=${survivors.length}`)
  return survivors.length === 0
}
