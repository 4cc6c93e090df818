import { createHash, type Hash } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { MediaId } from '../../../shared/domain/ids.ts'
import type { MediaFile } from '../../../shared/domain/media.ts'
import { AppError } from '../../../shared/errors.ts'
import { fileErrorFrom } from '../file-error.ts'
import { newId } from '../new-id.ts'
import type { Random } from '../ports.ts'
import type { MediaFiles } from './media-files.ts'
import { sniffMedia } from './sniff-media.ts'

/** What has come of a file so far. */
interface Incoming {
  fileName: string
  file: FileHandle
  hash: Hash
  sizeBytes: number
  type: Pick<MediaFile, 'kind' | 'mimeType'> | null
  /** The end of the last part, in which a word may begin that the next one ends. */
  tail: string
  saysPlace: boolean
}

/** A file that is too large to be held in memory comes in parts, in order; nothing of it counts before `finish`. */
export interface IncomingFiles {
  start(fileName: string): Promise<string>
  /** The first part decides what it is: `unsupported-file`. */
  add(id: string, at: number, bytes: Uint8Array): Promise<void>
  finish(id: string): Promise<MediaFile>
  close(): Promise<void>
}

/** QuickTime's and 3GPP's names for where something was filmed. */
const PLACE = /\u00A9xyz|loci|com\.apple\.quicktime\.location/
const LONGEST_MARK = 32

export function createIncomingFiles({
  folder,
  files,
  random,
}: {
  folder: string
  files: MediaFiles
  random: Random
}): IncomingFiles {
  // What a crash left half done.
  rmSync(folder, { recursive: true, force: true })
  const incoming = new Map<string, Incoming>()
  const pathOf = (id: string): string => join(folder, id)

  function get(id: string): Incoming {
    const found = incoming.get(id)
    if (!found) throw new AppError({ kind: 'no-such-item', what: 'media' })
    return found
  }

  async function drop(id: string): Promise<void> {
    const dropped = incoming.get(id)
    incoming.delete(id)
    await dropped?.file.close()
    rmSync(pathOf(id), { force: true })
  }

  return {
    async start(fileName) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const id = newId<string>(random)
      const file = await open(pathOf(id), 'w', 0o600).catch((error: unknown) => {
        throw fileErrorFrom(error)
      })
      incoming.set(id, {
        fileName,
        file,
        hash: createHash('sha256'),
        sizeBytes: 0,
        type: null,
        tail: '',
        saysPlace: false,
      })
      return id
    },

    async add(id, at, bytes) {
      const to = get(id)
      if (at !== to.sizeBytes) throw new AppError({ kind: 'invalid-input', field: 'at', rule: 'in-order' })
      try {
        to.type ??= sniffMedia(bytes)
        if (!to.type) throw new AppError({ kind: 'unsupported-file', fileName: to.fileName, fault: 'no-media' })
        await to.file.write(bytes).catch((error: unknown) => {
          throw fileErrorFrom(error)
        })
      } catch (error) {
        await drop(id)
        throw error
      }
      to.hash.update(bytes)
      to.sizeBytes += bytes.byteLength
      if (to.type.kind === 'video') {
        const text = to.tail + Buffer.from(bytes).toString('latin1')
        to.saysPlace ||= PLACE.test(text)
        to.tail = text.slice(-LONGEST_MARK)
      }
    },

    async finish(id) {
      const { fileName, file, hash, sizeBytes, type, saysPlace } = get(id)
      if (!type) {
        await drop(id)
        throw new AppError({ kind: 'unsupported-file', fileName, fault: 'no-media' })
      }
      await file.sync()
      await file.close()
      incoming.delete(id)
      const mediaId = hash.digest('hex') as MediaId
      files.adopt(mediaId, pathOf(id))
      return { id: mediaId, fileName, kind: type.kind, mimeType: type.mimeType, sizeBytes, saysPlace }
    },

    async close() {
      await Promise.all([...incoming.keys()].map(drop))
    },
  }
}
