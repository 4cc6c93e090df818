import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCore } from '../../api/queries.ts'
import type { PolicyField } from '../../../../shared/domain/policy.ts'
import { managedLines, managedWords } from './policy-words.ts'

/** A setting that the organisation may have decided: then it is said in words, and there is nothing to choose. */
export function ManagedField({ field, children }: { field: PolicyField; children: ReactNode }) {
  const { core } = useCore()
  const policy = useQuery(core.settings.policy.queryOptions()).data?.inForce
  const line = policy && managedLines(policy).find((each) => each.field === field)
  if (!line) return children
  return (
    <div className="field">
      <span className="field-label">{line.label}</span>
      <p>{line.value}</p>
      <p className="field-hint">
        <bdi>{managedWords(policy)}</bdi>
      </p>
    </div>
  )
}
