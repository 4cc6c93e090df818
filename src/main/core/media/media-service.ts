import type { MediaService } from '../../../shared/contract/services.ts'
import { utcIso, type MediaId } from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import { sha256 } from '../content-hash.ts'
import type { Clock } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import type { MediaFiles } from './media-files.ts'
import { readPictureFacts } from './read-picture-facts.ts'

export function createMediaService({
  desk,
  files,
  clock,
}: {
  desk: Desk
  files: MediaFiles
  clock: Clock
}): MediaService {
  return {
    async add({ fileName, bytes }) {
      const facts = readPictureFacts(bytes)
      if (!facts) throw new AppError({ kind: 'unsupported-file', fileName })
      const id = sha256(bytes) as MediaId
      // The file first, then the row: a row never points at nothing.
      files.write(id, bytes)
      desk.media.addPicture({ id, fileName, sizeBytes: bytes.byteLength, addedAt: utcIso(clock.now()), ...facts })
      return desk.media.getPicture(id)
    },
    get: (mediaId) => desk.media.getPicture(mediaId),
    shownIn: (postId) => desk.pictures.listHere(postId),
    async read(mediaId) {
      const { mimeType } = desk.media.getPicture(mediaId)
      return { bytes: await files.read(mediaId), mimeType }
    },
  }
}
