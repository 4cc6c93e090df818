import houseAll from './house-all.json' with { type: 'json' }
import houseAr from './house-ar.json' with { type: 'json' }
import houseEn from './house-en.json' with { type: 'json' }
import houseFr from './house-fr.json' with { type: 'json' }
import houseVi from './house-vi.json' with { type: 'json' }
import { rulePackInput, type RulePack } from './rule-pack.ts'

/** The packs of the house; read like any other, so that they keep to the format they are the example of. */
export const bundledPacks: readonly RulePack[] = [houseAll, houseEn, houseFr, houseVi, houseAr].map((pack) =>
  rulePackInput.parse(pack),
)
