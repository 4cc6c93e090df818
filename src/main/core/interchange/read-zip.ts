import { inflateRawSync } from 'node:zlib'

/** Names and insides of a zip file (PKWARE APPNOTE 6.3). */
export interface ZipFile {
  names(): string[]
  /** null when there is no such part. Throws `ZipFault`. */
  read(name: string): Uint8Array | null
}

export type ZipFaultReason = 'damaged' | 'too-many-parts' | 'swells' | 'encrypted' | 'old-word' | 'too-large'

/** What speaks against opening a zip file; nothing of it was unpacked into memory but what is within the limits. */
export class ZipFault extends Error {
  readonly reason: ZipFaultReason
  constructor(reason: ZipFaultReason) {
    super(reason)
    this.reason = reason
  }
}

export interface ZipLimits {
  parts: number
  /** Of one part, unpacked. */
  partBytes: number
  /** Of all parts, unpacked. */
  wholeBytes: number
  /** How much more a part may be unpacked than packed, once it is larger than a megabyte. */
  ratio: number
}

interface Part {
  method: number
  packedBytes: number
  unpackedBytes: number
  at: number
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_PART = 0x02014b50
const LOCAL_PART = 0x04034b50
const MEGABYTE = 1024 * 1024

/** Reads the directory and refuses by what it says; each part is then held to what the directory said of it. */
export function openZip(bytes: Uint8Array, limits: ZipLimits): ZipFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts = guarded(() => readDirectory(view, limits))
  return {
    names: () => [...parts.keys()],
    read(name) {
      const part = parts.get(name)
      return part ? guarded(() => readPart(bytes, view, part)) : null
    },
  }
}

function guarded<Result>(read: () => Result): Result {
  try {
    return read()
  } catch (error) {
    if (error instanceof ZipFault) throw error
    throw new ZipFault('damaged')
  }
}

function readDirectory(view: DataView, limits: ZipLimits): Map<string, Part> {
  let end = view.byteLength - 22
  while (end >= 0 && end > view.byteLength - 66_000 && view.getUint32(end, true) !== END_OF_DIRECTORY) end -= 1
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) throw new ZipFault('damaged')
  const count = view.getUint16(end + 10, true)
  if (count > limits.parts) throw new ZipFault('too-many-parts')
  const parts = new Map<string, Part>()
  let at = view.getUint32(end + 16, true)
  let wholeBytes = 0
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== DIRECTORY_PART) throw new ZipFault('damaged')
    if ((view.getUint16(at + 8, true) & 1) === 1) throw new ZipFault('encrypted')
    const part = {
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    }
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength))
    wholeBytes += part.unpackedBytes
    const swells = part.unpackedBytes > MEGABYTE && part.unpackedBytes > part.packedBytes * limits.ratio
    if (swells || part.unpackedBytes > limits.partBytes || wholeBytes > limits.wholeBytes) throw new ZipFault('swells')
    parts.set(name, part)
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return parts
}

function readPart(bytes: Uint8Array, view: DataView, { method, packedBytes, unpackedBytes, at }: Part): Uint8Array {
  if (view.getUint32(at, true) !== LOCAL_PART) throw new ZipFault('damaged')
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  const packed = bytes.subarray(start, start + packedBytes)
  if (packed.byteLength !== packedBytes) throw new ZipFault('damaged')
  if (method === 0) return packed
  if (method !== 8) throw new ZipFault('damaged')
  // Never more than the directory said, whatever the part itself would give.
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, unpackedBytes) })
}
