import { mapBlocks } from '../../../shared/content/document-walk.ts'
import type { BlockNode } from '../../../shared/content/document.ts'
import type { PostWords } from '../../../shared/domain/post.ts'

/** The same words with their pictures under other names: a picture is called by its bytes, and those that leave are others than those that stay. */
export const withPictures = (words: PostWords, nameOf: (mediaId: string) => string): PostWords => ({
  ...words,
  document: mapBlocks(words.document, (node) => {
    if (!('mediaId' in node.attrs) || node.attrs.mediaId === null) return node
    const mediaId = nameOf(node.attrs.mediaId)
    return mediaId === node.attrs.mediaId ? node : ({ ...node, attrs: { ...node.attrs, mediaId } } as BlockNode)
  }),
})
