import { createHash, type Hash } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { MediaId } from '../../../shared/domain/ids.ts'
import type { MediaFile } from '../../../shared/domain/media.ts'
import { AppError } from '../../../shared/errors.ts'
import { newId } from '../new-id.ts'
import type { Random } from '../ports.ts'
import type { MediaFiles } from './media-files.ts'
import { openScratchFile, type ScratchFile } from './scratch-file.ts'
import { removePlace } from './without-place.ts'
import { sniffMedia } from './sniff-media.ts'

/** What has come of a file so far. */
interface Incoming {
  fileName: string
  file: ScratchFile
  hash: Hash
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
    await dropped?.file.remove()
  }

  return {
    async start(fileName) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const id = newId<string>(random)
      const file = await openScratchFile(pathOf(id), random)
      incoming.set(id, { fileName, file, hash: createHash('sha256'), type: null })
      return id
    },

    async add(id, at, bytes) {
      const to = get(id)
      if (at !== to.file.sizeBytes) throw new AppError({ kind: 'invalid-input', field: 'at', rule: 'in-order' })
      try {
        to.type ??= sniffMedia(bytes)
        if (!to.type) throw new AppError({ kind: 'unsupported-file', fileName: to.fileName, fault: 'no-media' })
        await to.file.append(bytes)
      } catch (error) {
        await drop(id)
        throw error
      }
      to.hash.update(bytes)
    },

    async finish(id) {
      const { fileName, file, hash, type } = get(id)
      const { sizeBytes } = file
      try {
        if (!type) throw new AppError({ kind: 'unsupported-file', fileName, fault: 'no-media' })
        const place = type.kind === 'video' ? await removePlace(file) : { isRemoved: false, remains: false }
        const mediaId = (place.isRemoved ? await hashOf(file) : hash.digest('hex')) as MediaId
        await files.writeStream(mediaId, file.stream())
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
      } finally {
        await drop(id)
      }
    },

    async close() {
      await Promise.all([...incoming.keys()].map(drop))
    },
  }
}

async function hashOf(file: ScratchFile): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of file.stream()) hash.update(part)
  return hash.digest('hex')
}
