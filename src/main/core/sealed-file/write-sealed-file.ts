import { promisify } from 'node:util'
import { deflateRaw } from 'node:zlib'
import { isAppError } from '../../../shared/errors.ts'
import { sha256 } from '../content-hash.ts'
import type { Random } from '../ports.ts'
import { PASSPHRASE_COST, type PassphraseCost } from '../sealing/passphrase-key.ts'
import { signWith, type PersonKeys } from '../sealing/person-key.ts'
import { sealChunks } from '../sealing/sealed-chunks.ts'
import { checkedBytes } from './checked-bytes.ts'
import { makeLock, type SealedFileLock } from './file-lock.ts'
import { readJson } from './read-json.ts'
import { entriesWithin, swells } from './sealed-file-entries.ts'
import { sealedFileFault } from './sealed-file-fault.ts'
import type { SealedEntry, SealedFilePart, SealedFormat } from './sealed-file-format.ts'
import type { SealedFileLimits } from './sealed-file-limits.ts'
import { LENGTH_BYTES, signedBytes } from './signed-manifest.ts'

const deflate = promisify(deflateRaw)

export interface SealedFileWriting<Part extends SealedFilePart> {
  for: SealedFileLock
  signedBy: PersonKeys
  /** The bytes of a file that the documents show, asked for once and in turn. */
  readFile: (part: Part) => AsyncIterable<Uint8Array>
  random: Random
  cost?: PassphraseCost
  limits: SealedFileLimits
}

/**
 * A sealed file, piece by piece (ADR 11). Holds all documents at once, and of files one piece. Throws `too-much-to-send`
 * before the first piece for what no desk would open, and `picture-damaged` for a file that is not what it was.
 */
export async function* writeSealedFile<Manifest, Document, Part extends SealedFilePart>(
  format: SealedFormat<Manifest, Document, Part>,
  { about, documents }: { about: Manifest; documents: readonly Document[] },
  { for: lockFor, signedBy, readFile, random, cost = PASSPHRASE_COST, limits }: SealedFileWriting<Part>,
): AsyncGenerator<Uint8Array> {
  const files = [...new Map(format.filesIn(documents, about).map((part) => [part.id, part])).values()]
  const packedDocuments = await Promise.all(documents.map((each, index) => packDocument(format, each, index, limits)))
  const entries = [...packedDocuments.map(({ entry }) => entry), ...files.map((part) => entryOf(format, part))]
  willing(() => entriesWithin(format, entries, limits))
  const manifest = format.manifestInput.parse({ format: format.format, version: format.version, ...about, entries })
  const manifestBytes = Buffer.from(JSON.stringify(manifest))
  if (manifestBytes.byteLength > limits.manifestBytes) throw sealedFileFault('too-much-to-send')
  const packed = await deflate(manifestBytes)

  const { header, key } = await makeLock(format, lockFor, cost, random)
  async function* plain(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(signedBy.signing.publicKey, 'base64url')
    yield signWith(signedBy.signing, signedBytes(format, header, packed))
    const length = Buffer.alloc(LENGTH_BYTES)
    length.writeUInt32BE(packed.byteLength)
    yield length
    yield packed
    for (const { stored } of packedDocuments) yield stored
    for (const part of files) yield* checkedBytes(readFile(part), part, 'picture-damaged')
  }
  yield header
  yield* sealChunks(key, plain())
}

async function packDocument<Manifest, Document, Part extends SealedFilePart>(
  { documentName, documentInput }: SealedFormat<Manifest, Document, Part>,
  document: Document,
  index: number,
  limits: SealedFileLimits,
): Promise<{ entry: SealedEntry; stored: Uint8Array }> {
  const bytes = Buffer.from(JSON.stringify(document))
  if (bytes.byteLength > limits.documentBytes) throw sealedFileFault('too-much-to-send')
  // What this desk would not take from another it does not send.
  documentInput(index).parse(willing(() => readJson(bytes, limits)))
  const packed = await deflate(bytes)
  const name = documentName(index)
  const entry = { name, sha256: sha256(packed), storedBytes: packed.byteLength, unpackedBytes: bytes.byteLength }
  return swells(entry, limits)
    ? { entry: { name, sha256: sha256(bytes), storedBytes: bytes.byteLength, unpackedBytes: null }, stored: bytes }
    : { entry, stored: packed }
}

const entryOf = (
  { fileName }: { fileName: (id: string) => string },
  { id, sizeBytes }: SealedFilePart,
): SealedEntry => ({ name: fileName(id), sha256: id, storedBytes: sizeBytes, unpackedBytes: null })

function willing<Result>(check: () => Result): Result {
  try {
    return check()
  } catch (error) {
    throw isAppError(error) && error.data.kind === 'review-file' ? sealedFileFault('too-much-to-send', error) : error
  }
}
