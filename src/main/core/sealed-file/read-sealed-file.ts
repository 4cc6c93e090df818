import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import type { z } from 'zod'
import { sha256 } from '../content-hash.ts'
import { ByteReader } from '../sealing/byte-reader.ts'
import { isSignedBy } from '../sealing/person-key.ts'
import { openChunks } from '../sealing/sealed-chunks.ts'
import { checkedBytes } from './checked-bytes.ts'
import { assertVersion, openLock, type SealedFileOpener } from './file-lock.ts'
import { readJson } from './read-json.ts'
import { entriesWithin } from './sealed-file-entries.ts'
import { sealedFileFault } from './sealed-file-fault.ts'
import type { SealedEntry, SealedFilePart, SealedFormat } from './sealed-file-format.ts'
import type { SealedFileLimits } from './sealed-file-limits.ts'
import { LENGTH_BYTES, SIGNATURE_BYTES, signedBytes, SIGNER_BYTES } from './signed-manifest.ts'

const inflate = promisify(inflateRaw)
const PIECE_BYTES = 64 * 1024

export interface SealedFileReading<Part extends SealedFilePart> extends SealedFileOpener {
  /**
   * Takes the bytes of one file to their end, which throws when they are not what they are known by. Nothing counts before
   * `readSealedFile` has answered: until then what was taken is to be kept apart.
   */
  takeFile: (part: Part, bytes: AsyncIterable<Uint8Array>) => Promise<void>
  limits: SealedFileLimits
}

export interface OpenedSealedFile<Manifest, Document> {
  manifest: Manifest
  documents: Document[]
  /** The signing key of whoever wrote it. Whether it is somebody's that is known here, the reader decides. */
  signedBy: string
}

/**
 * Reads a sealed file to its end (ADR 11), or throws `review-file` with what is wrong. Holds all documents at once, and of
 * files one piece; the limits are counted ahead of what they limit.
 */
export async function readSealedFile<Manifest, Document, Part extends SealedFilePart>(
  format: SealedFormat<Manifest, Document, Part>,
  source: Uint8Array | AsyncIterable<Uint8Array>,
  { passphrase, keys, takeFile, limits }: SealedFileReading<Part>,
): Promise<OpenedSealedFile<Manifest, Document>> {
  const sealed = new ByteReader(counted(source, limits.fileBytes), damaged)
  try {
    const { header, key } = await openLock(format, sealed, { passphrase, keys })
    const plain = new ByteReader(openChunks(key, sealed), damaged)
    const { manifest, signedBy } = await readManifest(format, plain, header, limits)
    const entries = entriesWithin(format, manifest.entries, limits)
    const documents: Document[] = []
    for (const [index, entry] of entries.documents.entries())
      documents.push(parsed(format.documentInput(index), readJson(await readPart(plain, entry), limits)))
    for (const part of filesOf(format.filesIn(documents, manifest), entries.files)) {
      const bytes = checkedBytes(piecesOf(plain, part.sizeBytes), part, 'damaged')
      await takeFile(part, { [Symbol.asyncIterator]: () => ({ next: () => bytes.next() }) })
      // Whatever the taker left, so that the next part begins where it stands.
      while (!(await bytes.next()).done);
    }
    if (!(await plain.isAtEnd())) throw sealedFileFault('damaged')
    return { manifest, documents, signedBy }
  } finally {
    await sealed.close()
  }
}

async function* counted(source: Uint8Array | AsyncIterable<Uint8Array>, mostBytes: number): AsyncGenerator<Uint8Array> {
  let count = 0
  for await (const piece of source instanceof Uint8Array ? [source] : source) {
    count += piece.byteLength
    if (count > mostBytes) throw sealedFileFault('too-large')
    yield piece
  }
}

async function readManifest<Manifest, Document, Part extends SealedFilePart>(
  format: SealedFormat<Manifest, Document, Part>,
  plain: ByteReader,
  header: Uint8Array,
  limits: SealedFileLimits,
) {
  const signedBy = Buffer.from(await plain.take(SIGNER_BYTES)).toString('base64url')
  const signature = await plain.take(SIGNATURE_BYTES)
  const packedBytes = Buffer.from(await plain.take(LENGTH_BYTES)).readUInt32BE()
  if (packedBytes > limits.manifestBytes) throw sealedFileFault('too-many-parts')
  const packed = await plain.take(packedBytes)
  if (!isProved(signedBy, signedBytes(format, header, packed), signature)) throw sealedFileFault('signature-broken')
  const bytes = await unpack(packed, limits.manifestBytes, 'too-many-parts')
  const said = readJson(bytes, limits)
  if (isNamed(said)) {
    if (said.format !== format.format) throw sealedFileFault('not-a-review-file')
    if (typeof said.version === 'number') assertVersion(format, said.version)
  }
  return { manifest: parsed(format.manifestInput, said), signedBy }
}

const isNamed = (value: unknown): value is { format: unknown; version: unknown } =>
  typeof value === 'object' && value !== null && 'format' in value && 'version' in value

const damaged = (): Error => sealedFileFault('damaged')

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
  { storedBytes, unpackedBytes, sha256: hash }: SealedEntry,
): Promise<Uint8Array> {
  const stored = await plain.take(storedBytes)
  if (sha256(stored) !== hash) throw sealedFileFault('damaged')
  if (unpackedBytes === null) return stored
  const bytes = await unpack(stored, unpackedBytes, 'swells')
  if (bytes.byteLength !== unpackedBytes) throw sealedFileFault('damaged')
  return bytes
}

/** Never more than was allowed, whatever would come of it. */
async function unpack(packed: Uint8Array, mostBytes: number, beyond: 'swells' | 'too-many-parts'): Promise<Uint8Array> {
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, mostBytes) })
  } catch (error) {
    const isBeyond = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw sealedFileFault(isBeyond ? beyond : 'damaged', error)
  }
}

function parsed<Output>(schema: z.ZodType<Output>, value: unknown): Output {
  const result = schema.safeParse(value)
  if (!result.success) throw sealedFileFault('not-understood', result.error)
  return result.data
}

/** Each once, in the order in which they come; a file that no document shows, or that does not come, is none of ours. */
function filesOf<Part extends SealedFilePart>(parts: readonly Part[], entries: readonly SealedEntry[]): Part[] {
  const shown = new Map(parts.map((part) => [part.id, part]))
  const coming = entries.flatMap(({ sha256: id, storedBytes }) => {
    const part = shown.get(id)
    return part?.sizeBytes === storedBytes ? [part] : []
  })
  if (coming.length < entries.length || coming.length < shown.size) throw sealedFileFault('not-understood')
  return coming
}

async function* piecesOf(plain: ByteReader, count: number): AsyncGenerator<Uint8Array> {
  for (let left = count; left > 0;) {
    const piece = await plain.takeSome(Math.min(left, PIECE_BYTES))
    if (piece.byteLength === 0) throw sealedFileFault('damaged')
    left -= piece.byteLength
    yield piece
  }
}
