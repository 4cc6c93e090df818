import houseAll from './house-all.json' with { type: 'json' }
import houseAr from './house-ar.json' with { type: 'json' }
import houseEn from './house-en.json' with { type: 'json' }
import houseFr from './house-fr.json' with { type: 'json' }
import houseVi from './house-vi.json' with { type: 'json' }
import type { PackRule, RulePack } from './rule-pack.ts'

/** As a file may leave it: what it does not say is as usual. */
interface WrittenPack extends Pick<RulePack, 'id' | 'name' | 'language'>, Partial<Pick<RulePack, 'vocabulary'>> {
  rules: (Pick<PackRule, 'id' | 'sentence' | 'why'> & Partial<Omit<PackRule, 'in'>> & { in?: string })[]
}

/**
 * The packs of the house. They are filled up here and not parsed: the parser makes functions as it goes, which a window's
 * content security forbids. A test reads them with the parser and compares.
 */
const filled = ({ rules, ...pack }: WrittenPack): RulePack => ({
  format: 'attache-rule-pack',
  version: 1,
  isPolicy: false,
  checks: {},
  names: [],
  vocabulary: {},
  articles: [],
  ...pack,
  rules: rules.map((rule) => ({
    phrases: [],
    replacements: [],
    shapes: [],
    near: [],
    isExact: false,
    blocks: false,
    ...rule,
    in: rule.in === 'link' ? 'link' : 'text',
  })),
})

export const bundledPacks: readonly RulePack[] = [houseAll, houseEn, houseFr, houseVi, houseAr].map((pack) =>
  filled(pack as WrittenPack),
)
