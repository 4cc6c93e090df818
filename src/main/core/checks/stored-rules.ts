import { housePacks } from '../../../shared/content/checks/packs/house-packs.ts'
import { readRulePack, type RulePack } from '../../../shared/content/checks/packs/rule-pack.ts'
import type { CheckRules } from '../../../shared/contract/services.ts'
import type { Policy } from '../../../shared/domain/policy.ts'
import { policyInForce } from '../policy/policy-in-force.ts'
import type { Desk } from '../store/desk.ts'
import { t } from '../../../shared/words/t.ts'

/** The packs and names of this desk. A pack that cannot be read is named with its problem and left out; the others hold. */
export function storedRules(desk: Desk): CheckRules {
  const rules: CheckRules = { packs: [], unreadable: [], names: desk.checks.listNames() }
  for (const { fileName, contents } of desk.checks.listPacks()) {
    const read = readRulePack(contents)
    if (read.ok) rules.packs.push({ fileName, pack: read.pack })
    else rules.unreadable.push({ fileName, problem: read.problem })
  }
  for (const pack of packsOf(policyInForce(desk)))
    rules.packs.push({ fileName: `policy/${pack.id}`, pack, isManaged: true })
  return rules
}

/** Always policies: what they stop, nobody else lets through. */
function packsOf({
  rulePacks = [],
  blockingChecks = [],
  organisation = t('Your organisation', {}, 'name of its rules'),
}: Policy): RulePack[] {
  const packs = rulePacks.map((pack) => ({ ...pack, isPolicy: true }))
  if (blockingChecks.length === 0) return packs
  const checks = Object.fromEntries(blockingChecks.map((check) => [check, 'stops' as const]))
  const blocking: RulePack = {
    format: 'attache-rule-pack',
    version: 1,
    id: 'policy',
    name: organisation,
    language: '*',
    isPolicy: true,
    rules: [],
    checks,
    names: [],
    vocabulary: {},
  }
  return [...packs, blocking]
}

export const activePacks = ({ packs }: CheckRules): RulePack[] => [...housePacks(), ...packs.map(({ pack }) => pack)]
