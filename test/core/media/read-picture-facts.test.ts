import { expect, it } from 'vitest'
import { readPictureFacts } from '../../../src/main/core/media/read-picture-facts.ts'

const bytes = (text: string) => new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'))
const latin = (text: string) => Buffer.from(text, 'latin1').toString('hex')

it.each([
  ['image/png', `89504e470d0a1a0a 0000000d ${latin('IHDR')} 00000320 000001e0 08020000`],
  ['image/gif', `${latin('GIF89a')} 2003 e001 0000`],
  ['image/jpeg', 'ffd8 ffe0 0004 0000 ffc4 0003 00 ffc0 0011 08 01e0 0320 03 0122 0011'],
  ['image/webp', `${latin('RIFF')} 00000000 ${latin('WEBPVP8X')} 0a000000 00000000 1f0300 df0100`],
  ['image/webp', `${latin('RIFF')} 00000000 ${latin('WEBPVP8 ')} 00000000 000000 9d012a 2003 e001`],
  ['image/webp', `${latin('RIFF')} 00000000 ${latin('WEBPVP8L')} 00000000 2f 1fc37700 0000000000`],
])('%s of 800 by 480', (mimeType, hex) => {
  expect(readPictureFacts(bytes(hex))).toEqual({ mimeType, widthPx: 800, heightPx: 480 })
})

it.each([
  ['a text', latin('hello, this is not a picture at all')],
  ['an SVG', latin('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['nothing', ''],
  ['the first bytes of a PNG', '89504e47'],
  ['a JPEG that ends before its size', 'ffd8ffe0'],
  ['a GIF of another decade', latin('GIF99a') + '2003e0010000'],
  ['a RIFF file that is sound', latin('RIFF') + '00000000' + latin('WAVEfmt ') + '00000000'],
])('%s is no picture', (_name, hex) => {
  expect(readPictureFacts(bytes(hex))).toBeNull()
})
