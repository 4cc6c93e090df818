import type { CheckContext } from './check.ts'
import type { Severity } from './finding.ts'
import { createNameList, type NameList } from './name-list.ts'
import { createPhraseBook, type PhraseBook } from './phrase-book.ts'
import type { ActiveRule } from './active-rule.ts'
import type { RulePack } from './packs/rule-pack.ts'

/** Everything that packs and lists say, made ready once and used for every key pause until they change. */
export interface RuleSet {
  rules: ActiveRule[]
  phrases: PhraseBook
  /** Of built-in checks; absent: to look at. */
  severities: ReadonlyMap<string, Severity | 'off'>
  names: NameList
  /** The same, as they are written: those of packs and the person's own. */
  allNames: readonly string[]
  vocabulary: CheckContext['vocabulary']
}

export function createRuleSet(packs: readonly RulePack[], personalNames: readonly string[]): RuleSet {
  const rules = packs.flatMap((pack) =>
    pack.rules.map((rule): ActiveRule => ({
      ...rule,
      name: `${pack.id}/${rule.id}`,
      language: pack.language,
      severity: pack.isPolicy && rule.blocks ? 'stops' : 'look',
    })),
  )
  const severities = new Map<string, Severity | 'off'>()
  const vocabulary = new Map<string, string[]>()
  for (const pack of packs) {
    for (const [check, wanted] of Object.entries(pack.checks)) {
      // What one policy stops, no other pack can let through.
      if (severities.get(check) === 'stops') continue
      severities.set(check, wanted === 'stops' && !pack.isPolicy ? 'look' : wanted)
    }
    for (const [key, words] of Object.entries(pack.vocabulary))
      vocabulary.set(key, [...(vocabulary.get(key) ?? []), ...words.map((word) => word.toLowerCase())])
  }
  const allNames = [...packs.flatMap((pack) => pack.names), ...personalNames]
  return {
    rules,
    phrases: createPhraseBook(rules),
    severities,
    names: createNameList(allNames),
    allNames,
    vocabulary,
  }
}
