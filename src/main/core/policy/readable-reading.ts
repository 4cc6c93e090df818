import type { Policy, PolicyFault, PolicyReading, PolicyTrouble } from '../../../shared/domain/policy.ts'

export interface ReadPolicy {
  policy: Policy
  faults: PolicyFault[]
  /** Whose signature it bears, 32 bytes in base64; null for one without. */
  signedBy: string | null
}

/** What a host found, with what understands it. */
export type ReadableReading =
  | Exclude<PolicyReading, { found: 'policy' }>
  | {
      found: 'policy'
      place: string
      /** See `readPolicy`. */
      read: (pinned: string | null) => ReadPolicy | { trouble: PolicyTrouble }
    }
