import { z } from 'zod'
import type { CallRequest } from '../../shared/contract/wire.ts'

/** Paths that only the serving process may call. */
const HOST_ONLY = new Set(['media.read', 'blogs.completeApproval', 'reviews.give'])

const callInput = z.object({
  path: z
    .string()
    .max(100)
    .regex(/^[a-z][a-zA-Z]*\.[a-z][a-zA-Z]*$/)
    .refine((path) => !HOST_ONLY.has(path)),
  type: z.enum(['query', 'mutation']),
  // JSON leaves an undefined input out.
  input: z.unknown().optional(),
})

/** The shape of a call that came from a window; null for anything else. What `input` holds is for the router to parse. */
export function parseWindowCall(value: unknown): CallRequest | null {
  const parsed = callInput.safeParse(value)
  return parsed.success ? { path: parsed.data.path, type: parsed.data.type, input: parsed.data.input } : null
}
