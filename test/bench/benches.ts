import { benchAutosave } from './bench-autosave.ts'
import { benchChecks } from './bench-checks.ts'
import { benchNewcomer } from './bench-newcomer.ts'
import { benchPull } from './bench-pull.ts'
import { benchSearch } from './bench-search.ts'
import { benchStart } from './bench-start.ts'
import { benchThreads } from './bench-threads.ts'
import { benchTyping } from './bench-typing.ts'
import type { Bench } from './measure.ts'

/** In the order of a day: what comes down, what is written, what is looked for. */
export const BENCHES: Readonly<Record<string, Bench>> = {
  pull: benchPull,
  autosave: benchAutosave,
  search: benchSearch,
  start: benchStart,
  typing: benchTyping,
  threads: benchThreads,
  checks: benchChecks,
  newcomer: benchNewcomer,
}
