import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { sealedFileFault } from '../../../src/main/core/sealed-file/sealed-file-fault.ts'
import { ByteReader } from '../../../src/main/core/sealing/byte-reader.ts'
import {
  makeLock,
  openLock,
  type SealedFileLock,
  type SealedFileOpener,
} from '../../../src/main/core/sealed-file/file-lock.ts'
import type { PassphraseCost } from '../../../src/main/core/sealing/passphrase-key.ts'
import { newPersonKeys, signWith, type PersonKeys } from '../../../src/main/core/sealing/person-key.ts'
import { readReviewFile, type OpenedReviewFile } from '../../../src/main/core/review-file/read-review-file.ts'
import { openChunks, sealChunks } from '../../../src/main/core/sealing/sealed-chunks.ts'
import { signedBytes } from '../../../src/main/core/sealed-file/signed-manifest.ts'
import { REVIEW_FILE } from '../../../src/main/core/review-file/review-format.ts'
import { writeReviewFile } from '../../../src/main/core/review-file/write-review-file.ts'
import { systemRandom } from '../../../src/main/host/system-random.ts'
import type { MediaId, RemoteTermId, UtcIso } from '../../../src/shared/domain/ids.ts'
import type { PostWords } from '../../../src/shared/domain/post.ts'
import { SHARE_KINDS } from '../../../src/shared/domain/share-line.ts'
import { SHARE_PLATFORMS } from '../../../src/shared/share/platforms.ts'
import type { ReviewedPost, ReviewFile, ReviewPicture } from '../../../src/shared/domain/review-file.ts'
import { AppError, type ReviewFileFault } from '../../../src/shared/errors.ts'
import { newDocument } from '../../shared/content/generated.ts'

/** As little work as Argon2 allows: what is tested with it is not the passphrase. */
export const CHEAP: PassphraseCost = { memoryKib: 8, passes: 1, lanes: 1 }
export const PASSPHRASE = 'nine bells over the river'
export const author = newPersonKeys(systemRandom)
export const editor = newPersonKeys(systemRandom)

export type Pictures = ReadonlyMap<string, Uint8Array>
const none: Pictures = new Map()

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export function pictureOfBytes(bytes: Uint8Array, fileName = 'ferry.jpg'): ReviewPicture {
  return { id: sha256Of(bytes) as MediaId, fileName, mimeType: 'image/jpeg', sizeBytes: bytes.byteLength }
}

const words = (title: string, text: string): PostWords => ({
  title,
  document: {
    type: 'doc',
    content: [{ type: 'paragraph', attrs: { dir: null, source: null }, content: [{ type: 'text', text }] }],
  },
  excerpt: '',
  language: 'en',
  direction: 'ltr',
  categoryIds: [],
  tags: [],
  shareLines: [],
})

export const postOf = (change: Partial<ReviewedPost> = {}): ReviewedPost => ({
  reviewId: '3e3c7fc0-30a9-4b6a-8e6b-2b1f3e6a0c11',
  round: {
    number: 1,
    state: 'asked',
    request: { of: 'Ana', by: null, lookAt: '' },
    askedBy: 'Le Thi Hoa',
    askedAt: '2026-11-27T09:00:00.000Z' as UtcIso,
    publishAt: null,
    concluded: null,
    seal: null,
    categoryNames: {},
  },
  before: words('Across the river', 'The ferry leaves at six.'),
  after: words('Across the river', 'The ferry leaves at seven.'),
  suggestions: [],
  decisions: [],
  notes: [],
  trail: [],
  pictures: [],
  ...change,
})

export const fileOf = (...posts: ReviewedPost[]): ReviewFile => ({
  blog: { url: 'https://blog.example', name: 'Letters from the river' },
  sentBy: 'Le Thi Hoa',
  sentAt: '2026-11-27T09:00:00.000Z' as UtcIso,
  asks: { of: 'Ana', by: '2026-12-01', lookAt: 'the second paragraph' },
  posts,
})

export async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const piece of pieces) parts.push(piece)
  return Buffer.concat(parts)
}

export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size)
}

export const written = (
  file: ReviewFile,
  { lock = { passphrase: PASSPHRASE }, pictures = none }: { lock?: SealedFileLock; pictures?: Pictures } = {},
): Promise<Buffer> =>
  bytesOf(
    writeReviewFile(file, {
      for: lock,
      signedBy: author,
      readPicture: (id) => inPieces(pictures.get(id) ?? new Uint8Array(), 1000),
      random: systemRandom,
      cost: CHEAP,
    }),
  )

