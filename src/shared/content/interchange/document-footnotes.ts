import type { PostDocument } from '../document.ts'
import type { PublishedFootnote } from './published-html.ts'

export function footnotesOf(_document: PostDocument): PublishedFootnote[] {
  return []
}
export function withFootnotes(document: PostDocument, _footnotes: readonly PublishedFootnote[]): PostDocument {
  return document
}
