import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

const PNG_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256]
/** Apple's names for the PNG pictures in an icns file, by width. */
const ICNS_NAMES: readonly (readonly [string, number])[] = [
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
]

/** Draws `resources/icon.svg` in every size a system asks for into `out/icons`: PNG for Linux, ico for Windows, icns for macOS. */
export async function drawIcons(root: string): Promise<string> {
  const folder = join(root, 'out/icons')
  mkdirSync(folder, { recursive: true })
  const svg = readFileSync(join(root, 'resources/icon.svg'))
  const pictures = new Map<number, Buffer>()
  for (const size of PNG_SIZES) {
    const png = await sharp(svg, { density: (72 * size) / 512 })
      .resize(size, size)
      .png({ compressionLevel: 9 })
      .toBuffer()
    pictures.set(size, png)
    writeFileSync(join(folder, `${size}x${size}.png`), png)
  }
  const picture = (size: number): Buffer => pictures.get(size) ?? Buffer.alloc(0)
  writeFileSync(join(folder, 'icon.ico'), toIco(ICO_SIZES.map((size) => ({ size, png: picture(size) }))))
  writeFileSync(join(folder, 'icon.icns'), toIcns(ICNS_NAMES.map(([name, size]) => ({ name, png: picture(size) }))))
  return folder
}

/** An icon directory with a PNG in each entry, as Windows reads it since Vista. A width of 256 is written as 0. */
function toIco(entries: { size: number; png: Buffer }[]): Buffer {
  const header = Buffer.alloc(6 + 16 * entries.length)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(entries.length, 4)
  let offset = header.length
  for (const [index, { size, png }] of entries.entries()) {
    const at = 6 + 16 * index
    header.writeUInt8(size % 256, at)
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4)
    header.writeUInt16LE(32, at + 6)
    header.writeUInt32LE(png.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([header, ...entries.map(({ png }) => png)])
}

function toIcns(entries: { name: string; png: Buffer }[]): Buffer {
  const chunks = entries.map(({ name, png }) => Buffer.concat([chunkHead(name, png.length), png]))
  const body = Buffer.concat(chunks)
  return Buffer.concat([chunkHead('icns', body.length), body])
}

function chunkHead(name: string, sizeBytes: number): Buffer {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32BE(sizeBytes + 8, 4)
  return head
}
