import { constants, deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { REVIEW_FILE_LIMITS } from '../../../src/main/core/review-file/review-file-limits.ts'
import { readReviewFile } from '../../../src/main/core/review-file/read-review-file.ts'
import type { ReviewFileFault } from '../../../src/shared/errors.ts'
import {
  author,
  editor,
  fileOf,
  handMade,
  handMadePost,
  manifestOf,
  packedEntry,
  PASSPHRASE,
  pictureOfBytes,
  postOf,
  read,
  refusalOf,
  sha256Of,
  unsealed,
  written,
  type Entry,
} from './made-files.ts'

const honest = Buffer.from(JSON.stringify(postOf()))
const packed = deflateRawSync(honest)
const document = packedEntry('posts/0/document.json', packed, honest.byteLength)
const picture = Buffer.from([0xff, 0xd8, 0xff, 0xd9])
const pictureEntry = packedEntry(`pictures/${sha256Of(picture)}`, picture, null)
const MEGABYTE = 1024 * 1024

/** A gigabyte of noughts in a megabyte. */
function bombOf(megabytes: number): Buffer {
  const block = deflateRawSync(Buffer.alloc(MEGABYTE), { finishFlush: constants.Z_FULL_FLUSH })
  return Buffer.concat([...Array.from({ length: megabytes }, () => block), deflateRawSync(Buffer.alloc(0))])
}

test('a file made by hand is taken when it is as the desk makes them', async () => {
  expect(await refusalOf(await handMade({ manifest: manifestOf([document]), parts: [packed] }))).toBe('taken')
})

test.each<[string, string]>([
  ['a way up', '../document.json'],
  ['a way up behind a right beginning', 'posts/0/../../document.json'],
  ['a path from the root', '/posts/0/document.json'],
  ['a drive', 'C:\\posts\\0\\document.json'],
  ['a drive with strokes', 'C:/posts/0/document.json'],
  ['back-strokes', 'posts\\0\\document.json'],
  ['a share', '\\\\server\\posts\\0\\document.json'],
  ['a nought', 'posts/0/document.json\u0000.exe'],
  ['a line end', 'posts/0/document.json\n'],
  ['another case', 'Posts/0/document.json'],
  ['a number in another writing', 'posts/٠/document.json'],
  ['a number with noughts before it', 'posts/00/document.json'],
  ['a number that leaves one out', 'posts/1/document.json'],
  ['a name of the prototype', '__proto__'],
  ['no name', ''],
  ['a name of a million letters', 'p'.repeat(500_000)],
  ['the manifest itself', 'manifest.json'],
  ['a page', 'posts/0/index.html'],
])('%s has no place in a review file', async (_name, name) => {
  expect(await refusalOf(await handMade({ manifest: manifestOf([{ ...document, name }]), parts: [packed] }))).toBe(
    'bad-name',
  )
})

test.each<[string, Entry[], Buffer[]]>([
  ['a post twice', [document, document], [packed, packed]],
  ['a picture twice', [document, pictureEntry, pictureEntry], [packed, picture, picture]],
  ['a picture before the posts', [pictureEntry, document], [picture, packed]],
  [
    'a picture under the hash of another',
    [document, { ...pictureEntry, name: `pictures/${'0'.repeat(64)}` }],
    [packed, picture],
  ],
])('%s is refused', async (_name, entries, parts) => {
  expect(await refusalOf(await handMade({ manifest: manifestOf(entries), parts }))).toBe('bad-name')
})

test('a million entries are refused by their number, before any of them is read', async () => {
  const name = (at: number): string => `posts/${at}/document.json`
  const some = Array.from({ length: 1101 }, (_, at) => ({ ...document, name: name(at) }))
  expect(await refusalOf(await handMade({ manifest: manifestOf(some) }))).toBe('too-many-parts')
  const million = JSON.stringify(manifestOf([])).replace('[]', `[${'{"name":"posts/0/document.json"},'.repeat(1e6)}0]`)
  expect(await refusalOf(await handMade({ manifest: deflateRawSync(Buffer.from(million)) }))).toBe('too-many-parts')
  expect(await refusalOf(await handMade({ manifest: manifestOf(Array.from({ length: 50_000 }, () => 1)) }))).toBe(
    'not-understood',
  )
})

test('more posts, more text and larger parts than a desk takes are refused by what the manifest says of them', async () => {
  const posts = Array.from({ length: 101 }, (_, at) => ({ ...document, name: `posts/${at}/document.json` }))
  expect(await refusalOf(await handMade({ manifest: manifestOf(posts) }))).toBe('too-many-parts')
  const told = (change: Partial<Entry>, entries: Entry[] = []): Promise<Buffer> =>
    handMade({ manifest: manifestOf([...entries, { ...(entries.length > 0 ? pictureEntry : document), ...change }]) })
  expect(await refusalOf(await told({ unpackedBytes: 33 * MEGABYTE, storedBytes: MEGABYTE }))).toBe('too-large')
  expect(await refusalOf(await told({ unpackedBytes: null, storedBytes: 33 * MEGABYTE }))).toBe('too-large')
  expect(await refusalOf(await told({ storedBytes: 61 * MEGABYTE }, [document]))).toBe('too-large')
  const three = posts.slice(0, 3).map((entry) => ({ ...entry, unpackedBytes: 30 * MEGABYTE, storedBytes: MEGABYTE }))
  expect(await refusalOf(await handMade({ manifest: manifestOf(three) }))).toBe('too-large')
})

test('a bomb that says what it becomes is refused before it is unpacked, and one that lies becomes no more than it said', async () => {
  const bomb = bombOf(1024)
  const before = process.resourceUsage().maxRSS
  const refusalOfBomb = async (unpackedBytes: number): Promise<string> =>
    refusalOf(
      await handMade({
        manifest: manifestOf([packedEntry('posts/0/document.json', bomb, unpackedBytes)]),
        parts: [bomb],
      }),
    )
  expect(await refusalOfBomb(1024 * MEGABYTE)).toBe('too-large')
  expect(await refusalOfBomb(100)).toBe('swells')
  expect(await refusalOfBomb(20 * MEGABYTE)).toBe('swells')
  const small = bombOf(30)
  const said = packedEntry('posts/0/document.json', small, 30 * MEGABYTE)
  expect(await refusalOf(await handMade({ manifest: manifestOf([said]), parts: [small] }))).toBe('swells')
  expect(await refusalOf(await handMade({ manifest: bomb }))).toBe('too-many-parts')
  expect(await refusalOf(await handMade({ manifest: small }))).toBe('too-many-parts')
  expect(process.resourceUsage().maxRSS - before).toBeLessThan(256 * 1024)
})

test('a picture that is packed is refused', async () => {
  const entry = { ...packedEntry(`pictures/${sha256Of(packed)}`, packed, honest.byteLength) }
  expect(await refusalOf(await handMade({ manifest: manifestOf([document, entry]), parts: [packed, packed] }))).toBe(
    'swells',
  )
})

const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)
const inPost = (json: string): Buffer => Buffer.from(honest.toString('utf8').replace('"trail":[]', `"trail":${json}`))

