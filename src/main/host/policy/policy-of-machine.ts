import type { Policy } from '../../../shared/domain/policy.ts'
import { readPolicy } from '../../core/policy/read-policy.ts'
import { STRICTEST } from '../../core/policy/strictest-policy.ts'
import { readMachinePolicy } from './read-machine-policy.ts'

/** What the machine's own place says, for as long as the desk is not open that knows more: one that cannot be read is the strictest. */
export function policyOfMachine(reading = readMachinePolicy()): Policy {
  if (reading.found === 'nothing') return {}
  const read = reading.found === 'policy' ? readPolicy(reading.value, null) : null
  return read === null || 'trouble' in read ? STRICTEST : read.policy
}
