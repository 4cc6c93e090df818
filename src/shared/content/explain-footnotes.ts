import type { PostDocument } from './document.ts'
import type { UnexplainedChange } from './explain-changes.ts'
import {
  isSameNote,
  notesBeside,
  readFootnotesMeta,
  type StoredFootnote,
  type TextWithNotes,
} from './footnotes-meta.ts'
import { inlineToHtml } from './inline-to-html.ts'

/**
 * What differs between a post's notes and the meta about to be sent in place of `before`, read anew: each note must say what
 * the post says, and one that the post says nothing of must have the words it had.
 */
export function unexplainedNotes(document: PostDocument, meta: string, before: TextWithNotes): UnexplainedChange[] {
  const written = readFootnotesMeta(meta)
  const had = new Map(readFootnotesMeta(before.footnotes).map(({ id, html }) => [id, html]))
  const notes = notesBeside(document)?.content ?? []
  const said = new Map(notes.map(({ attrs, content }) => [attrs.id, inlineToHtml(content)]))
  const unexplained = (what: UnexplainedChange['what'], text: string): UnexplainedChange => ({
    what,
    blockName: 'footnote',
    text,
  })
  const changes = written.flatMap(({ id, html }: StoredFootnote) => {
    const [now, once] = [said.get(id), had.get(id)]
    if (now !== undefined && isSameNote(now, html)) return []
    if (once === html && (now === undefined || now.trim() === '')) return []
    return [unexplained(now === undefined && once === undefined ? 'added' : 'meaning', html)]
  })
  const ids = new Set(written.map(({ id }) => id))
  return [...changes, ...[...said.keys()].filter((id) => !ids.has(id)).map(() => unexplained('missing', ''))]
}