test.each<[string, Buffer, ReviewFileFault]>([
  ['nested a million deep', inPost(deep(1_000_000)), 'too-deep'],
  ['nested one too deep', inPost(deep(256)), 'too-deep'],
  ['of two million values', inPost(`[${'0,'.repeat(2_000_000)}0]`), 'too-many-parts'],
  ['of two million empty objects', inPost(`[${'{},'.repeat(2_000_000)}{}]`), 'too-many-parts'],
  ['that is no JSON', Buffer.from('{'), 'not-understood'],
  ['that closes what was never opened', Buffer.from(']'.repeat(100)), 'not-understood'],
  ['that is no UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'not-understood'],
  ['with a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), honest]), 'not-understood'],
  ['that is a number', Buffer.from('7'), 'not-understood'],
  ['with a document that locks its post', inPost('[]').subarray(0, -1), 'not-understood'],
  ['with a field nobody knows', Buffer.from(JSON.stringify({ ...postOf(), script: 'x' })), 'not-understood'],
  [
    'with words nobody could have typed there',
    Buffer.from(
      JSON.stringify({ ...postOf(), after: { ...postOf().after, document: { type: 'doc', content: [{}] } } }),
    ),
    'not-understood',
  ],
  [
    'with a picture that does not come',
    Buffer.from(JSON.stringify(postOf({ pictures: [pictureOfBytes(picture)] }))),
    'not-understood',
  ],
])('a post %s is refused', async (_name, json, why) => {
  expect(await refusalOf(await handMadePost(json))).toBe(why)
})

test.each<[string, string]>([
  ['notes', `{"replies":[${'{},'.repeat(90)}{}]}`],
  ['suggestions', '0'],
  ['decisions', '{}'],
  ['trail', '[]'],
  ['pictures', 'null'],
])('of ten thousand wrong %s only the first is told', async (name, wrong) => {
  const json = honest.toString('utf8').replace(`"${name}":[]`, `"${name}":[${`${wrong},`.repeat(9_999)}${wrong}]`)
  const failure = await read(await handMadePost(Buffer.from(json))).catch((error: unknown) => error)
  expect(failure).toMatchObject({ data: { why: 'not-understood' }, cause: { issues: { length: 1 } } })
})

test('brackets and commas in a text are letters', async () => {
  const title = '[{,"\\'.repeat(100_000)
  const post = postOf({ before: { ...postOf().before, title } })
  expect((await read(await handMadePost(Buffer.from(JSON.stringify(post))))).file.posts[0]?.before.title).toBe(title)
})

test('a picture that no post shows, one of another size, and one post twice under two numbers are refused', async () => {
  const refusalOfParts = async (entries: Entry[], parts: Buffer[]): Promise<string> =>
    refusalOf(await handMade({ manifest: manifestOf(entries), parts }))
  expect(await refusalOfParts([document, pictureEntry], [packed, picture])).toBe('not-understood')
  const second = { ...document, name: 'posts/1/document.json' }
  expect(await refusalOfParts([document, second], [packed, packed])).toBe('not-understood')
  const showing = Buffer.from(JSON.stringify(postOf({ pictures: [{ ...pictureOfBytes(picture), sizeBytes: 3 }] })))
  const post = packedEntry('posts/0/document.json', showing, null)
  expect(await refusalOfParts([post, pictureEntry], [showing, picture])).toBe('not-understood')
  expect(await refusalOfParts([post, { ...pictureEntry, storedBytes: 3 }], [showing, picture.subarray(1)])).toBe(
    'damaged',
  )
})

test('a part that is not the one that was signed, is longer or shorter, or is followed by another, is refused', async () => {
  const other = deflateRawSync(Buffer.from(JSON.stringify(postOf({ trail: [] })).replace('six', 'ten')))
  const manifest = manifestOf([document])
  for (const parts of [[other], [packed.subarray(1)], [], [packed, picture], [packed, Buffer.alloc(1)]])
    expect(await refusalOf(await handMade({ manifest, parts }))).toBe('damaged')
  const shorter = manifestOf([{ ...document, unpackedBytes: honest.byteLength + 1 }])
  expect(await refusalOf(await handMade({ manifest: shorter, parts: [packed] }))).toBe('damaged')
})

test.each<[string, object, ReviewFileFault]>([
  ['of an older version', { version: 0 }, 'older-format'],
  ['of a newer version', { version: 2 }, 'newer-format'],
  ['of a version that is none', { version: '1' }, 'not-understood'],
  ['of another format', { format: 'attache-handover' }, 'not-a-review-file'],
  ['without a blog', { blog: null }, 'not-understood'],
  ['of a blog at no address', { blog: { url: 'javascript:alert(1)', name: '' } }, 'not-understood'],
  ['with a size below nought', { entries: [{ ...document, storedBytes: -1 }] }, 'not-understood'],
  ['with a size beyond numbers', { entries: [{ ...document, storedBytes: 1e300 }] }, 'not-understood'],
])('a manifest %s is refused', async (_name, change, why) => {
  expect(await refusalOf(await handMade({ manifest: manifestOf([document], change), parts: [packed] }))).toBe(why)
})

test.each<[number, ReviewFileFault]>([
  [0, 'older-format'],
  [2, 'newer-format'],
  [65_535, 'newer-format'],
])('a file of version %i says so before anything is asked', async (version, why) => {
  const file = Buffer.from(await written(fileOf(postOf())))
  file.writeUInt16BE(version, 14)
  Buffer.from(sha256Of(file.subarray(0, 16)), 'hex').copy(file, 16, 0, 4)
  expect(await refusalOf(file, { passphrase: null })).toBe(why)
})

test.each<[string, number, number, number, ReviewFileFault]>([
  ['four gigabytes', 0xffff_ffff, 1, 1, 'too-much-work'],
  ['255 passes', 65_536, 255, 4, 'too-much-work'],
  ['255 lanes', 65_536, 3, 255, 'too-much-work'],
  ['no passes', 65_536, 0, 4, 'damaged'],
  ['no lanes', 65_536, 3, 0, 'damaged'],
  ['less memory than there are lanes', 8, 1, 4, 'damaged'],
])('a passphrase that costs %s is refused before any of it is done', async (_name, memoryKib, passes, lanes, why) => {
  const file = Buffer.from(await written(fileOf(postOf())))
  file.writeUInt32BE(memoryKib, 37)
  file[41] = passes
  file[42] = lanes
  Buffer.from(sha256Of(file.subarray(0, 75)), 'hex').copy(file, 75, 0, 8)
  expect(await refusalOf(file)).toBe(why)
})

test('a file for a person whose half of the secret everybody knows is refused', async () => {
  const file = Buffer.from(await written(fileOf(postOf()), { lock: { receivingKey: editor.receiving.publicKey } }))
  file.fill(0, 21, 53)
  Buffer.from(sha256Of(file.subarray(0, 85)), 'hex').copy(file, 85, 0, 8)
  expect(await refusalOf(file)).toBe('damaged')
})

test('a file without end is left at the first piece that proves it is none', async () => {
  const file = await written(fileOf(postOf()))
  for (const [beginning, why] of [
    [Buffer.alloc(0), 'not-a-review-file'],
    [file.subarray(0, 30), 'damaged'],
    [file, 'damaged'],
  ] as const) {
    let pieces = 0
    let isLetGo = false
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        yield beginning
        for (;;) {
          pieces += 1
          yield Buffer.alloc(1000)
        }
      } finally {
        isLetGo = true
      }
    }
    expect(await refusalOf(endless())).toBe(why)
    expect([pieces < 100, isLetGo]).toEqual([true, true])
  }
})

