import { argon2Sync } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  keyOfPassphrase,
  MOST_PASSPHRASE_COST,
  PASSPHRASE_COST,
} from '../../../src/main/core/sealing/passphrase-key.ts'
import { newPersonKeys } from '../../../src/main/core/sealing/person-key.ts'
import { readReviewFile } from '../../../src/main/core/review-file/read-review-file.ts'
import { REVIEW_FILE_LIMITS } from '../../../src/main/core/review-file/review-file-limits.ts'
import { writeReviewFile } from '../../../src/main/core/review-file/write-review-file.ts'
import { systemRandom } from '../../../src/main/host/system-random.ts'
import { AppError } from '../../../src/shared/errors.ts'
import {
  anyReview,
  author,
  bytesOf,
  CHEAP,
  editor,
  fileOf,
  inPieces,
  PASSPHRASE,
  pictureOfBytes,
  postOf,
  read,
  refusalOf,
  unsealed,
  written,
  type Pictures,
} from './made-files.ts'

const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const lockOfEditor = { receivingKey: editor.receiving.publicKey }

test('whatever a review holds comes back equal, its pictures byte for byte, under a passphrase and for a person', async () => {
  await fc.assert(
    fc.asyncProperty(anyReview, fc.boolean(), fc.integer({ min: 1, max: 5000 }), async (review, isForPerson, size) => {
      const { file, pictures } = review
      const bytes = await written(file, { pictures, ...(isForPerson && { lock: lockOfEditor }) })
      const opened = await read(inPieces(bytes, size), isForPerson ? { passphrase: null } : { keys: null })
      expect(opened.file).toEqual(stored(file))
      expect(opened.signedBy).toBe(author.signing.publicKey)
      const shown = new Set<string>(file.posts.flatMap((post) => post.pictures.map(({ id }) => id)))
      expect(new Set(opened.pictures.keys())).toEqual(shown)
      for (const [id, taken] of opened.pictures) expect(taken.equals(pictures.get(id) ?? new Uint8Array())).toBe(true)
    }),
    { numRuns: 150 },
  )
})

const large = Buffer.from(Array.from({ length: 200_000 }, (_, at) => (at * at) % 251))
const withLarge: Pictures = new Map([[pictureOfBytes(large).id, large]])

test('a picture that two posts show travels once, and goes through in pieces', async () => {
  const picture = pictureOfBytes(large)
  const posts = [postOf({ pictures: [picture] }), postOf({ reviewId: crypto.randomUUID(), pictures: [picture] })]
  const bytes = await written(fileOf(...posts), { pictures: withLarge })
  expect(bytes.byteLength).toBeLessThan(large.byteLength + 3000)
  const { pictures } = await read(inPieces(bytes, 7000))
  expect([...pictures.values()].map((each) => each.equals(large))).toEqual([true])
})

test('a taker that looks at the beginning of a picture only does not lose the rest of the file', async () => {
  const other = Buffer.alloc(5000, 7)
  const post = postOf({ pictures: [pictureOfBytes(large), pictureOfBytes(other)] })
  const bytes = await written(fileOf(post), { pictures: new Map([...withLarge, [pictureOfBytes(other).id, other]]) })
  const firstBytes: (number | undefined)[] = []
  await readReviewFile(bytes, {
    passphrase: PASSPHRASE,
    keys: null,
    takePicture: async (_picture, pieces) => {
      for await (const piece of pieces) {
        firstBytes.push(piece[0])
        break
      }
    },
  })
  expect(firstBytes).toEqual([large[0], 7])
})

test('text without end of the same letter is stored as it is rather than refused as a trap', async () => {
  const dull = postOf({ notes: [], before: { ...postOf().before, excerpt: 'a'.repeat(1_000_000) } })
  const duller = { ...dull, after: { ...dull.after, excerpt: 'a'.repeat(1_000_000) } }
  expect((await read(await written(fileOf(duller)))).file.posts).toEqual([duller])
})

test('nothing of a file can be read from outside: no name, no address, no key of who wrote it or for whom it is', async () => {
  for (const lock of [{ passphrase: PASSPHRASE }, lockOfEditor]) {
    const bytes = await written(fileOf(postOf()), { lock })
    const clear = [bytes.toString('latin1'), bytes.toString('utf16le')].join('')
    for (const word of ['Hoa', 'blog.example', 'ferry', 'manifest', 'document']) expect(clear, word).not.toContain(word)
    for (const key of [author.signing, author.receiving, editor.signing, editor.receiving])
      expect(bytes.includes(Buffer.from(key.publicKey, 'base64url'))).toBe(false)
  }
})