export interface Read extends OpenedReviewFile {
  pictures: Map<string, Buffer>
}

export async function read(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  { passphrase = PASSPHRASE, keys = editor }: Partial<SealedFileOpener> = {},
): Promise<Read> {
  const pictures = new Map<string, Buffer>()
  const opened = await readReviewFile(source, {
    passphrase,
    keys,
    takePicture: async ({ id }, bytes) => void pictures.set(id, await bytesOf(bytes)),
  })
  return { ...opened, pictures }
}

/** Why it was refused; 'taken' when it was not. */
export async function refusalOf(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  opener?: Partial<SealedFileOpener>,
): Promise<ReviewFileFault | 'taken'> {
  try {
    await read(source, opener)
    return 'taken'
  } catch (error) {
    if (error instanceof AppError && error.data.kind === 'review-file') return error.data.why
    throw error
  }
}

export interface HandMade {
  /** Signed as it is; unless it is bytes, packed as JSON. */
  manifest: unknown
  parts?: readonly Uint8Array[]
  signer?: PersonKeys
  /** In the place of an honest one. */
  signature?: Uint8Array
  /** Under the header and the key of this file, for which that somebody knows the passphrase. */
  under?: Uint8Array
  /** What is said of the length of the manifest. */
  length?: number
}

/** A file of somebody who has our program, knows the passphrase and means harm: rightly locked and signed, whatever is in it. */
export async function handMade({
  manifest,
  parts = [],
  signer = author,
  signature,
  under,
  length,
}: HandMade): Promise<Buffer> {
  const { header, key } = await (under
    ? openLock(REVIEW_FILE, new ByteReader(inPieces(under, 1000), () => sealedFileFault('damaged')), {
        passphrase: PASSPHRASE,
        keys: null,
      })
    : makeLock(REVIEW_FILE, { passphrase: PASSPHRASE }, CHEAP, systemRandom))
  const packed = manifest instanceof Uint8Array ? manifest : deflateRawSync(Buffer.from(JSON.stringify(manifest)))
  const said = Buffer.alloc(4)
  said.writeUInt32BE(length ?? packed.byteLength)
  async function* plain(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(signer.signing.publicKey, 'base64url')
    yield signature ?? signWith(signer.signing, signedBytes(REVIEW_FILE, header, packed))
    yield said
    yield packed
    yield* parts
  }
  return Buffer.concat([header, await bytesOf(sealChunks(key, plain()))])
}

/** What is under the seal. */
export async function unsealed(file: Uint8Array, opener: Partial<SealedFileOpener> = {}): Promise<Buffer> {
  const reader = new ByteReader(inPieces(file, file.byteLength), () => sealedFileFault('damaged'))
  const { key } = await openLock(REVIEW_FILE, reader, { passphrase: PASSPHRASE, keys: editor, ...opener })
  return bytesOf(openChunks(key, reader))
}

export interface Entry {
  name: string
  sha256: string
  storedBytes: number
  unpackedBytes: number | null
}

export const packedEntry = (name: string, packed: Uint8Array, unpackedBytes: number | null): Entry => ({
  name,
  sha256: sha256Of(packed),
  storedBytes: packed.byteLength,
  unpackedBytes,
})

export function manifestOf(entries: readonly unknown[], change: object = {}): object {
  const { posts: _posts, ...about } = fileOf()
  return { format: 'attache-review', version: 1, ...about, entries, ...change }
}

/** A file whose first post is these bytes of JSON, stored as they are. */
export const handMadePost = (json: Uint8Array): Promise<Buffer> =>
  handMade({ manifest: manifestOf([packedEntry('posts/0/document.json', json, null)]), parts: [json] })

const line = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('', 'Nguyễn Thị Hương', 'مراجعة', '\ud800', '\u0000', '"\\', '__proto__'),
)
const id = fc.uuid()
const at = fc
  .date({ min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })
  .map((date) => date.toISOString() as UtcIso)
