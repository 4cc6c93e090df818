import { mapBlocks, walkDocument } from '../../../shared/content/document-walk.ts'
import type { FootnotesNode, PostDocument } from '../../../shared/content/document.ts'

/** A markup says where the footnotes stand and not what they say: their words stay those of the text it came from. */
export function withFootnotesOf(before: PostDocument, document: PostDocument): PostDocument {
  const known = [...walkDocument(before)].find((node): node is FootnotesNode => node.type === 'footnotes')
  if (!known?.content) return document
  const { content, attrs } = known
  return mapBlocks(document, (node) =>
    node.type === 'footnotes' ? { ...node, attrs: { ...node.attrs, meta: attrs.meta }, content } : node,
  )
}
