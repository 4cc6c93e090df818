import { isBesidePost } from '../blocks/footnotes-format.ts'
import type { FootnotesNode, PostDocument } from '../document.ts'
import { mapBlocks, walkDocument } from '../document-walk.ts'
import { inlineOfNote, readFootnotesMeta, type StoredFootnote, type TextWithNotes } from '../footnotes-meta.ts'
import { inlineToHtml } from '../inline-to-html.ts'
import { markupToDocument } from '../markup-to-document.ts'

export function footnotesOf(document: PostDocument): StoredFootnote[] {
  const block = [...walkDocument(document)].find((node): node is FootnotesNode => node.type === 'footnotes')
  return (block?.content ?? []).map(({ attrs, content }) => ({ id: attrs.id, html: inlineToHtml(content) }))
}

/** The post with its notes beside the text, also those that the blog has as a list in it. */
export const withNotesBeside = (document: PostDocument): PostDocument =>
  mapBlocks(document, (block) =>
    block.type === 'footnotes' && !isBesidePost(block) ? { ...block, attrs: { ...block.attrs, source: null } } : block,
  )

/** A post of the blog with the notes that the blog keeps beside it. */
export function documentOfPost({ content, footnotes }: TextWithNotes): PostDocument {
  const document = markupToDocument(content)
  if (footnotes === undefined) return document
  const notes = readFootnotesMeta(footnotes)
  return withNotes(document, (place) => ({ ...place, attrs: { ...place.attrs, meta: footnotes } }), notes)
}

/** Markup that came from elsewhere, with its notes as one document: the blog has neither yet. */
export function documentWithFootnotes(text: { markup: string; footnotes: readonly StoredFootnote[] }): PostDocument {
  const document = markupToDocument(text.markup)
  if (text.footnotes.length === 0) return document
  return withNotes(document, (place) => ({ ...place, attrs: { ...place.attrs, source: null } }), text.footnotes)
}

/** The notes stand in the first place for them; a further one shows the same on the blog. */
function withNotes(
  document: PostDocument,
  change: (place: FootnotesNode) => FootnotesNode,
  notes: readonly StoredFootnote[],
): PostDocument {
  let isPlaced = false
  return mapBlocks(document, (block) => {
    if (isPlaced || block.type !== 'footnotes' || !isBesidePost(block)) return block
    isPlaced = true
    const content = notes.map(({ id, html }) => {
      const words = inlineOfNote(html)
      return { type: 'footnote' as const, attrs: { id }, ...(words.length > 0 && { content: words }) }
    })
    return { ...change(block), ...(content.length > 0 && { content }) }
  })
}
