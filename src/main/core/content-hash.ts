import { createHash } from 'node:crypto'

/** SHA-256 as 64 lower-case hex digits. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** The same for the same value, whatever order its fields were built in. */
export const hashJson = (value: unknown): string => sha256(canonicalJson(value))

/** JSON with sorted keys, and without those that are undefined. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
