import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MediaId } from '../../../shared/domain/ids.ts'
import type { Picture, PictureEdit, SentPicture } from '../../../shared/domain/media.ts'
import { AppError, isAppError, type FileFault } from '../../../shared/errors.ts'
import { sha256 } from '../content-hash.ts'
import { writeDurably } from '../durable-file.ts'
import type { Desk } from '../store/desk.ts'
import type { FileSeal } from '../vault/sealed-files.ts'
import type { MediaFiles } from './media-files.ts'
import { readPictureFacts, type PictureFacts } from './read-picture-facts.ts'
import {
  MOST_PIXELS,
  readShape,
  renderEdit,
  renderForReading,
  renderForSending,
  renderThumbnail,
} from './render-picture.ts'
import { sniffRefused } from './sniff-refused.ts'

/** What was taken from a file that is a picture from end to end, and not yet kept. */
export interface TakenPicture {
  facts: PictureFacts
  sent: SentPicture
  sentBytes: Uint8Array
  thumbnail: Uint8Array
  removed: Picture['removed']
}

/** The sizes of a picture: for the page, for a list, for the blog. Made when first asked for, and made again when they are gone. */
export interface PictureFiles {
  /** Reads the whole file. Throws `unsupported-file` with what is wrong with it. */
  take(bytes: Uint8Array, fileName: string): Promise<TakenPicture>
  /** A part of a picture, ready to be kept under the hash of its bytes. */
  cut(
    bytes: Uint8Array,
    picture: Pick<Picture, 'mimeType' | 'fileName'>,
    edit: PictureEdit,
  ): Promise<Pick<TakenPicture, 'sent' | 'sentBytes' | 'thumbnail'>>
  /** Keeps the sizes that `take` made. */
  keep(id: MediaId, taken: Pick<TakenPicture, 'sent' | 'sentBytes' | 'thumbnail'>): void
  /** What a blog gets. The original itself where there is nothing to change. */
  readSent(id: MediaId): Promise<{ bytes: Uint8Array; sent: SentPicture }>
  read(id: MediaId, size: 'reading' | 'thumbnail'): Promise<{ bytes: Uint8Array; mimeType: string }>
  remove(id: MediaId): void
}

/** A picture of this many bytes unpacks to a few hundred megabytes at most; two of them at once would be felt. */
const MOST_BYTES = 60 * 1024 * 1024

