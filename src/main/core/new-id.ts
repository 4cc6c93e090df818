import { createHash } from 'node:crypto'
import type { Random } from './ports.ts'

/** A random UUID (RFC 9562, version 4) from the core's own source of chance, so that a simulation can repeat it. */
export function newId<Id extends string>(random: Random): Id {
  return uuidOf(random.bytes(16), 4) as Id
}

/** The same for the same thing on every desk. A UUID (RFC 9562, version 8). */
export const idFor = <Id extends string>(what: string): Id =>
  uuidOf(createHash('sha256').update(what).digest().subarray(0, 16), 8) as Id

function uuidOf(bytes: Uint8Array, version: number): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | (version << 4)
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Buffer.from(bytes).toString('hex')
  return [8, 12, 16, 20].reduceRight((text, at) => `${text.slice(0, at)}-${text.slice(at)}`, hex)
}

/** 128 random bits by which a thing we made is found again on the blog; lower-case hex, so it survives as a slug. */
export const newToken = (random: Random): string => `desk-${Buffer.from(random.bytes(16)).toString('hex')}`

/** A slug that only stands in for the final one: a token of this desk or another, as it was or numbered by the blog. */
export const isReservedSlug = (slug: string): boolean => /^desk-[0-9a-f]{32}(-\d+)?$/.test(slug)
