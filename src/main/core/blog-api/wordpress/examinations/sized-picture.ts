import { crc32, deflateSync } from 'node:zlib'

const SIDE_PX = 16
/** Length, type and checksum of a chunk (PNG, 5.3). */
const CHUNK_BYTES = 12

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/**
 * A grey PNG of exactly this size, so small to look at that a blog makes no smaller ones of it. What fills it up is a chunk
 * that every reader passes over (lower-case first letter: PNG, 5.4). `sizeBytes` is at least 200.
 */
export function sizedPicture(sizeBytes: number): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(SIDE_PX, 0)
  header.writeUInt32BE(SIDE_PX, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((SIDE_PX + 1) * SIDE_PX, 0x80)
  for (let row = 0; row < SIDE_PX; row += 1) rows[row * (SIDE_PX + 1)] = 0
  const before = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', header)])
  const after = Buffer.concat([chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))])
  const filling = chunk('dcTr', Buffer.alloc(sizeBytes - before.length - after.length - CHUNK_BYTES))
  return new Uint8Array(Buffer.concat([before, filling, after]))
}
