import { storableInline } from './blocks/text-formats.ts'
import type { FootnoteNode, FootnotesNode, InlineNode, PostDocument } from './document.ts'
import { referredFootnotes, walkDocument } from './document-walk.ts'
import { isBesidePost } from './blocks/footnotes-format.ts'
import { inlineFromHtml } from './inline-from-html.ts'
import { inlineToHtml } from './inline-to-html.ts'
import { parseStrictHtml } from './strict-html.ts'

/** A note as the blog keeps it beside the post; `html` is inline HTML. */
export interface StoredFootnote {
  id: string
  html: string
}

/** What the blog has of a post, as far as its notes go. `footnotes` is the meta, verbatim; absent where the blog has none. */
export interface TextWithNotes {
  content: string
  footnotes?: string
}

/** The notes of a post's `footnotes` meta (WordPress 6.3): JSON of ids and inline HTML. What is no such list is none. */
export const readFootnotesMeta = (meta: string | undefined): StoredFootnote[] =>
  readEntries(meta).flatMap((entry) => noteIn(entry) ?? [])

function readEntries(meta: string | undefined): unknown[] {
  if (meta === undefined || meta === '') return []
  try {
    const list: unknown = JSON.parse(meta)
    return Array.isArray(list) ? list : []
  } catch {
    return []
  }
}

function noteIn(entry: unknown): StoredFootnote | null {
  const { id, content } = (entry ?? {}) as { id?: unknown; content?: unknown }
  return typeof id === 'string' && typeof content === 'string' ? { id, html: content } : null
}

/** The words of a note. HTML that cannot be taken apart stays whole, in one piece. */
export function inlineOfNote(html: string): InlineNode[] {
  const nodes = parseStrictHtml([{ kind: 'html', start: 0, end: html.length, source: html }])
  const content = nodes && inlineFromHtml(nodes)
  if (content) return content
  return html === '' ? [] : [{ type: 'keptInline', attrs: { source: html } }]
}

const meaningOf = (content: readonly InlineNode[] | undefined): string => JSON.stringify(storableInline(content))
export const isSameNote = (one: string, other: string): boolean =>
  one === other || meaningOf(inlineOfNote(one)) === meaningOf(inlineOfNote(other))

/** Whether two metas hold the same notes in the same order. One without words is none: WordPress drops it for an author. */
export function isSameFootnotes(one: string | undefined, other: string | undefined): boolean {
  if (one === other) return true
  const [notes, others] = [one, other].map((meta) => readFootnotesMeta(meta).filter(({ html }) => html.trim() !== ''))
  return (
    notes?.length === others?.length &&
    (notes ?? []).every(({ id, html }, index) => {
      const note = others?.[index]
      return note?.id === id && isSameNote(html, note.html)
    })
  )
}

/** The notes of the text that a blog with the meta keeps beside the post; null when there is no place for them. */
export const notesBeside = (document: PostDocument): FootnotesNode | null =>
  [...walkDocument(document)].find((node): node is FootnotesNode => node.type === 'footnotes' && isBesidePost(node)) ??
  null

/** Whether the markup has the block that shows the notes. */
export const showsFootnotes = (markup: string): boolean => /<!--\s+wp:(?:core\/)?footnotes\s/.test(markup)

/**
 * The `footnotes` meta that goes with these words to a post that has `before`. A note that says what it said keeps its
 * bytes, and so does the whole where all do. Words that the document never had before it (`meta` null) are not lost.
 */
export function footnotesMeta(document: PostDocument, before: TextWithNotes): string {
  const meta = before.footnotes ?? ''
  const entries = readEntries(meta)
  const known = new Map<string, { entry: object; html: string }>()
  for (const entry of entries) {
    const note = noteIn(entry)
    if (note) known.set(note.id, { entry: entry as object, html: note.html })
  }
  const place = notesBeside(document)
  const isUnread = place?.attrs.meta === null
  if (place ? isUnread && (place.content ?? []).length === 0 : !showsFootnotes(before.content)) return meta
  const written = place
    ? (place.content ?? []).map((note) => entryOf(note, known.get(note.attrs.id), isUnread))
    : // The place was taken away, and its notes with it but those that the text still refers to.
      referredFootnotes(document.content).flatMap((id) => known.get(id)?.entry ?? [])
  const all = [...written, ...entries.filter((entry) => noteIn(entry) === null)]
  const isAsBefore = all.length === entries.length && all.every((entry, index) => entry === entries[index])
  return isAsBefore ? meta : JSON.stringify(all)
}

function entryOf(
  { attrs: { id }, content }: FootnoteNode,
  known: { entry: object; html: string } | undefined,
  isUnread: boolean,
): object {
  const html = inlineToHtml(content)
  if (known && ((isUnread && html.trim() === '') || meaningOf(inlineOfNote(known.html)) === meaningOf(content)))
    return known.entry
  return known ? { ...known.entry, content: html } : { content: html, id }
}