export function createPictureFiles({
  desk,
  files,
  fileSeal,
  folder,
}: {
  desk: Desk
  files: MediaFiles
  fileSeal: FileSeal
  /** Only of what can be made again. */
  folder: string
}): PictureFiles {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const inTurn = oneAtATime()
  type Size = 'sent' | 'reading' | 'thumbnail'
  const pathOf = (id: MediaId, size: Size): string => join(folder, fileSeal.nameOf(`${id}.${size}`))
  const write = (id: MediaId, size: Size, bytes: Uint8Array): void =>
    writeDurably(pathOf(id, size), fileSeal.seal(`${id}.${size}`, bytes))

  /** One that is gone or was changed is made again. */
  async function readIfWhole(id: MediaId, size: Size): Promise<Uint8Array | null> {
    const path = pathOf(id, size)
    try {
      return existsSync(path) ? fileSeal.open(`${id}.${size}`, await readFile(path)) : null
    } catch {
      return null
    }
  }

  function keepSent(id: MediaId, sent: SentPicture, bytes: Uint8Array): void {
    if (sent.hash !== id) write(id, 'sent', bytes)
  }

  return {
    take: (bytes, fileName) => inTurn(() => takePicture(bytes, fileName)),

    cut: (bytes, { mimeType, fileName }, edit) =>
      inTurn(async () => {
        try {
          const { bytes: sentBytes, ...drawn } = await renderEdit(bytes, mimeType, edit)
          return {
            sent: { hash: sha256(sentBytes), sizeBytes: sentBytes.byteLength, ...drawn },
            sentBytes,
            thumbnail: await renderThumbnail(sentBytes),
          }
        } catch (error) {
          throw new AppError({ kind: 'unsupported-file', fileName, fault: 'damaged' }, { cause: error })
        }
      }),

    keep(id, { sent, sentBytes, thumbnail }) {
      keepSent(id, sent, sentBytes)
      write(id, 'thumbnail', thumbnail)
    },

    async readSent(id) {
      const picture = desk.media.getPicture(id)
      if (picture.sent?.hash === id) return { bytes: await files.read(id), sent: picture.sent }
      const kept = await readIfWhole(id, 'sent')
      if (kept && picture.sent && sha256(kept) === picture.sent.hash) return { bytes: kept, sent: picture.sent }
      const original = await files.read(id)
      const { sent, sentBytes, removed } = await inTurn(() => takePicture(original, picture.fileName))
      keepSent(id, sent, sentBytes)
      desk.transaction(() => desk.media.putSent(id, sent, removed))
      return { bytes: sentBytes, sent }
    },

    async read(id, size) {
      const { mimeType } = desk.media.getPicture(id)
      // A film is not looked at here, and would not fit into memory.
      if (!isPictureType(mimeType)) throw new AppError({ kind: 'no-such-item', what: 'media' })
      const kept = await readIfWhole(id, size)
      if (kept) return { bytes: kept, mimeType: 'image/webp' }
      const original = await files.read(id)
      const made = await inTurn(async () => {
        try {
          return await (size === 'thumbnail' ? renderThumbnail(original) : renderForReading(original, mimeType))
        } catch {
          // An earlier version of the desk took in what only a browser can make something of.
          return null
        }
      })
      if (!made) return { bytes: original, mimeType }
      keepIfThereIsRoom(() => write(id, size, made))
      return { bytes: made, mimeType: 'image/webp' }
    },

    remove(id) {
      for (const size of ['sent', 'reading', 'thumbnail'] as const) rmSync(pathOf(id, size), { force: true })
    },
  }
}

async function takePicture(bytes: Uint8Array, fileName: string): Promise<TakenPicture> {
  const refuse = (fault: FileFault, cause?: unknown): AppError =>
    new AppError({ kind: 'unsupported-file', fileName, fault }, { cause })
  const header = readPictureFacts(bytes)
  if (!header) throw refuse(startsAsPicture(bytes) ? 'damaged' : sniffRefused(bytes))
  if (bytes.byteLength > MOST_BYTES) throw refuse('too-many-bytes')
  if (header.widthPx * header.heightPx > MOST_PIXELS) throw refuse('too-many-pixels')
  if (header.widthPx === 0 || header.heightPx === 0) throw refuse('damaged')
  try {
    const { mimeType } = header
    const shape = await readShape(bytes, mimeType)
    const thumbnail = await renderThumbnail(bytes)
    const { bytes: sentBytes, removed, ...drawn } = await renderForSending(bytes, mimeType, shape)
    return {
      facts: { mimeType, widthPx: shape.widthPx, heightPx: shape.heightPx },
      sent: { hash: sha256(sentBytes), sizeBytes: sentBytes.byteLength, ...drawn },
      sentBytes,
      thumbnail,
      removed,
    }
  } catch (error) {
    throw refuse('damaged', error)
  }
}

/** Among the files of a laptop there are videos and documents too. */
export const isPictureType = (mimeType: string): boolean => mimeType.startsWith('image/')

/** A header that ends in the middle of a picture's first bytes. */
function startsAsPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  return head.startsWith('\u00FF\u00D8\u00FF') || head === '\u0089PNG' || head === 'GIF8'
}

/** It can be made again, so a full disk is no reason not to show it. */
function keepIfThereIsRoom(keep: () => void): void {
  try {
    keep()
  } catch (error) {
    if (!isAppError(error)) throw error
  }
}

/** A picture of a hundred million points fills a quarter of a small laptop's memory: never two at once. */
function oneAtATime(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work, work)
    last = next.catch(() => undefined)
    return next
  }
}
