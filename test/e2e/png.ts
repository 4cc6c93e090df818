import { crc32, deflateSync } from 'node:zlib'

/** A PNG of one colour. */
export function solidPng(width: number, height: number, rgb: readonly [number, number, number]): Buffer {
  const row = Buffer.concat([Buffer.from([0]), Buffer.from(Array.from({ length: width }, () => rgb).flat())])
  return png({ width, height, colourType: 2 }, Buffer.concat(Array.from({ length: height }, () => row)))
}

/** A PNG that nothing can make smaller, with see-through parts, so that it goes as it is: four bytes a pixel. */
export function noisyPng(width: number, height: number): Buffer {
  const rows = Buffer.alloc(height * (1 + 4 * width))
  let state = 1
  for (let at = 0; at < rows.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    rows[at] = at % (1 + 4 * width) === 0 ? 0 : state >>> 24
  }
  return png({ width, height, colourType: 6 }, rows)
}

/** ISO/IEC 15948: signature, IHDR, IDAT, IEND. `rows`: each with its filter byte. */
function png(
  { width, height, colourType }: { width: number; height: number; colourType: 2 | 6 },
  rows: Buffer,
): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, colourType, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'ascii'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
