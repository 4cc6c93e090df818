import { promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import {
  REVIEW_FORMAT,
  REVIEW_VERSION,
  reviewedPostInput,
  reviewManifestInput,
  type ReviewFileEntry,
} from '../../../shared/contract/review-file-input.ts'
import type { MediaId } from '../../../shared/domain/ids.ts'
import type { ReviewedPost, ReviewFile, ReviewPicture } from '../../../shared/domain/review-file.ts'
import { isAppError } from '../../../shared/errors.ts'
import { sha256 } from '../content-hash.ts'
import type { Random } from '../ports.ts'
import { checkedPicture } from './checked-picture.ts'
import { makeLock, type ReviewLock } from './file-lock.ts'
import { PASSPHRASE_COST, type PassphraseCost } from '../sealing/passphrase-key.ts'
import { signWith, type PersonKeys } from '../sealing/person-key.ts'
import { readJson } from './read-json.ts'
import { documentName, entriesWithin, pictureName, swells } from './review-file-entries.ts'
import { reviewFileFault } from './review-file-fault.ts'
import { REVIEW_FILE_LIMITS, type ReviewFileLimits } from './review-file-limits.ts'
import { sealChunks } from '../sealing/sealed-chunks.ts'
import { LENGTH_BYTES, signedBytes } from './signed-manifest.ts'

const deflate = promisify(deflateRaw)

export interface ReviewFileWriting {
  for: ReviewLock
  signedBy: PersonKeys
  /** The bytes of a picture of the posts, asked for once and in turn. */
  readPicture: (id: MediaId) => AsyncIterable<Uint8Array>
  random: Random
  cost?: PassphraseCost
  limits?: ReviewFileLimits
}

/**
 * An `.attache-review`, piece by piece (ADR 11). Holds the words of all posts at once, and of pictures one piece. Throws `too-much-to-send`
 * before the first piece for what no desk would open, and `picture-damaged` for one that is not what it was.
 */
export async function* writeReviewFile(
  { posts, ...about }: ReviewFile,
  {
    for: lockFor,
    signedBy,
    readPicture,
    random,
    cost = PASSPHRASE_COST,
    limits = REVIEW_FILE_LIMITS,
  }: ReviewFileWriting,
): AsyncGenerator<Uint8Array> {
  const pictures = [...new Map(posts.flatMap((post) => post.pictures).map((picture) => [picture.id, picture])).values()]
  const documents = await Promise.all(posts.map((post, index) => packDocument(post, index, limits)))
  const entries = [...documents.map(({ entry }) => entry), ...pictures.map(entryOf)]
  willing(() => entriesWithin(entries, limits))
  const manifest = reviewManifestInput.parse({ format: REVIEW_FORMAT, version: REVIEW_VERSION, ...about, entries })
  const manifestBytes = Buffer.from(JSON.stringify(manifest))
  if (manifestBytes.byteLength > limits.manifestBytes) throw reviewFileFault('too-much-to-send')
  const packed = await deflate(manifestBytes)

  const { header, key } = await makeLock(lockFor, cost, random)
  async function* plain(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(signedBy.signing.publicKey, 'base64url')
    yield signWith(signedBy.signing, signedBytes(header, packed))
    const length = Buffer.alloc(LENGTH_BYTES)
    length.writeUInt32BE(packed.byteLength)
    yield length
    yield packed
    for (const { stored } of documents) yield stored
    for (const picture of pictures) yield* checkedPicture(readPicture(picture.id), picture, 'picture-damaged')
  }
  yield header
  yield* sealChunks(key, plain())
}

async function packDocument(
  post: ReviewedPost,
  index: number,
  limits: ReviewFileLimits,
): Promise<{ entry: ReviewFileEntry; stored: Uint8Array }> {
  const bytes = Buffer.from(JSON.stringify(post))
  if (bytes.byteLength > limits.documentBytes) throw reviewFileFault('too-much-to-send')
  // What this desk would not take from another it does not send.
  reviewedPostInput.parse(willing(() => readJson(bytes, limits)))
  const packed = await deflate(bytes)
  const name = documentName(index)
  const entry = { name, sha256: sha256(packed), storedBytes: packed.byteLength, unpackedBytes: bytes.byteLength }
  return swells(entry, limits)
    ? { entry: { name, sha256: sha256(bytes), storedBytes: bytes.byteLength, unpackedBytes: null }, stored: bytes }
    : { entry, stored: packed }
}

const entryOf = ({ id, sizeBytes }: ReviewPicture): ReviewFileEntry => ({
  name: pictureName(id),
  sha256: id,
  storedBytes: sizeBytes,
  unpackedBytes: null,
})

function willing<Result>(check: () => Result): Result {
  try {
    return check()
  } catch (error) {
    throw isAppError(error) && error.data.kind === 'review-file' ? reviewFileFault('too-much-to-send', error) : error
  }
}
