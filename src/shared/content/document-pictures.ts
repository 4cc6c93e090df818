import type { MediaId } from '../domain/ids.ts'
import type { PostDocument } from './document.ts'

/** The pictures of this laptop that the post shows, each once, in reading order. */
export function documentPictures(document: PostDocument): MediaId[] {
  const ids = new Set<MediaId>()
  for (const block of document.content) {
    if (block.type === 'picture' && block.attrs.mediaId !== null) ids.add(block.attrs.mediaId as MediaId)
  }
  return [...ids]
}
