import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawIcons } from '../../scripts/package/draw-icons.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('the icon is drawn for each system in the sizes that it asks for', async () => {
  const root = temporaryFolder()
  cpSync(join(import.meta.dirname, '../../resources'), join(root, 'resources'), { recursive: true })
  const folder = await drawIcons(root)
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.png'))) {
    const { width, height } = await sharp(join(folder, name)).metadata()
    expect(`${width}x${height}.png`).toBe(name)
  }
  expect(await widthsInIco(readFileSync(join(folder, 'icon.ico')))).toEqual([16, 24, 32, 48, 64, 128, 256])
  expect(await widthsInIcns(readFileSync(join(folder, 'icon.icns')))).toEqual([16, 32, 64, 128, 256, 512, 1024])
})

async function widthsInIco(ico: Buffer): Promise<(number | undefined)[]> {
  const entries = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => 6 + 16 * index)
  return Promise.all(
    entries.map(async (at) => {
      const start = ico.readUInt32LE(at + 12)
      return (await sharp(ico.subarray(start, start + ico.readUInt32LE(at + 8))).metadata()).width
    }),
  )
}

async function widthsInIcns(icns: Buffer): Promise<(number | undefined)[]> {
  expect(icns.toString('latin1', 0, 4)).toBe('icns')
  expect(icns.readUInt32BE(4)).toBe(icns.length)
  const widths: (number | undefined)[] = []
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
    widths.push((await sharp(icns.subarray(at + 8, at + icns.readUInt32BE(at + 4))).metadata()).width)
  return widths
}
