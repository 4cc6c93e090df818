import type { MediaId, PostId, RemoteMediaId, UtcIso } from './ids.ts'

export type PictureMimeType = 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp'

/** What a blog gets of a picture: upright, at sending size, with nothing in it but what is to be seen. */
export interface SentPicture {
  /** SHA-256 of the bytes that leave. */
  hash: string
  mimeType: PictureMimeType
  sizeBytes: number
  widthPx: number
  heightPx: number
}

/**
 * What lies in a file beside the picture and never leaves the laptop. `place-and-camera`: what cameras and photo programs
 * write (EXIF, XMP, IPTC); `hidden`: anything else that is not to be seen.
 */
export type RemovedData = 'place-and-camera' | 'hidden'

/** Of the upright picture: first turned by quarters to the right, then cut out, in shares of the turned picture from 0 to 1. */
export interface PictureEdit {
  quarterTurns: 0 | 1 | 2 | 3
  crop: { left: number; top: number; width: number; height: number }
}

/** A picture as it was added, kept untouched; `widthPx` and `heightPx` are those of the upright picture. */
export interface Picture {
  id: MediaId
  fileName: string
  mimeType: PictureMimeType
  sizeBytes: number
  widthPx: number
  heightPx: number
  addedAt: UtcIso
  /** null of a picture that an earlier version of the desk took in, until it is needed. */
  sent: SentPicture | null
  /** null when there was nothing to remove. */
  removed: RemovedData | null
  /** The description that goes with it unless a post says another, and in which language it is; '' for none. */
  alt: string
  altLanguage: string
  /** Who made it. */
  credit: string
  /** Of a cut-out: what it was cut from, and how. */
  cutFrom: { originalId: MediaId; edit: PictureEdit } | null
}

/**
 * A video, a sound or a document of this laptop. Of a video `isPlaceRemoved`: where it was filmed was taken out of it;
 * `saysPlace`: it still says it, in a place from which it cannot be taken.
 */
export interface MediaFile {
  id: MediaId
  kind: 'video' | 'audio' | 'file'
  fileName: string
  mimeType: string
  sizeBytes: number
  isPlaceRemoved: boolean
  saysPlace: boolean
}

/** A picture that can be put into a post of this blog: one of this laptop, or one that the blog's posts show. */
export interface LibraryPicture {
  /** What it looks like, on this laptop; null for one that is only on the blog. */
  mediaId: MediaId | null
  /** Where the blog has it; null for one that never went there. */
  onBlog: { remoteId: RemoteMediaId | null; url: string } | null
  /** Added on this laptop, so that its original is here; otherwise it came from the blog. */
  isOwn: boolean
  fileName: string
  /** null when it is only on the blog. */
  file: Pick<Picture, 'mimeType' | 'sizeBytes' | 'widthPx' | 'heightPx' | 'addedAt' | 'removed'> | null
  sent: SentPicture | null
  alt: string
  altLanguage: string
  credit: string
  isCutOut: boolean
  usedIn: { postId: PostId; title: string }[]
}
