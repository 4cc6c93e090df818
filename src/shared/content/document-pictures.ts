import type { MediaId } from '../domain/ids.ts'
import type { PictureNode, PostDocument } from './document.ts'
import { walkDocument } from './document-walk.ts'

/** The pictures of the post, wherever they stand, in reading order. */
export const picturesOf = (document: PostDocument): PictureNode[] =>
  [...walkDocument(document)].filter((node) => node.type === 'picture')

/** The files of this laptop that the post shows or offers, captions too, each once, in reading order. */
export function documentPictures(document: PostDocument): MediaId[] {
  const ids = new Set<MediaId>()
  for (const node of walkDocument(document)) {
    if (node.type !== 'picture' && node.type !== 'video' && node.type !== 'audio' && node.type !== 'file') continue
    if (node.attrs.mediaId !== null) ids.add(node.attrs.mediaId as MediaId)
    const tracks = node.type === 'video' ? node.attrs.tracks : []
    for (const { mediaId } of tracks) if (mediaId) ids.add(mediaId as MediaId)
  }
  return [...ids]
}
