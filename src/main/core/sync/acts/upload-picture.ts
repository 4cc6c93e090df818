import type { RemoteMedia } from '../../blog-api/blog-api.ts'
import { isPictureType } from '../../media/picture-files.ts'
import { pictureEnding } from '../../media/read-picture-facts.ts'
import { SNIFFED_BYTES, sniffMedia } from '../../media/sniff-media.ts'
import type { StoredEntryOf } from '../../store/outbox-repository.ts'
import { isFirstAttempt, type Act, type ActTools } from './act.ts'
import { receiptOf } from './receipt-of.ts'

/** The file's name without ending becomes its slug on the blog, by which a lost answer is looked up. ASCII only. */
const stemOf = (entry: StoredEntryOf<'upload-picture'>): string =>
  `picture-${(entry.payload.sentHash ?? entry.payload.mediaId).slice(0, 16)}-${entry.token.slice(-12)}`

/** A picture, a video or a document to the blog's library; an upload whose answer was lost is found by its name and adopted. */
export const uploadPicture: Act<'upload-picture'> = {
  async lookUp(entry, { api }) {
    const [found] = await api.findMediaBySlug(stemOf(entry))
    return found ? { isThere: true, remoteId: found.remoteId } : { isThere: false, quarantineMs: 0 }
  },

  async perform(entry, tools) {
    const { api, desk, blog, write } = tools
    const { mediaId, alt } = entry.payload
    const upload = async (): Promise<RemoteMedia> => {
      const { bytes, mimeType, ending } = await whatIsSent(entry, tools)
      return write(() => api.uploadMedia({ bytes, fileName: `${stemOf(entry)}.${ending}`, mimeType, alt }))
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

/** Of a picture what may leave; anything else as it is, read from the disk while it goes. */
async function whatIsSent(
  { payload: { mediaId } }: StoredEntryOf<'upload-picture'>,
  { desk, files, pictureFiles }: ActTools,
): Promise<{ bytes: Uint8Array | Blob; mimeType: string; ending: string }> {
  const { mimeType } = desk.media.getPicture(mediaId)
  if (isPictureType(mimeType)) {
    const { bytes, sent } = await pictureFiles.readSent(mediaId)
    return { bytes, mimeType: sent.mimeType, ending: pictureEnding[sent.mimeType] }
  }
  const bytes = await files.openAsBlob(mediaId)
  const type = sniffMedia(new Uint8Array(await bytes.slice(0, SNIFFED_BYTES).arrayBuffer()))
  return { bytes, mimeType, ending: type?.ending ?? 'bin' }
}
