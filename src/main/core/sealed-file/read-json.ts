import type { SealedFileLimits } from './sealed-file-limits.ts'
import { sealedFileFault } from './sealed-file-fault.ts'

/**
 * Counts before it parses: three letters of JSON can be an object of a hundred bytes in memory. Throws `too-deep`,
 * `too-many-parts`, or `not-understood` for what is no JSON in UTF-8.
 */
export function readJson(bytes: Uint8Array, { depth, nodes }: Pick<SealedFileLimits, 'depth' | 'nodes'>): unknown {
  assertWithin(bytes, depth, nodes)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch (error) {
    throw sealedFileFault('not-understood', error)
  }
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const OPENING = new Set([0x5b, 0x7b])
const CLOSING = new Set([0x5d, 0x7d])

/** Every value but the first stands behind a comma or an opening bracket. */
function assertWithin(bytes: Uint8Array, mostDeep: number, mostNodes: number): void {
  let [depth, nodes, isText] = [0, 1, false]
  for (let at = 0; at < bytes.byteLength; at += 1) {
    const byte = bytes[at] ?? 0
    if (isText) {
      if (byte === BACKSLASH) at += 1
      else if (byte === QUOTE) isText = false
    } else if (byte === QUOTE) isText = true
    else if (byte === COMMA) nodes += 1
    else if (OPENING.has(byte)) {
      depth += 1
      nodes += 1
      if (depth > mostDeep) throw sealedFileFault('too-deep')
    } else if (CLOSING.has(byte)) depth -= 1
    if (nodes > mostNodes) throw sealedFileFault('too-many-parts')
  }
}