test('a file that is larger than a desk takes is refused when that much of it has come', async () => {
  const file = await written(fileOf(postOf()))
  const reading = readReviewFile(file, {
    passphrase: PASSPHRASE,
    keys: null,
    takePicture: () => Promise.resolve(),
    limits: { ...REVIEW_FILE_LIMITS, fileBytes: file.byteLength - 1 },
  })
  await expect(reading).rejects.toMatchObject({ data: { kind: 'review-file', why: 'too-large' } })
})

test('a signature of nobody, of somebody else, or under a key that is none, does not hold', async () => {
  const manifest = manifestOf([document])
  for (const signature of [Buffer.alloc(64), Buffer.alloc(64, 0xff)])
    expect(await refusalOf(await handMade({ manifest, parts: [packed], signature }))).toBe('signature-broken')
  for (const byte of [0, 0xff]) {
    const publicKey = Buffer.alloc(32, byte).toString('base64url')
    const signer = { ...author, signing: { ...author.signing, publicKey } }
    expect(await refusalOf(await handMade({ manifest, parts: [packed], signer }))).toBe('signature-broken')
  }
})

test('whoever received a file can neither send it on in the name of its author nor put another text under that name', async () => {
  const file = await written(fileOf(postOf()))
  const plain = await unsealed(file)
  const signature = plain.subarray(32, 96)
  const end = 100 + plain.readUInt32BE(96)
  const [manifest, post] = [plain.subarray(100, end), plain.subarray(end)]
  expect(await refusalOf(await handMade({ manifest, parts: [post], signature, under: file }))).toBe('taken')
  expect(await refusalOf(await handMade({ manifest, parts: [post], signature }))).toBe('signature-broken')
  const other = manifestOf([document], { sentBy: 'Ana' })
  expect(await refusalOf(await handMade({ manifest: other, parts: [packed], signature, under: file }))).toBe(
    'signature-broken',
  )
  const own = await read(await handMade({ manifest, parts: [post], signer: editor }))
  expect(own.signedBy).toBe(editor.signing.publicKey)
})

test('another text of the same length in the place of the signed one is refused', async () => {
  const other = Buffer.from(honest.toString('utf8').replace('six', 'ten'))
  const manifest = manifestOf([packedEntry('posts/0/document.json', honest, null)])
  expect(await refusalOf(await handMade({ manifest, parts: [honest] }))).toBe('taken')
  expect(await refusalOf(await handMade({ manifest, parts: [other] }))).toBe('damaged')
})

test('a manifest that is said to be as long as a disk is not waited for', async () => {
  expect(await refusalOf(await handMade({ manifest: manifestOf([document]), length: 0xffff_ffff }))).toBe(
    'too-many-parts',
  )
})

test('an error of the disk, of the source or of where pictures go, is none of the file', async () => {
  const post = postOf({ pictures: [pictureOfBytes(picture)] })
  const file = await written(fileOf(post), { pictures: new Map([[sha256Of(picture), picture]]) })
  const full = new Error('ENOSPC')
  const reading = readReviewFile(file, { passphrase: PASSPHRASE, keys: null, takePicture: () => Promise.reject(full) })
  await expect(reading).rejects.toBe(full)
})
