import { bundledPacks } from '../../../shared/content/checks/packs/bundled-packs.ts'
import { readRulePack, type RulePack } from '../../../shared/content/checks/packs/rule-pack.ts'
import type { CheckRules } from '../../../shared/contract/services.ts'
import type { Desk } from '../store/desk.ts'

/** The packs and names of this desk. A pack that cannot be read is named with its problem and left out; the others hold. */
export function storedRules(desk: Desk): CheckRules {
  const rules: CheckRules = { packs: [], unreadable: [], names: desk.checks.listNames() }
  for (const { fileName, contents } of desk.checks.listPacks()) {
    const read = readRulePack(contents)
    if (read.ok) rules.packs.push({ fileName, pack: read.pack })
    else rules.unreadable.push({ fileName, problem: read.problem })
  }
  return rules
}

export const activePacks = ({ packs }: CheckRules): RulePack[] => [...bundledPacks, ...packs.map(({ pack }) => pack)]
