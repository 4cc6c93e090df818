import * as fc from 'fast-check'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { CHUNK_BYTES } from '../../../src/main/core/sealing/sealed-chunks.ts'
import { sealedFiles } from '../../../src/main/core/vault/sealed-files.ts'
import { systemRandom } from '../../../src/main/host/system-random.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const ID = 'a'.repeat(64)
const seal = sealedFiles(new Uint8Array(32).fill(7), systemRandom)
const damage = expect.objectContaining({ data: { kind: 'damaged-file', what: 'media' } }) as Error

async function* inPieces(bytes: Uint8Array, pieceBytes: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
}

/** Sizes at and around the borders of chunks. */
const bytesArbitrary = fc
  .tuple(fc.constantFrom(0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 2 * CHUNK_BYTES, 150_000), fc.nat(255))
  .map(([size, first]) => Uint8Array.from({ length: size }, (_, at) => (first + at * 7) % 256))

test('what was sealed at once, in pieces, or is read as a blob is the same, whole and in any part', async () => {
  const path = join(temporaryFolder(), 'file')
  await fc.assert(
    fc.asyncProperty(
      bytesArbitrary,
      fc.integer({ min: 1, max: 90_000 }),
      fc.nat(200_000),
      fc.nat(200_000),
      async (plain, piece, a, b) => {
        expect(Buffer.from(seal.open(ID, seal.seal(ID, plain))).equals(plain)).toBe(true)
        const streamed = await buffer(seal.sealStream(ID, inPieces(plain, piece)))
        expect(Buffer.from(seal.open(ID, streamed)).equals(plain)).toBe(true)
        writeFileSync(path, streamed)
        const blob = await seal.blobAt(ID, path)
        expect([blob.size, (await buffer(blob.stream())).equals(plain)]).toEqual([plain.byteLength, true])
        const part = blob.slice(Math.min(a, b), Math.max(a, b)).slice(1, 5_000)
        const same = plain.slice(Math.min(a, b), Math.max(a, b)).slice(1, 5_000)
        expect([part.size, Buffer.from(await part.arrayBuffer()).equals(same)]).toEqual([same.byteLength, true])
      },
    ),
    { numRuns: 40 },
  )
})

test('the same picture is sealed to other bytes each time, its name says nothing, and neither opens under another key', () => {
  const plain = Buffer.from('the minister shakes hands')
  const other = sealedFiles(new Uint8Array(32).fill(8), systemRandom)
  expect(Buffer.from(seal.seal(ID, plain)).equals(seal.seal(ID, plain))).toBe(false)
  expect([seal.nameOf(ID) === ID, seal.nameOf(ID) === other.nameOf(ID)]).toEqual([false, false])
  expect(() => other.open(ID, seal.seal(ID, plain))).toThrow(damage)
})

test('every flipped bit of a sealed file, every cut and every byte behind its end is damage', () => {
  const sealed = seal.seal(ID, Buffer.from('x'.repeat(300)))
  for (let at = 0; at < sealed.byteLength * 8; at += 1) {
    const flipped = Buffer.from(sealed)
    flipped[at >> 3] = (flipped[at >> 3] ?? 0) ^ (1 << (at & 7))
    expect(() => seal.open(ID, flipped)).toThrow(damage)
  }
  for (let length = 0; length < sealed.byteLength; length += 1)
    expect(() => seal.open(ID, sealed.subarray(0, length))).toThrow(damage)
  expect(() => seal.open(ID, Buffer.concat([sealed, Buffer.from('y')]))).toThrow(damage)
})

test('a sealed file that was put under the name of another is damage, at once and as a blob', async () => {
  const sealed = seal.seal(ID, Buffer.from('the minister shakes hands'))
  const other = 'b'.repeat(64)
  expect(() => seal.open(other, sealed)).toThrow(damage)
  const path = join(temporaryFolder(), 'file')
  writeFileSync(path, sealed)
  const blob = await seal.blobAt(other, path)
  await expect(blob.arrayBuffer()).rejects.toEqual(damage)
})
