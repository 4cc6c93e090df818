import type { z } from 'zod'
import { policyInputs } from '../../../shared/contract/policy-input.ts'
import { utcIso, type UtcIso } from '../../../shared/domain/ids.ts'
import type {
  Policy,
  PolicyFault,
  PolicyField,
  PolicyReading,
  PolicyTrouble,
  QuietDate,
} from '../../../shared/domain/policy.ts'
import { isSignedBy } from '../sealing/person-key.ts'
import { isRecord } from '../stored-value.ts'
import type { ReadPolicy, ReadableReading } from './readable-reading.ts'
import { ALWAYS_QUIET, STRICTEST } from './strictest-policy.ts'

/**
 * A policy as the machine has it. The fields that can be read hold; one that cannot is held to the strictest it could have said, so
 * that no slip of a key weakens what an organisation decided. `pinned`: the key that signed the policy in force, and that has to have signed this
 * one too. Never throws.
 */
export function readPolicy(value: unknown, pinned: string | null): ReadPolicy | { trouble: PolicyTrouble } {
  if (!isRecord(value)) return { trouble: 'not-an-object' }
  if (!('signedPolicy' in value))
    return pinned === null ? { ...readFields(value), signedBy: null } : { trouble: 'signature' }
  const signed = policyInputs().signed.safeParse(value)
  if (!signed.success) return { trouble: 'signature' }
  const { signedPolicy, signature, publicKey } = signed.data
  if ((pinned !== null && pinned !== publicKey) || !bears(signedPolicy, signature, publicKey))
    return { trouble: 'signature' }
  try {
    const inside: unknown = JSON.parse(signedPolicy)
    return isRecord(inside) ? { ...readFields(inside), signedBy: publicKey } : { trouble: 'not-an-object' }
  } catch {
    return { trouble: 'unreadable' }
  }
}

export const readable = (reading: PolicyReading): ReadableReading =>
  reading.found === 'policy'
    ? { found: 'policy', place: reading.place, read: (pinned) => readPolicy(reading.value, pinned) }
    : reading

function bears(text: string, signature: string, publicKey: string): boolean {
  try {
    return isSignedBy(publicKey, Buffer.from(text), Buffer.from(signature, 'base64'))
  } catch {
    return false
  }
}

function readFields(values: Record<string, unknown>): Omit<ReadPolicy, 'signedBy'> {
  const policy: Policy = {}
  const faults: PolicyFault[] = []
  for (const [name, value] of Object.entries(values)) {
    if (name === '$schema') continue
    if (!isField(name)) {
      faults.push({ field: nameOf(name), taken: 'unknown' })
      continue
    }
    const read = policyInputs().fields[name].safeParse(value)
    if (read.success) Object.assign(policy, { [name]: name === 'quietDates' ? quietDatesOf(read.data) : read.data })
    else faults.push(takeBroken(policy, name, value))
  }
  return { policy, faults }
}

function takeBroken(policy: Policy, field: PolicyField, value: unknown): PolicyFault {
  switch (field) {
    case 'quietDates':
      policy.quietDates = Array.isArray(value) ? value.map(readQuietDate) : STRICTEST.quietDates
      return { field, taken: 'strict' }
    case 'allowedBlogs':
      policy.allowedBlogs = readableIn(value, policyInputs().fields.allowedBlogs.element)
      return { field, taken: 'strict' }
    case 'blockingChecks':
      // The names that can be read still stop; there is no check that a name which is none could mean.
      policy.blockingChecks = readableIn(value, policyInputs().fields.blockingChecks.element)
      return { field, taken: 'left-out' }
    case 'reviewRequired':
    case 'holdSeconds':
    case 'forbiddenExports':
    case 'lockAfterMinutes':
    case 'updates':
      Object.assign(policy, { [field]: STRICTEST[field] })
      return { field, taken: 'strict' }
    case 'rulePacks':
      policy.rulePacks = readableIn(value, policyInputs().fields.rulePacks.element)
      return { field, taken: 'left-out' }
    case 'organisation':
    case 'reason':
    case 'connection':
    case 'answeringPromise':
    case 'escrowKey':
    // What the system says then: which way bytes take protects nothing that TLS does not.
    case 'proxy':
      return { field, taken: 'left-out' }
  }
}

/** Whatever of one cannot be read holds longer: without a beginning from ever, without an end until the policy is put right. */
function readQuietDate(value: unknown): QuietDate {
  const { quietDate } = policyInputs()
  const whole = quietDate.safeParse(value)
  if (whole.success) return toQuietDate(whole.data)
  if (!isRecord(value)) return ALWAYS_QUIET
  const { from, until, why } = quietDate.shape
  const [begins, ends, words] = [
    from.safeParse(value['from']),
    until.safeParse(value['until']),
    why.safeParse(value['why']),
  ]
  const isTurned = begins.success && ends.success && Date.parse(begins.data) >= Date.parse(ends.data)
  return {
    from: begins.success && !isTurned ? upTo9999(begins.data) : ALWAYS_QUIET.from,
    until: ends.success && !isTurned ? upTo9999(ends.data) : null,
    why: words.success ? words.data : '',
    allowsUrgent: false,
  }
}

type QuietDateRead = z.output<ReturnType<typeof policyInputs>['quietDate']>

const quietDatesOf = (dates: unknown): QuietDate[] => (dates as QuietDateRead[]).map(toQuietDate)

/** Moments are compared as texts: beyond the year 9999 they would stand before every other. */
const upTo9999 = (date: string): UtcIso => utcIso(new Date(Math.min(Date.parse(date), Date.UTC(9999, 11, 31))))

const toQuietDate = ({ from, until, why, allowsUrgent }: QuietDateRead): QuietDate => ({
  from: upTo9999(from),
  until: upTo9999(until),
  why,
  allowsUrgent,
})

function readableIn<Part extends z.ZodType>(value: unknown, part: Part): z.output<Part>[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one) => {
    const read = part.safeParse(one)
    return read.success ? [read.data] : []
  })
}

const isField = (name: string): name is PolicyField => Object.hasOwn(policyInputs().fields, name)

/** It is logged: names only, whatever else may stand there as a key. */
const nameOf = (name: string): string => (/^[a-z]{1,30}$/i.test(name) ? name : '*')
