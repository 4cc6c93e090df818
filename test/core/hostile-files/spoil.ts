import * as fc from 'fast-check'

/** One thing that is done to a file. Places are shares of its length, so that they hold for any. */
type Spoiling =
  | { what: 'flip'; at: number; mask: number }
  | { what: 'cut'; at: number }
  | { what: 'put'; at: number; bytes: Uint8Array }
  | { what: 'insert'; at: number; bytes: Uint8Array }
  | { what: 'repeat'; at: number; length: number; times: number }
  | { what: 'splice'; at: number; from: number }

const share = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
/** Lengths and numbers at the edge of what a field holds, ways out of a folder, ends of markup. */
const oddBytes = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 8 }),
  fc
    .constantFrom(
      'ffffffff',
      '7fffffff',
      '00000000',
      'ffffffffffffffff',
      '80000000',
      '0000',
      'fffe',
      '504b0304',
      '504b0506',
    )
    .map((hex) => Uint8Array.from(Buffer.from(hex, 'hex'))),
  fc
    .constantFrom(
      '../../',
      '/etc/',
      '\u0000',
      ']]>',
      '<!--',
      '<script>x()</script>',
      '&#0;',
      '\\..\\',
      '{"__proto__":',
      '\ud800',
      '\u202e',
    )
    .map((text) => new TextEncoder().encode(text)),
)

const spoiling: fc.Arbitrary<Spoiling> = fc.oneof(
  fc.record({ what: fc.constant('flip' as const), at: share, mask: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ what: fc.constant('cut' as const), at: share }),
  fc.record({ what: fc.constant('put' as const), at: share, bytes: oddBytes }),
  fc.record({ what: fc.constant('insert' as const), at: share, bytes: oddBytes }),
  fc.record({
    what: fc.constant('repeat' as const),
    at: share,
    length: fc.integer({ min: 1, max: 400 }),
    times: fc.integer({ min: 2, max: 200 }),
  }),
  fc.record({ what: fc.constant('splice' as const), at: share, from: share }),
)

/** A few things done one after the other. */
export const spoilings: fc.Arbitrary<Spoiling[]> = fc.array(spoiling, { minLength: 1, maxLength: 6 })

/** `other`: the file whose end a splice takes. */
export function spoiled(file: Uint8Array, other: Uint8Array, all: readonly Spoiling[]): Uint8Array<ArrayBuffer> {
  let bytes = Buffer.from(file)
  for (const each of all) {
    const at = Math.floor(each.at * bytes.byteLength)
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)]
    switch (each.what) {
      case 'flip':
        bytes = Buffer.from(bytes)
        bytes[at] = (bytes[at] ?? 0) ^ each.mask
        break
      case 'cut':
        bytes = before
        break
      case 'put':
        bytes = Buffer.concat([before, each.bytes, after.subarray(each.bytes.byteLength)])
        break
      case 'insert':
        bytes = Buffer.concat([before, each.bytes, after])
        break
      case 'repeat':
        bytes = Buffer.concat([
          before,
          ...Array.from({ length: each.times }, () => after.subarray(0, each.length)),
          after,
        ])
        break
      case 'splice':
        bytes = Buffer.concat([before, other.subarray(Math.floor(each.from * other.byteLength))])
    }
  }
  return new Uint8Array(bytes)
}
