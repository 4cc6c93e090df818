import { benchAutosave } from './bench-autosave.ts'
import { benchChecks } from './bench-checks.ts'
import { benchLine } from './bench-line.ts'
import { benchLists } from './bench-lists.ts'
import { benchMemory } from './bench-memory.ts'
import { benchMerge } from './bench-merge.ts'
import { benchNewcomer } from './bench-newcomer.ts'
import { benchOpen } from './bench-open.ts'
import { benchPull } from './bench-pull.ts'
import { benchRoundtrip } from './bench-roundtrip.ts'
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
  open: benchOpen,
  lists: benchLists,
  typing: benchTyping,
  threads: benchThreads,
  merge: benchMerge,
  roundtrip: benchRoundtrip,
  line: benchLine,
  memory: benchMemory,
  checks: benchChecks,
  newcomer: benchNewcomer,
}
