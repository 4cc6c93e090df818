import { createHash } from 'node:crypto'
import type { Random } from './ports.ts'

/** Where the ids of this source of chance have come to. */
const places = new WeakMap<Random, number>()
const PLACE_BYTES = 6

/**
 * A UUID (RFC 9562, version 8) from the core's own source of chance, so that a simulation can repeat it. The ids of one run of the program follow
 * each other from a place that chance chose, and end in 74 random bits: what a pull brings stands side by side in each index of
 * the store then, and half as many of its pages are written. They tell no time.
 */
export function newId<Id extends string>(random: Random): Id {
  const bytes = Buffer.from(random.bytes(16))
  const place = places.get(random) ?? bytes.readUIntBE(0, PLACE_BYTES)
  places.set(random, (place + 1) % 256 ** PLACE_BYTES)
  bytes.writeUIntBE(place, 0, PLACE_BYTES)
  return uuidOf(bytes, 8) as Id
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
