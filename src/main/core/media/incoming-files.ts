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
import { removePlace } from './without-place.ts'
import { sniffMedia } from './sniff-media.ts'

/** What has come of a file so far. */
interface Incoming {
  fileName: string
  file: FileHandle
  hash: Hash
  sizeBytes: number
  type: Pick<MediaFile, 'kind' | 'mimeType'> | null
}

/** A file that is too large to be held in memory comes in parts, in order; nothing of it counts before `finish`. */
export interface IncomingFiles {
  start(fileName: string): Promise<string>
  /** The first part decides what it is: `unsupported-file`. */
  add(id: string, at: number, bytes: Uint8Array): Promise<void>
  finish(id: string): Promise<MediaFile>
  close(): Promise<void>
}

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
      const file = await open(pathOf(id), 'w+', 0o600).catch((error: unknown) => {
        throw fileErrorFrom(error)
      })
      incoming.set(id, {
        fileName,
        file,
        hash: createHash('sha256'),
        sizeBytes: 0,
        type: null,
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
    },

    async finish(id) {
      const { fileName, file, hash, sizeBytes, type } = get(id)
      if (!type) {
        await drop(id)
        throw new AppError({ kind: 'unsupported-file', fileName, fault: 'no-media' })
      }
      const place = type.kind === 'video' ? await removePlace(file) : { isRemoved: false, remains: false }
      await file.sync()
      const mediaId = (place.isRemoved ? await hashOf(file) : hash.digest('hex')) as MediaId
      await file.close()
      incoming.delete(id)
      files.adopt(mediaId, pathOf(id))
      const { kind, mimeType } = type
      return {
        id: mediaId,
        fileName,
        kind,
        mimeType,
        sizeBytes,
        isPlaceRemoved: place.isRemoved,
        saysPlace: place.remains,
      }
    },

    async close() {
      await Promise.all([...incoming.keys()].map(drop))
    },
  }
}

async function hashOf(file: FileHandle): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of file.createReadStream({ start: 0, autoClose: false })) hash.update(part as Uint8Array)
  return hash.digest('hex')
}
