import type { UtcIso } from './ids.ts'
import type { RulePack } from '../content/checks/packs/rule-pack.ts'

/** No hold is longer, and one that cannot be read is this long. */
export const LONGEST_HOLD_SECONDS = 600

export const EXPORT_KINDS = ['blog', 'post', 'review', 'review-word', 'handover'] as const
/**
 * What leaves the desk as a file of the person's own: a whole blog, one post, a review as an encrypted file and its trail, a review in Word, the
 * handover of a desk. Whatever else comes to write a file asks `refuseExport` too.
 */
export type ExportKind = (typeof EXPORT_KINDS)[number]

/** Days on which the outbox is held. Both ends are moments; `until` itself is free again. */
export interface QuietDate {
  from: UtcIso
  /** null: until the policy can be read. */
  until: UtcIso | null
  /** What people are told, such as “Election silence”; '' where the policy does not say or it cannot be read. */
  why: string
  /** A person may send a single entry all the same, which is logged. */
  allowsUrgent: boolean
}

/** How a newer program may come to this desk: not by itself at all, by a file that a person chooses, or also by a feed. */
export type UpdatePolicy = { from: 'nowhere' | 'file' } | { from: 'feed'; feed: string }

/** How the program reaches the network. `bypass`: hosts that are reached directly. */
export type ProxyPolicy = { mode: 'system' | 'direct' } | { mode: 'fixed'; server: string; bypass?: string[] }

/** What an organisation has decided for the desks of its machines. An absent field leaves it to the person. */
export interface Policy {
  organisation?: string
  reason?: string
  /** Each an address, or a host with all below it as `*.example.org`. */
  allowedBlogs?: string[]
  connection?: { address: string; userName?: string }
  reviewRequired?: 'urgent-afterwards' | 'always'
  holdSeconds?: number
  quietDates?: QuietDate[]
  /** Names of built-in checks. */
  blockingChecks?: string[]
  rulePacks?: RulePack[]
  answeringPromise?: { workingDays: number; closedOn: number[] }
  forbiddenExports?: ExportKind[]
  /** At most. */
  lockAfterMinutes?: number
  /** 32 bytes of X25519, base64url: opens the desk too. */
  escrowKey?: string
  updates?: UpdatePolicy
  proxy?: ProxyPolicy
}
export type PolicyField = keyof Policy

/** What is wrong with a policy, by the name of the field as it stands there. */
export interface PolicyFault {
  field: string
  /** `strict`: held to the strictest that the field can say; `left-out`: nothing in it protects anything; `unknown`: no field of this desk. */
  taken: 'strict' | 'left-out' | 'unknown'
}

/** Why a policy as a whole could not be taken. */
export type PolicyTrouble = 'unreadable' | 'not-an-object' | 'signature'

/** What the window is told of a policy. */
export interface PolicyStatus {
  /** null: nobody manages this desk. */
  inForce: Policy | null
  /** Where the machine has it. */
  place: string | null
  faults: PolicyFault[]
  /** The policy of the machine as it is now could not be taken. What is in force is the last one that could, or, where there was none, the strictest. */
  trouble: PolicyTrouble | null
}

/** What a host found at the machine-wide place of its system. */
export type PolicyReading =
  | { found: 'nothing' }
  | { found: 'policy'; place: string; value: unknown }
  /** There is something, and it cannot be read. */
  | { found: 'unreadable'; place: string }