const day = at.map((moment) => moment.slice(0, 10))
const path = fc.array(fc.nat(400), { maxLength: 5 })
const where = fc.oneof(
  fc.record({ in: fc.constant('text' as const), path, from: fc.nat(), to: fc.nat() }),
  fc.record({ in: fc.constant('block' as const), path }),
  fc.record({ in: fc.constant('block' as const), path, field: fc.constantFrom('caption' as const, 'alt' as const) }),
  fc.record({ in: fc.constantFrom('title' as const, 'excerpt' as const) }),
)
const postWords: fc.Arbitrary<PostWords> = fc.record({
  title: line,
  document: newDocument,
  excerpt: line,
  language: fc.constantFrom('', 'en', 'vi', 'ar-EG'),
  direction: fc.constantFrom('ltr', 'rtl'),
  categoryIds: fc.array(fc.integer({ min: 1, max: 99 }).map((number) => number as RemoteTermId)),
  tags: fc.array(line.map((tag) => `#${tag}`)),
  shareLines: fc.uniqueArray(
    fc.record({
      id,
      kind: fc.constantFrom(...SHARE_KINDS),
      platform: fc.constantFrom(...SHARE_PLATFORMS),
      platformName: line,
      ownLimit: fc.option(fc.integer({ min: 1, max: 1000 })),
      language: fc.constantFrom('', 'vi', 'ar-EG'),
      text: line,
    }),
    { selector: (each) => each.id, maxLength: 4 },
  ),
})
const remark = { id, authorName: line, writtenAt: at, words: line }
const note = fc.record({
  ...remark,
  anchor: fc.option(fc.record({ quote: line, before: line, after: line, where, type: fc.constant('paragraph') })),
  replies: fc.array(fc.record(remark), { maxLength: 3 }),
  resolved: fc.option(fc.record({ by: line, at })),
})
const somePictures = fc.array(fc.uint8Array({ minLength: 0, maxLength: 3000 }), { maxLength: 3 })

export interface AnyReview {
  file: ReviewFile
  pictures: Pictures
}

const hash = fc.constant('0f'.repeat(32))
const anyRound: fc.Arbitrary<ReviewedPost['round']> = fc.record({
  number: fc.integer({ min: 1, max: 9 }),
  state: fc.constantFrom('asked', 'sent-back', 'approved', 'approved-with-changes', 'withdrawn'),
  request: fc.record({ of: line, by: fc.option(day), lookAt: line }),
  askedBy: line,
  askedAt: at,
  publishAt: fc.option(at),
  concluded: fc.option(fc.record({ by: line, at, words: line })),
  seal: fc.option(
    fc.record({
      approvedBy: line,
      approvedAt: at,
      pieces: fc.record({
        title: hash,
        text: hash,
        pictures: hash,
        excerpt: hash,
        language: hash,
        terms: hash,
        schedule: hash,
        share: hash,
      }),
      files: fc.array(fc.array(line, { maxLength: 3 }), { maxLength: 2 }),
      publishAt: fc.option(at),
      hash,
      signedBy: fc.constant('A'.repeat(43)),
      signature: fc.constant('A'.repeat(86)),
    }),
  ),
  categoryNames: fc.dictionary(fc.constantFrom('1', '22'), line, { maxKeys: 2 }),
})

/** Any content that a desk could have, with the bytes of its pictures; posts may show the same one. */
export const anyReview: fc.Arbitrary<AnyReview> = somePictures
  .map((all) => new Map<string, Uint8Array>(all.map((bytes) => [sha256Of(bytes), bytes])))
  .chain((pictures) =>
    fc
      .record({
        blog: fc.record({ url: fc.webUrl(), name: line }),
        sentBy: line,
        sentAt: at,
        asks: fc.option(fc.record({ of: line, by: fc.option(day), lookAt: line })),
        posts: fc.uniqueArray(
          fc.record({
            reviewId: fc.uuid(),
            round: anyRound,
            before: postWords,
            after: postWords,
            suggestions: fc.array(fc.record({ suggestionId: id, authorName: line, suggestedAt: at }), { maxLength: 3 }),
            decisions: fc.array(
              fc.record({ suggestionId: id, isTaken: fc.boolean(), decidedBy: line, decidedAt: at }),
              { maxLength: 3 },
            ),
            notes: fc.array(note, { maxLength: 3 }),
            trail: fc.array(
              fc.record({
                act: fc.constantFrom('asked' as const, 'approved' as const, 'sent-back' as const),
                by: line,
                at,
                words: line,
                hash: fc.option(fc.constant('0f'.repeat(32))),
              }),
              { maxLength: 3 },
            ),
            pictures: fc.subarray([...pictures.values()].map((bytes) => pictureOfBytes(bytes))),
          }),
          { maxLength: 3, selector: ({ reviewId }) => reviewId },
        ),
      })
      .map((file) => ({ file, pictures })),
  )
