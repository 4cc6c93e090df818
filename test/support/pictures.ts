import type { PictureNode } from '../../src/shared/content/document.ts'
import type { MediaId } from '../../src/shared/domain/ids.ts'

/** A GIF of one pixel, as `media.add` takes it. */
export const ferry = {
  fileName: 'ferry.gif',
  bytes: new Uint8Array(Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64')),
}

/** The picture in a post. */
export const pictureOf = (mediaId: MediaId): PictureNode => ({
  type: 'picture',
  attrs: { mediaId, remoteId: null, url: null, alt: 'A ferry', caption: '', source: null },
})
