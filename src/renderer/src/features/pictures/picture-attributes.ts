import type { LibraryPicture } from '../../../../shared/domain/media.ts'

/** How a picture of the library stands in a post. */
export interface PictureAttributes {
  mediaId: string | null
  remoteId: number | null
  url: string | null
  alt: string
  caption: string
  credit: string
  source: null
}

/**
 * A picture of the person's own stands by its file, one from the blog by the blog's address: it would go up again otherwise.
 * The description comes along when it is in the post's language, or nobody said which it is in.
 */
export function pictureAttributes(picture: LibraryPicture, language: string): PictureAttributes {
  const { mediaId, onBlog, isOwn, alt, altLanguage, credit } = picture
  const isInLanguage = altLanguage === '' || language === '' || baseOf(altLanguage) === baseOf(language)
  const words = { alt: isInLanguage ? alt : '', caption: '', credit, source: null }
  if (isOwn) return { mediaId, remoteId: null, url: null, ...words }
  return { mediaId: null, remoteId: onBlog?.remoteId ?? null, url: onBlog?.url ?? null, ...words }
}

const baseOf = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? ''

/** The history state of a way into the editor that puts a picture where the caret was. */
export interface BringsPicture {
  picture: LibraryPicture
}

export function pictureBroughtBy(state: unknown): LibraryPicture | null {
  return typeof state === 'object' && state !== null && 'picture' in state ? (state as BringsPicture).picture : null
}
