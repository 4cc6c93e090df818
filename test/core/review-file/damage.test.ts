import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { sealedFileFault } from '../../../src/main/core/sealed-file/sealed-file-fault.ts'
import { ByteReader } from '../../../src/main/core/sealing/byte-reader.ts'
import { newPersonKeys } from '../../../src/main/core/sealing/person-key.ts'
import { CHUNK_BYTES, openChunks, sealChunks, TAG_BYTES } from '../../../src/main/core/sealing/sealed-chunks.ts'
import { systemRandom } from '../../../src/main/host/system-random.ts'
import type { SealedFileLock } from '../../../src/main/core/sealed-file/file-lock.ts'
import {
  bytesOf,
  editor,
  fileOf,
  inPieces,
  PASSPHRASE,
  pictureOfBytes,
  postOf,
  refusalOf,
  written,
} from './made-files.ts'

const tiny = Buffer.from([0xff, 0xd8, 0xff, 0xd9])
const noise = Buffer.from(Array.from({ length: 5 * CHUNK_BYTES }, (_, at) => (at * 7919 + (at >> 8)) % 256))
const withPicture = (bytes: Buffer, lock: SealedFileLock) => {
  const picture = pictureOfBytes(bytes)
  return written(fileOf(postOf({ pictures: [picture] })), { lock, pictures: new Map([[picture.id, bytes]]) })
}

const changed = (file: Buffer, at: number, by: number): Buffer => {
  const copy = Buffer.from(file)
  copy[at] = (copy[at] ?? 0) ^ by
  return copy
}

describe.each<[string, SealedFileLock, number]>([
  ['under a passphrase', { passphrase: PASSPHRASE }, 83],
  ['for a person', { receivingKey: editor.receiving.publicKey }, 93],
])('of a file %s', (_name, lock, headerBytes) => {
  let small: Buffer
  let long: Buffer
  let chunks: Buffer[]
  const header = (): Buffer => long.subarray(0, headerBytes)
  beforeAll(async () => {
    small = await withPicture(tiny, lock)
    long = await withPicture(noise, lock)
    chunks = []
    for (let at = headerBytes; at < long.byteLength; at += CHUNK_BYTES + TAG_BYTES)
      chunks.push(long.subarray(at, at + CHUNK_BYTES + TAG_BYTES))
    expect(chunks.length).toBe(6)
    expect([await refusalOf(small), await refusalOf(long)]).toEqual(['taken', 'taken'])
  })

  test('every byte of the small one, changed in one bit or altogether, makes it refused', async () => {
    for (let at = 0; at < small.byteLength; at += 1)
      for (const by of [1 << (at % 8), 255])
        expect([at, by, await refusalOf(changed(small, at, by))]).toEqual([
          at,
          by,
          at < 14 ? 'not-a-review-file' : 'damaged',
        ])
  })

  test('every byte of what stands in the clear is refused in each of its 255 other values', async () => {
    for (let at = 0; at < headerBytes; at += 1)
      for (let by = 1; by < 256; by += 1)
        expect([at, by, await refusalOf(changed(small, at, by))]).toEqual([
          at,
          by,
          at < 14 ? 'not-a-review-file' : 'damaged',
        ])
  })

  test('any byte anywhere in a long one makes it refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(long.byteLength - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        expect(await refusalOf(changed(long, at, by))).toBe(at < 14 ? 'not-a-review-file' : 'damaged')
      }),
      { numRuns: 300 },
    )
  })

  test('every shorter beginning is refused', async () => {
    for (let length = 0; length < small.byteLength; length += 1)
      expect([length, await refusalOf(small.subarray(0, length))]).toEqual([
        length,
        length === 0 ? 'not-a-review-file' : 'damaged',
      ])
  })

  test('a long one that ends between two of its chunks is refused', async () => {
    for (let count = 0; count < chunks.length; count += 1)
      expect(await refusalOf(Buffer.concat([header(), ...chunks.slice(0, count)]))).toBe('damaged')
  })

  test('chunks in any other order, left out or twice, are refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(5), { maxLength: 8 }), async (order) => {
        fc.pre(order.join() !== '0,1,2,3,4,5')
        const file = Buffer.concat([header(), ...order.map((index) => chunks[index] ?? Buffer.alloc(0))])
        expect(await refusalOf(inPieces(file, 50_000))).toBe('damaged')
      }),
      { numRuns: 100 },
    )
  })

  test('whatever stands behind the end is refused', async () => {
    const last = chunks.at(-1) ?? Buffer.alloc(0)
    for (const more of [Buffer.alloc(1), Buffer.alloc(16), Buffer.alloc(CHUNK_BYTES + TAG_BYTES), last, small, long])
      expect([await refusalOf(Buffer.concat([small, more])), await refusalOf(Buffer.concat([long, more]))]).toEqual([
        'damaged',
        'damaged',
      ])
  })

  test('the sealed part of one file under the header of another is refused', async () => {
    const other = await withPicture(noise, lock)
    expect(await refusalOf(Buffer.concat([header(), other.subarray(headerBytes)]))).toBe('damaged')
  })
})

test('of the sealed chunks alone a beginning is no whole, whatever stands in it', async () => {
  const key = Buffer.alloc(32, 7)
  const sealed = await bytesOf(sealChunks(key, inPieces(noise, 10_000)))
  const opened = (bytes: Buffer): Promise<Buffer> =>
    bytesOf(openChunks(key, new ByteReader(inPieces(bytes, 9999), () => sealedFileFault('damaged'))))
  expect((await opened(sealed)).equals(noise)).toBe(true)
  for (let count = 0; count < 5; count += 1)
    await expect(opened(sealed.subarray(0, count * (CHUNK_BYTES + TAG_BYTES)))).rejects.toMatchObject({
      data: { why: 'damaged' },
    })
})

describe('what is told apart from damage', () => {
  test('a wrong passphrase, a missing one, and one that is nearly right', async () => {
    const file = await written(fileOf(postOf()))
    expect(await refusalOf(file, { passphrase: 'nine bells' })).toBe('wrong-passphrase')
    expect(await refusalOf(file, { passphrase: '' })).toBe('wrong-passphrase')
    expect(await refusalOf(file, { passphrase: `${PASSPHRASE} ` })).toBe('wrong-passphrase')
    expect(await refusalOf(file, { passphrase: null })).toBe('passphrase-needed')
  })

  test('a file for another person, and one for a person at a desk without keys', async () => {
    const file = await written(fileOf(postOf()), { lock: { receivingKey: editor.receiving.publicKey } })
    expect(await refusalOf(file, { keys: newPersonKeys(systemRandom) })).toBe('wrong-key')
    expect(await refusalOf(file, { keys: null })).toBe('key-needed')
  })

  test('a wrong passphrase of a file that is damaged behind its header is still called wrong, and the right one tells of the damage', async () => {
    const file = changed(await written(fileOf(postOf())), 200, 1)
    expect(await refusalOf(file, { passphrase: 'nine bells' })).toBe('wrong-passphrase')
    expect(await refusalOf(file)).toBe('damaged')
  })

  test.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['a picture', tiny],
    ['a zip', Buffer.from('PK\u0003\u0004and so on', 'latin1')],
    ['a text', Buffer.from('ATTACHE is the name of a program')],
  ])('%s is no review file', async (_name, bytes) => {
    expect(await refusalOf(bytes)).toBe('not-a-review-file')
  })
})
