import sharp from 'sharp'

/** Where the picture says that it was taken. */
export const TAKEN_AT = { latitude: 21.033, longitude: 105.85 }

/**
 * A photograph as a phone writes it, 60 by 40 as it lies in the file: place, camera and maker's own data in EXIF, XMP and IPTC, a
 * comment, a smaller picture in the JFIF header's extension, and a film behind the end.
 */
export async function cameraJpeg({
  orientation = 1,
  widthPx = 60,
  heightPx = 40,
}: { orientation?: number; widthPx?: number; heightPx?: number } = {}): Promise<Uint8Array<ArrayBuffer>> {
  const plain = await sharp(scene(widthPx, heightPx), { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .jpeg({ quality: 90 })
    .withMetadata({ orientation })
    .withExifMerge({
      IFD0: { Make: 'Embassy Camera', Model: 'Ferry 1', Copyright: 'Lan' },
      IFD2: { MakerNote: 'serial number 4711', DateTimeOriginal: '2026:11:20 07:30:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '21/1 1/1 588/10',
        GPSLongitudeRef: 'E',
        GPSLongitude: '105/1 51/1 0/1',
      },
    })
    .toBuffer()
  const segments = [
    segment(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xap/1.0/\0'), Buffer.from(XMP)])),
    segment(0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0'), iptcResource()])),
    segment(0xfe, Buffer.from('Taken by the second secretary')),
    segment(0xe0, Buffer.from('JFXX\0\x10a smaller picture of it')),
  ]
  const film = Buffer.from('....ftypmp42 a film of the same moment, with its place')
  return new Uint8Array(Buffer.concat([plain.subarray(0, 2), ...segments, plain.subarray(2), film]))
}

const XMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" exif:GPSLatitude="21,1.98N" photoshop:City="Hanoi"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.byteLength + 2, 2)
  return Buffer.concat([head, content])
}

/** IPTC IIM in Photoshop's resource 0x0404: the city (2:90) and who took it (2:80). */
function iptcResource(): Buffer {
  const dataset = (number: number, text: string): Buffer =>
    Buffer.concat([Buffer.from([0x1c, 2, number, 0, text.length]), Buffer.from(text)])
  const datasets = Buffer.concat([dataset(90, 'Hanoi'), dataset(80, 'The second secretary.')])
  const head = Buffer.from([...Buffer.from('8BIM'), 0x04, 0x04, 0, 0, 0, 0, 0, datasets.byteLength])
  return Buffer.concat([head, datasets, Buffer.alloc(datasets.byteLength % 2)])
}

/** Red at the top left, blue at the bottom right: it shows which way it lies. */
function scene(widthPx: number, heightPx: number): Buffer {
  const pixels = Buffer.alloc(widthPx * heightPx * 3, 128)
  for (let y = 0; y < heightPx; y += 1)
    for (let x = 0; x < widthPx; x += 1) {
      const at = (y * widthPx + x) * 3
      if (x < widthPx / 2 && y < heightPx / 2) pixels.set([255, 0, 0], at)
      else if (x >= widthPx / 2 && y >= heightPx / 2) pixels.set([0, 0, 255], at)
    }
  return pixels
}
