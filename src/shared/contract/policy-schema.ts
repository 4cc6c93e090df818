import { z } from 'zod'
import { policyInputs } from './policy-input.ts'

/** The policy as JSON Schema (2020-12), for the editors and tools of IT. */
export function policySchema(): Record<string, unknown> {
  const { properties, ...rest } = z.toJSONSchema(policyInputs().whole, { io: 'input' })
  return {
    ...rest,
    title: 'Attaché managed policy',
    description:
      'What an organisation decides for the desks of its machines. A field that is not there leaves it to the person. There is no field for telemetry, because there is none.',
    properties: { $schema: { type: 'string' }, ...properties },
  }
}