test('two files of the same content have nothing in common but their kind', async () => {
  const [one, other] = [await written(fileOf(postOf())), await written(fileOf(postOf()))]
  expect(one.subarray(83, 115).equals(other.subarray(83, 115))).toBe(false)
})

test('a passphrase is the same however its letters are put together', async () => {
  const bytes = await written(fileOf(postOf()), { lock: { passphrase: 'Nguyễn'.normalize('NFD') } })
  expect(await refusalOf(bytes, { passphrase: 'Nguyễn'.normalize('NFC') })).toBe('taken')
})

test(
  'unless a test says otherwise a passphrase costs 64 MiB, three passes and four lanes, and the file says so',
  { timeout: 180_000 },
  async () => {
    expect(PASSPHRASE_COST).toEqual({ memoryKib: 65_536, passes: 3, lanes: 4 })
    const pieces = writeReviewFile(fileOf(postOf()), {
      for: { passphrase: 'nine bells' },
      signedBy: author,
      readPicture: () => inPieces(new Uint8Array(), 1),
      random: systemRandom,
    })
    const header = Buffer.from((await pieces.next()).value ?? [])
    await pieces.return(undefined)
    expect([header.readUInt32BE(37), header[41], header[42]]).toEqual([65_536, 3, 4])
    expect(MOST_PASSPHRASE_COST).toEqual({ memoryKib: 131_072, passes: 4, lanes: 8 })
  },
)

test('the key of a passphrase is the Argon2id of everybody else', async () => {
  const salt = Buffer.from('sixteen bytes of')
  const others = argon2Sync('argon2id', {
    message: 'nine bells',
    nonce: salt,
    memory: 256,
    passes: 2,
    parallelism: 2,
    tagLength: 32,
  })
  const own = await keyOfPassphrase('nine bells', salt, { memoryKib: 256, passes: 2, lanes: 2 })
  expect(Buffer.from(own).equals(others)).toBe(true)
})

test('keys of a person are made of the core’s own chance: the test vectors of RFC 8032 and RFC 7748', () => {
  const seeds = [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    '77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a',
  ]
  const keys = newPersonKeys({ bytes: () => Buffer.from(seeds.shift() ?? '', 'hex'), fraction: () => 0 })
  expect(Buffer.from(keys.signing.publicKey, 'base64url').toString('hex')).toBe(
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
  )
  expect(Buffer.from(keys.receiving.publicKey, 'base64url').toString('hex')).toBe(
    '8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a',
  )
})

test('what no desk would open is not written', async () => {
  const write = (limits: object) =>
    bytesOf(
      writeReviewFile(fileOf(postOf(), postOf({ reviewId: crypto.randomUUID() })), {
        for: { passphrase: 'nine bells' },
        signedBy: author,
        readPicture: () => inPieces(new Uint8Array(), 1),
        random: systemRandom,
        cost: CHEAP,
        limits: { ...REVIEW_FILE_LIMITS, ...limits },
      }),
    )
  const refused = new AppError({ kind: 'review-file', why: 'too-much-to-send' })
  for (const limits of [
    { documents: 1 },
    { documentBytes: 100 },
    { textBytes: 1000 },
    { nodes: 10 },
    { manifestBytes: 99 },
  ])
    await expect(write(limits), JSON.stringify(limits)).rejects.toMatchObject({ data: refused.data })
})

test('a picture that is no longer what it was ends the writing', async () => {
  const post = postOf({ pictures: [pictureOfBytes(large)] })
  for (const other of [Buffer.from(large).fill(1, 90_000, 90_001), large.subarray(1), Buffer.concat([large, large])])
    await expect(
      written(fileOf(post), { pictures: new Map([[pictureOfBytes(large).id, other]]) }),
    ).rejects.toMatchObject({
      data: { kind: 'review-file', why: 'picture-damaged' },
    })
})

test('a picture without end ends the writing', async () => {
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) yield large
  }
  const writing = writeReviewFile(fileOf(postOf({ pictures: [pictureOfBytes(large)] })), {
    for: { passphrase: PASSPHRASE },
    signedBy: author,
    readPicture: endless,
    random: systemRandom,
    cost: CHEAP,
  })
  await expect(bytesOf(writing)).rejects.toMatchObject({ data: { kind: 'review-file', why: 'picture-damaged' } })
})

test('under the seal stand the signer, the signature, the manifest, and then the parts it names', async () => {
  const plain = await unsealed(await written(fileOf(postOf())))
  expect(plain.subarray(0, 32).toString('base64url')).toBe(author.signing.publicKey)
  expect(plain.byteLength).toBeGreaterThan(100 + plain.readUInt32BE(96))
})
