import type { PictureNode } from '../../src/shared/content/document.ts'
import type { MediaId } from '../../src/shared/domain/ids.ts'

/** A GIF of one pixel, as `media.add` takes it. */
export const ferry = {
  fileName: 'ferry.gif',
  bytes: new Uint8Array(Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64')),
}

/** One of 65,536 such pictures, each with bytes of its own all through: how long it would stand still is counted. */
export function ferryNumbered(number: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(ferry.bytes)
  new DataView(bytes.buffer).setUint16(17, number % 65_536, true)
  return bytes
}

/** The picture in a post. */
export const pictureOf = (mediaId: MediaId): PictureNode => ({
  type: 'picture',
  attrs: { mediaId, remoteId: null, url: null, alt: 'A ferry', caption: '', source: null },
})
