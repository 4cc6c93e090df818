import type { ScratchFile } from './scratch-file.ts'

/** What was found of where a film was shot. `remains`: in a place from which it cannot be taken without moving the film. */
export interface TakenPlace {
  isRemoved: boolean
  remains: boolean
}

/** A film's own index is a few megabytes; one that claims more is not touched. */
const LARGEST_INDEX = 64 * 1024 * 1024
/** Adobe, XMP Specification Part 3, 1.1.5. */
const XMP = Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex')
const LOCATION_KEY = 'com.apple.quicktime.location'

/**
 * Takes out of an MP4 or QuickTime film where it was filmed (ISO/IEC 14496-12, 3GPP TS 26.244 `loci`, QuickTime’s `©xyz`
 * and location keys, XMP): each such box becomes a `free` one of the same length, so that no address in the file moves.
 */
export async function removePlace(file: ScratchFile): Promise<TakenPlace> {
  const size = file.sizeBytes
  const taken: TakenPlace = { isRemoved: false, remains: false }
  for (let at = 0; at + 8 <= size;) {
    const head = Buffer.alloc(32)
    head.set(await file.read(at, 32))
    const box = boxAt(head, 0, size - at)
    if (!box) break
    const isIndex = ['moov', 'meta', 'udta'].includes(box.type)
    if ((isIndex || box.type === 'uuid') && box.size <= LARGEST_INDEX) {
      const bytes = Buffer.alloc(box.size)
      bytes.set(await file.read(at, box.size))
      const isChanged = isIndex ? cleanBox(bytes, 0, box.size) : cleanUuid(bytes, box)
      if (isChanged) file.patch(at, bytes)
      taken.isRemoved ||= isChanged
      taken.remains ||= isIndex && speaksOfPlace(bytes)
    }
    at += box.size
  }
  return taken
}

interface Box {
  type: string
  headSize: number
  size: number
}

/** null for what is no box: sizes must add up. */
function boxAt(bytes: Buffer, at: number, room: number): Box | null {
  if (room < 8 || at + 8 > bytes.byteLength) return null
  const stated = bytes.readUInt32BE(at)
  const type = bytes.toString('latin1', at + 4, at + 8)
  if (stated === 1) {
    if (room < 16 || at + 16 > bytes.byteLength) return null
    const size = Number(bytes.readBigUInt64BE(at + 8))
    return size >= 16 && size <= room ? { type, headSize: 16, size } : null
  }
  const size = stated === 0 ? room : stated
  return size >= 8 && size <= room ? { type, headSize: 8, size } : null
}

const NESTED = new Set(['moov', 'trak', 'udta', 'meta', 'ilst', 'mdia', 'minf'])
const PLACES = new Set(['\u00A9xyz', 'loci', '\u00A9loc', 'XMP_'])

/** Whether anything was taken out between `from` and `to`, the box that begins at `from` included. */
function cleanBox(bytes: Buffer, from: number, to: number): boolean {
  const box = boxAt(bytes, from, to - from)
  if (!box) return false
  if (PLACES.has(box.type)) return blank(bytes, from, box)
  if (box.type === 'uuid') return cleanUuid(bytes.subarray(from, from + box.size), box)
  if (!NESTED.has(box.type)) return false
  let isChanged = false
  const keys = new Set<number>()
  for (const at of boxesIn(bytes, from, box)) {
    const inner = boxAt(bytes, at, from + box.size - at)
    if (!inner) continue
    if (box.type === 'meta' && inner.type === 'keys') for (const key of placeKeys(bytes, at, inner)) keys.add(key)
    if (box.type === 'meta' && inner.type === 'ilst') isChanged = blankItems(bytes, at, inner, keys) || isChanged
    isChanged = cleanBox(bytes, at, at + inner.size) || isChanged
  }
  return isChanged
}

function* boxesIn(bytes: Buffer, from: number, box: Box): Generator<number> {
  const end = from + box.size
  // ISO's `meta` begins with a version, QuickTime's does not.
  const isFull = box.type === 'meta' && boxAt(bytes, from + box.headSize + 4, end - from - box.headSize - 4) !== null
  const hasVersion = isFull && bytes.readUInt32BE(from + box.headSize) === 0
  for (let at = from + box.headSize + (hasVersion ? 4 : 0); at + 8 <= end;) {
    const inner = boxAt(bytes, at, end - at)
    if (!inner) return
    yield at
    at += inner.size
  }
}

/** QuickTime File Format, “Metadata item keys atom”: the items name them by their number, from 1. */
function placeKeys(bytes: Buffer, at: number, { headSize, size }: Box): number[] {
  const found: number[] = []
  let next = at + headSize + 8
  for (let index = 1; next + 8 <= at + size; index += 1) {
    const length = bytes.readUInt32BE(next)
    if (length < 8 || next + length > at + size) break
    if (bytes.toString('latin1', next + 8, next + length).startsWith(LOCATION_KEY)) found.push(index)
    next += length
  }
  return found
}

function blankItems(bytes: Buffer, at: number, list: Box, keys: ReadonlySet<number>): boolean {
  let isChanged = false
  for (const itemAt of boxesIn(bytes, at, list)) {
    const item = boxAt(bytes, itemAt, at + list.size - itemAt)
    if (item && keys.has(bytes.readUInt32BE(itemAt + 4))) isChanged = blank(bytes, itemAt, item)
  }
  return isChanged
}

/** XMP may say the place among a hundred other things, none of which a reader sees. */
function cleanUuid(bytes: Buffer, box: Box): boolean {
  const id = bytes.subarray(box.headSize, box.headSize + 16)
  return id.equals(XMP) && blank(bytes, 0, box)
}

function blank(bytes: Buffer, at: number, { headSize, size }: Box): true {
  bytes.write('free', at + 4, 'latin1')
  bytes.fill(0, at + headSize, at + size)
  return true
}

/** A track of its own that says the place of each moment, as action cameras and phones write. */
function speaksOfPlace(index: Buffer): boolean {
  for (let at = index.indexOf('stsd'); at !== -1; at = index.indexOf('stsd', at + 4)) {
    const table = index.subarray(at, at + Math.min(64 * 1024, index.readUInt32BE(Math.max(0, at - 4))))
    if (table.includes('gpmd') || table.includes(LOCATION_KEY) || table.includes('camm')) return true
  }
  return false
}
