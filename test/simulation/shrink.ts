import type { Action } from './actions.ts'
import { playRun, type Run, type RunReport } from './run-simulation.ts'
import type { Template } from './template.ts'

/**
 * A shorter run that breaks the same rule: leaves out ever smaller pieces of the list as long as it still does
 * (delta debugging, Zeller and Hildebrandt 2002).
 */
export async function shrink(template: Template, report: RunReport, folder: string): Promise<RunReport> {
  let smallest = report
  let tries = 0
  const breaks = async (actions: Action[]): Promise<boolean> => {
    tries += 1
    const run: Run = { ...report.run, actions }
    const tried = await playRun(template, run, `${folder}/shrink-${tries}`)
    const isSame =
      tried.violation?.rule === report.violation?.rule && tried.violation?.figure === report.violation?.figure
    if (isSame) smallest = tried
    return isSame
  }
  for (let size = Math.ceil(report.run.actions.length / 2); size >= 1;) {
    let isShorter = false
    for (let at = 0; at < smallest.run.actions.length;) {
      const without = smallest.run.actions.toSpliced(at, size)
      if (await breaks(without)) isShorter = true
      else at += size
    }
    if (size === 1 && !isShorter) break
    size = size === 1 ? 1 : Math.ceil(size / 2)
  }
  return smallest
}
