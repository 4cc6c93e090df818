import type { MediaService } from '../../../shared/contract/services.ts'
import { utcIso, type BlogId, type MediaId } from '../../../shared/domain/ids.ts'
import type { MediaFile } from '../../../shared/domain/media.ts'
import { AppError } from '../../../shared/errors.ts'
import { readPostPictures } from '../boarding/read-post-pictures.ts'
import type { ChangeFeed } from '../change-feed.ts'
import { sha256 } from '../content-hash.ts'
import type { Clock } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import { listLibrary } from './list-library.ts'
import type { IncomingFiles } from './incoming-files.ts'
import type { MediaFiles } from './media-files.ts'
import { isPictureType, type PictureFiles } from './picture-files.ts'

const CAPTIONS_TYPE: string = 'text/vtt'
const TRASH_KEPT_MS = 30 * 86_400_000

export function createMediaService({
  desk,
  files,
  pictureFiles,
  incoming,
  clock,
  feed,
}: {
  desk: Desk
  files: MediaFiles
  pictureFiles: PictureFiles
  incoming: IncomingFiles
  clock: Clock
  feed: ChangeFeed
}): MediaService & { close(): Promise<void> } {
  const changed = (): void => feed.emit({ topic: 'media' })

  const expired = desk.transaction(() =>
    desk.media.takeExpired(utcIso(new Date(clock.now().getTime() - TRASH_KEPT_MS))),
  )
  for (const id of expired) {
    files.remove(id)
    pictureFiles.remove(id)
  }

  const reading = new AbortController()
  let isReading = false

  /** What posts showed at the last look is answered at once; ten thousand new ones take a while. */
  async function readRest(blogId: BlogId): Promise<void> {
    if (isReading) return
    isReading = true
    try {
      if ((await readPostPictures(desk, blogId, reading.signal)) > 0 && !reading.signal.aborted) changed()
    } catch {
      // What could not be read now is read at the next look.
    } finally {
      isReading = false
    }
  }

  return {
    async close() {
      reading.abort()
      await incoming.close()
    },

    async add({ fileName, bytes }) {
      const taken = await pictureFiles.take(bytes, fileName)
      const id = sha256(bytes) as MediaId
      const isKnown = desk.media.findPicture(id) !== null
      // The files first, then the row: a row never points at nothing.
      pictureFiles.keep(id, taken)
      files.write(id, bytes)
      const { facts, sent, removed } = taken
      const [sizeBytes, addedAt] = [bytes.byteLength, utcIso(clock.now())]
      desk.transaction(() =>
        desk.media.addPicture(
          { id, fileName, sizeBytes, addedAt, ...facts, sent, removed, cutFrom: null },
          { isOwn: true },
        ),
      )
      changed()
      return { ...desk.media.getPicture(id), isNew: !isKnown }
    },

    startFile: async ({ fileName }) => ({ addId: await incoming.start(fileName) }),
    addPart: ({ addId, at, bytes }) => incoming.add(addId, at, bytes),
    async finishFile({ addId }) {
      const file = await incoming.finish(addId)
      desk.transaction(() => desk.media.addFile(file, utcIso(clock.now())))
      return file
    },

    addCaptions({ fileName, vtt }) {
      const bytes = Buffer.from(vtt)
      const file: MediaFile = {
        id: sha256(bytes) as MediaId,
        kind: 'file',
        fileName,
        mimeType: CAPTIONS_TYPE,
        sizeBytes: bytes.byteLength,
        isPlaceRemoved: false,
        saysPlace: false,
      }
      files.write(file.id, bytes)
      desk.transaction(() => desk.media.addFile(file, utcIso(clock.now())))
      return file
    },

    async captions({ blogId, mediaId, src }) {
      const id = mediaId ?? desk.media.findByUploadUrl(blogId, src)
      if (id === null || desk.media.findPicture(id)?.mimeType !== CAPTIONS_TYPE) return null
      return Buffer.from(await files.read(id)).toString('utf8')
    },

    get: (mediaId) => desk.media.getPicture(mediaId),
    shownIn: (postId) => desk.pictures.listHere(postId),

    async read({ mediaId, size }) {
      const { mimeType } = desk.media.getPicture(mediaId)
      if (size !== 'whole' || !isPictureType(mimeType))
        return pictureFiles.read(mediaId, size === 'whole' ? 'reading' : size)
      return { bytes: await files.read(mediaId), mimeType }
    },

    async cut({ mediaId, edit }) {
      const from = desk.media.getPicture(mediaId)
      const originalId = from.cutFrom?.originalId ?? from.id
      const original = desk.media.getPicture(originalId)
      if (edit.quarterTurns === 0 && edit.crop.width === 1 && edit.crop.height === 1) return original
      const taken = await pictureFiles.cut(await files.read(originalId), original, edit)
      const id = taken.sent.hash as MediaId
      pictureFiles.keep(id, taken)
      files.write(id, taken.sentBytes)
      const { hash: _hash, ...drawn } = taken.sent
      const { alt, altLanguage, credit } = from
      desk.transaction(() =>
        desk.media.addPicture(
          {
            id,
            fileName: original.fileName,
            addedAt: utcIso(clock.now()),
            ...drawn,
            sent: taken.sent,
            removed: original.removed,
            cutFrom: { originalId, edit },
            alt,
            altLanguage,
            credit,
          },
          { isOwn: true },
        ),
      )
      changed()
      return desk.media.getPicture(id)
    },

    library(blogId) {
      void readRest(blogId)
      return listLibrary(desk, blogId)
    },

    describe({ mediaId, ...words }) {
      desk.transaction(() => {
        desk.media.getPicture(mediaId)
        desk.media.putWords(mediaId, words)
      })
      changed()
      return desk.media.getPicture(mediaId)
    },

    setTrashed({ mediaId, isTrashed }) {
      desk.transaction(() => {
        desk.media.getPicture(mediaId)
        if (isTrashed && desk.library.isUsed(mediaId))
          throw new AppError({ kind: 'not-allowed-now', why: 'a-post-uses-it' })
        desk.media.setTrashed(mediaId, isTrashed ? utcIso(clock.now()) : null)
      })
      changed()
    },
  }
}
