import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import type { z } from 'zod'
import {
  REVIEW_FORMAT,
  reviewedPostInput,
  reviewManifestInput,
  type ReviewFileEntry,
} from '../../../shared/contract/review-file-input.ts'
import type { ReviewedPost, ReviewFile, ReviewPicture } from '../../../shared/domain/review-file.ts'
import { sha256 } from '../content-hash.ts'
import { ByteReader } from '../sealing/byte-reader.ts'
import { checkedPicture } from './checked-picture.ts'
import { assertVersion, openLock, type ReviewOpener } from './file-lock.ts'
import { isSignedBy } from '../sealing/person-key.ts'
import { readJson } from './read-json.ts'
import { entriesWithin } from './review-file-entries.ts'
import { reviewFileFault } from './review-file-fault.ts'
import { REVIEW_FILE_LIMITS, type ReviewFileLimits } from './review-file-limits.ts'
import { openChunks } from '../sealing/sealed-chunks.ts'
import { LENGTH_BYTES, SIGNATURE_BYTES, signedBytes, SIGNER_BYTES } from './signed-manifest.ts'

const inflate = promisify(inflateRaw)
const PIECE_BYTES = 64 * 1024

export interface ReviewFileReading extends ReviewOpener {
  /**
   * Takes the bytes of one picture to their end, which throws when they are not the picture. Nothing of a file counts before
   * `readReviewFile` has answered: until then what was taken is to be kept apart.
   */
  takePicture: (picture: ReviewPicture, bytes: AsyncIterable<Uint8Array>) => Promise<void>
  limits?: ReviewFileLimits
}

export interface OpenedReviewFile {
  file: ReviewFile
  /** The signing key of whoever wrote it. Whether it is somebody's that is known here, the reader decides. */
  signedBy: string
}

/**
 * Reads an `.attache-review` to its end (ADR 11), or throws `review-file` with what is wrong. Holds the words of all posts at
 * once, and of pictures one piece; the limits are counted ahead of what they limit.
 */
export async function readReviewFile(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  { passphrase, keys, takePicture, limits = REVIEW_FILE_LIMITS }: ReviewFileReading,
): Promise<OpenedReviewFile> {
  const sealed = new ByteReader(counted(source, limits.fileBytes), damaged)
  try {
    const { header, key } = await openLock(sealed, { passphrase, keys })
    const plain = new ByteReader(openChunks(key, sealed), damaged)
    const { manifest, signedBy } = await readManifest(plain, header, limits)
    const { format: _format, version: _version, entries, ...about } = manifest
    const { documents, pictures } = entriesWithin(entries, limits)
    const posts: ReviewedPost[] = []
    for (const entry of documents) posts.push(parse(reviewedPostInput, await readPart(plain, entry), limits))
    if (new Set(posts.map(({ reviewId }) => reviewId)).size < posts.length) throw reviewFileFault('not-understood')
    for (const picture of picturesOf(posts, pictures)) {
      const bytes = checkedPicture(piecesOf(plain, picture.sizeBytes), picture, 'damaged')
      await takePicture(picture, { [Symbol.asyncIterator]: () => ({ next: () => bytes.next() }) })
      // Whatever the taker left, so that the next part begins where it stands.
      while (!(await bytes.next()).done);
    }
    if (!(await plain.isAtEnd())) throw reviewFileFault('damaged')
    return { file: { ...about, posts }, signedBy }
  } finally {
    await sealed.close()
  }
}

async function* counted(source: Uint8Array | AsyncIterable<Uint8Array>, mostBytes: number): AsyncGenerator<Uint8Array> {
  let count = 0
  for await (const piece of source instanceof Uint8Array ? [source] : source) {
    count += piece.byteLength
    if (count > mostBytes) throw reviewFileFault('too-large')
    yield piece
  }
}

async function readManifest(
  plain: ByteReader,
  header: Uint8Array,
  limits: ReviewFileLimits,
): Promise<{ manifest: z.output<typeof reviewManifestInput>; signedBy: string }> {
  const signedBy = Buffer.from(await plain.take(SIGNER_BYTES)).toString('base64url')
  const signature = await plain.take(SIGNATURE_BYTES)
  const packedBytes = Buffer.from(await plain.take(LENGTH_BYTES)).readUInt32BE()
  if (packedBytes > limits.manifestBytes) throw reviewFileFault('too-many-parts')
  const packed = await plain.take(packedBytes)
  if (!isProved(signedBy, signedBytes(header, packed), signature)) throw reviewFileFault('signature-broken')
  const bytes = await unpack(packed, limits.manifestBytes, 'too-many-parts')
  const said = readJson(bytes, limits)
  if (isNamed(said)) {
    if (said.format !== REVIEW_FORMAT) throw reviewFileFault('not-a-review-file')
    if (typeof said.version === 'number') assertVersion(said.version)
  }
  return { manifest: parsed(reviewManifestInput, said), signedBy }
}

const isNamed = (value: unknown): value is { format: unknown; version: unknown } =>
  typeof value === 'object' && value !== null && 'format' in value && 'version' in value

const damaged = (): Error => reviewFileFault('damaged')

/** A key that is no point of the curve signs nothing. */
function isProved(signedBy: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  try {
    return isSignedBy(signedBy, bytes, signature)
  } catch {
    return false
  }
}

async function readPart(
  plain: ByteReader,
  { storedBytes, unpackedBytes, sha256: hash }: ReviewFileEntry,
): Promise<Uint8Array> {
  const stored = await plain.take(storedBytes)
  if (sha256(stored) !== hash) throw reviewFileFault('damaged')
  if (unpackedBytes === null) return stored
  const bytes = await unpack(stored, unpackedBytes, 'swells')
  if (bytes.byteLength !== unpackedBytes) throw reviewFileFault('damaged')
  return bytes
}

/** Never more than was allowed, whatever would come of it. */
async function unpack(packed: Uint8Array, mostBytes: number, beyond: 'swells' | 'too-many-parts'): Promise<Uint8Array> {
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, mostBytes) })
  } catch (error) {
    const isBeyond = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw reviewFileFault(isBeyond ? beyond : 'damaged', error)
  }
}

const parse = <Output>(schema: z.ZodType<Output>, bytes: Uint8Array, limits: ReviewFileLimits): Output =>
  parsed(schema, readJson(bytes, limits))

function parsed<Output>(schema: z.ZodType<Output>, value: unknown): Output {
  const result = schema.safeParse(value)
  if (!result.success) throw reviewFileFault('not-understood', result.error)
  return result.data
}

/** Each once, in the order in which they come; a picture that no post shows, or that does not come, is none of ours. */
function picturesOf(posts: readonly ReviewedPost[], entries: readonly ReviewFileEntry[]): ReviewPicture[] {
  const shown = new Map<string, ReviewPicture>(
    posts.flatMap((post) => post.pictures).map((picture) => [picture.id, picture]),
  )
  const coming = entries.flatMap(({ sha256: id, storedBytes }) => {
    const picture = shown.get(id)
    return picture?.sizeBytes === storedBytes ? [picture] : []
  })
  if (coming.length < entries.length || coming.length < shown.size) throw reviewFileFault('not-understood')
  return coming
}

async function* piecesOf(plain: ByteReader, count: number): AsyncGenerator<Uint8Array> {
  for (let left = count; left > 0;) {
    const piece = await plain.takeSome(Math.min(left, PIECE_BYTES))
    if (piece.byteLength === 0) throw reviewFileFault('damaged')
    left -= piece.byteLength
    yield piece
  }
}
