import { useLayoutEffect } from 'react'
import { type Live, useLivePart } from '../../../ui/live.ts'
import type { Spelling } from '../spelling/use-spelling.ts'
import { FindingStrip } from './finding-strip.tsx'
import { OpenCountSpoken } from './open-count.tsx'
import { type Checks, type ChecksOptions, useChecks } from './use-checks.ts'
import { useFindingKeys } from './use-finding-keys.ts'

interface OpenChecksProps extends Omit<ChecksOptions, 'survey'> {
  spelling: Live<Spelling>
  /** Where the others find them that show something of them. */
  checks: Live<Checks>
}

/** Runs the checks of the open post. Drawn for each of their runs, so that the paper and what stands around it are not. */
export function OpenChecks({ spelling, checks: shown, ...options }: OpenChecksProps) {
  const survey = useLivePart(spelling, (now) => now.survey)
  const checks = useChecks({ ...options, survey })
  useFindingKeys(checks)
  useLayoutEffect(() => shown.set(checks))
  return (
    <>
      <FindingStrip checks={checks} />
      <OpenCountSpoken open={checks.run && checks.open} />
    </>
  )
}
