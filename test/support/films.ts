/** A box of ISO/IEC 14496-12. */
export function box(type: string, ...parts: (Buffer | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)))
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.byteLength + 8)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

export const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** Everything below that says a place. */
export const PLACE = /\+21\.03|105\.85|Hanoi|GPSLatitude/

const key = (name: string): Buffer => box('mdta', name)

export const udta = box(
  'udta',
  box('\u00A9xyz', '\0\x12\x15\xC7+21.0300+105.8500/'),
  box('loci', '\0\0\0\0', '\x15\xC7Hanoi\0\0', number(0x00690000)),
  box('\u00A9too', 'a camera'),
)

/** QuickTime’s: no version before its boxes. */
export const appleMeta = box(
  'meta',
  box('hdlr', Buffer.alloc(24)),
  box('keys', number(0), number(2), key('com.apple.quicktime.make'), key('com.apple.quicktime.location.ISO6709')),
  box(
    'ilst',
    box('\0\0\0\x01', box('data', number(1), number(0), 'a phone')),
    box('\0\0\0\x02', box('data', number(1), number(0), '+21.0300+105.8500+010/')),
  ),
)

export const xmp = box(
  'uuid',
  Buffer.from('be7acfcb97a942e89c71999491e3afac', 'hex'),
  '<x:xmpmeta exif:GPSLatitude="21,1.8N"/>',
)

const track = (...entries: Buffer[]): Buffer =>
  box('trak', udta, box('mdia', box('minf', box('stbl', box('stsd', number(0), number(entries.length), ...entries)))))

/** A film as phones write it, its place said in five ways; `more` stands in its index. */
export const filmWithPlace = (more: Buffer = Buffer.alloc(0)): Buffer =>
  Buffer.concat([
    box('ftyp', 'mp42', number(0), 'mp42isom'),
    box('mdat', 'pictures that say loci and \u00A9xyz by chance'),
    box('moov', box('mvhd', Buffer.alloc(100)), track(box('avc1', Buffer.alloc(70))), udta, appleMeta, more),
    xmp,
  ])

/** The track of an action camera. */
export const placeTrack = track(box('gpmd', Buffer.alloc(16)))
