import type { RemoteMedia } from '../../blog-api/blog-api.ts'
import { pictureEnding } from '../../media/read-picture-facts.ts'
import type { StoredEntryOf } from '../../store/outbox-repository.ts'
import { isFirstAttempt, type Act } from './act.ts'
import { receiptOf } from './receipt-of.ts'

/** The file's name without ending becomes its slug on the blog, by which a lost answer is looked up. ASCII only. */
const stemOf = (entry: StoredEntryOf<'upload-picture'>): string =>
  `picture-${(entry.payload.sentHash ?? entry.payload.mediaId).slice(0, 16)}-${entry.token.slice(-12)}`

/** A picture to the blog's library; an upload whose answer was lost is found by its name and adopted. */
export const uploadPicture: Act<'upload-picture'> = {
  async lookUp(entry, { api }) {
    const [found] = await api.findMediaBySlug(stemOf(entry))
    return found ? { isThere: true, remoteId: found.remoteId } : { isThere: false, quarantineMs: 0 }
  },

  async perform(entry, tools) {
    const { api, desk, blog, pictureFiles, write } = tools
    const { mediaId, alt } = entry.payload
    const upload = async (): Promise<RemoteMedia> => {
      const { bytes, sent } = await pictureFiles.readSent(mediaId)
      const { mimeType } = sent
      return write(() =>
        api.uploadMedia({ bytes, fileName: `${stemOf(entry)}.${pictureEnding[mimeType]}`, mimeType, alt }),
      )
    }
    const [adopted] = isFirstAttempt(entry) ? [] : await api.findMediaBySlug(stemOf(entry))
    const remote = adopted ?? (await upload())
    return {
      receipt: receiptOf(entry, tools, {
        url: remote.url,
        revision: String(remote.remoteId),
        contentHash: desk.media.getPicture(mediaId).sent?.hash ?? mediaId,
        remoteStatus: 'inherit',
      }),
      store: () => desk.media.putUpload(blog.id, mediaId, { remoteId: remote.remoteId, url: remote.url }),
    }
  },
}
