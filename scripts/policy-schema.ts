import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { policySchema } from '../src/shared/contract/policy-schema.ts'

/** Writes resources/policy/attache-policy.schema.json anew. A test tells when that is due. */
const path = join(import.meta.dirname, '../resources/policy/attache-policy.schema.json')
writeFileSync(path, `${JSON.stringify(policySchema(), null, 2)}\n`)
