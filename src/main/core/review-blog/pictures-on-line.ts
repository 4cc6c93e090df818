import { mapBlocks } from '../../../shared/content/document-walk.ts'
import type { BlockNode, PictureNode } from '../../../shared/content/document.ts'
import { picturesOf } from '../../../shared/content/document-pictures.ts'
import type { BlogId, MediaId } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import { withLocalPictures } from '../posts/post-words.ts'
import type { Desk } from '../store/desk.ts'

/** Words as another desk on the same blog can show them: a picture by what the blog calls it. */
export const asOnBlog = (desk: Desk, blogId: BlogId, words: PostWords): PostWords => ({
  ...words,
  document: mapBlocks(words.document, (node) => {
    if (!('mediaId' in node.attrs) || node.attrs.mediaId === null) return node
    const upload = desk.media.findUpload(blogId, node.attrs.mediaId as MediaId)
    const onBlog = upload && { remoteId: upload.remoteId, ...('url' in node.attrs && { url: upload.url }) }
    return { ...node, attrs: { ...node.attrs, ...onBlog, mediaId: null } } as BlockNode
  }),
})

/**
 * Words from another desk with their pictures called as they are called here, in `alike` first: else a picture that only went up
 * meanwhile would be another one, and a suggestion of somebody.
 */
export function asHere(desk: Desk, blogId: BlogId, words: PostWords, alike: readonly PostWords[]): PostWords {
  const known = new Map<number, Pick<PictureNode['attrs'], 'mediaId' | 'remoteId' | 'url'>>(
    alike.flatMap(({ document }) =>
      picturesOf(document).flatMap(({ attrs: { mediaId, remoteId, url } }) => {
        const uploaded = mediaId === null ? null : desk.media.findUpload(blogId, mediaId as MediaId)
        const number = remoteId ?? uploaded?.remoteId
        return number ? [[number, { mediaId, remoteId, url }] as const] : []
      }),
    ),
  )
  const local = withLocalPictures(desk, blogId, words.document)
  return {
    ...words,
    document: mapBlocks(local, (node) => {
      const names = node.type === 'picture' && node.attrs.remoteId !== null ? known.get(node.attrs.remoteId) : undefined
      return names ? ({ ...node, attrs: { ...node.attrs, ...names } } as BlockNode) : node
    }),
  }
}
