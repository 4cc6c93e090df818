import { inlineFromHtml } from '../inline-from-html.ts'
import { isSameNote, readFootnotesMeta } from '../footnotes-meta.ts'
import { parseStrictHtml } from '../strict-html.ts'
import type { itemIds } from './merge-item-id.ts'
import { mergeValue } from './merge-value.ts'
import { mergeWords } from './merge-words.ts'
import type { Choice, FootnoteItem, ItemState, MergedFootnote, MergedFootnotes, Side, Versions } from './post-merge.ts'

type Texts = Versions<string | null>

/**
 * Three-way merge of the notes that a blog keeps beside the post: note by note, then words inside a note. One that a side
 * changed and the other took away is asked about. null where a version says nothing of notes.
 */
export function mergeFootnotes(
  metas: Versions<string | null>,
  nextId: ReturnType<typeof itemIds>,
): { items: (FootnoteItem & ItemState)[]; merged: MergedFootnotes } | null {
  if (metas.base === null || metas.mine === null || metas.theirs === null) return null
  const base = notesOf(metas.base)
  const mine = notesOf(metas.mine)
  const theirs = notesOf(metas.theirs)
  const items: (FootnoteItem & ItemState)[] = []
  const notes = [...new Set([...mine.keys(), ...theirs.keys(), ...base.keys()])].map((footnoteId): MergedFootnote => {
    const texts = {
      base: base.get(footnoteId) ?? null,
      mine: mine.get(footnoteId) ?? null,
      theirs: theirs.get(footnoteId) ?? null,
    }
    const last = texts.mine ?? texts.theirs ?? texts.base ?? ''
    const merged = mergeNote(texts)
    if (merged.by === null) return { footnoteId, last, text: texts.theirs }
    const sides = [texts.mine, texts.theirs].map((text) => text ?? '').toSorted()
    const id = nextId('footnote', footnoteId, texts.base, ...sides)
    const head = { kind: 'footnote' as const, id, by: merged.by, footnoteId, ...texts }
    if ('text' in merged) {
      items.push({ ...head, state: 'merged' })
      return { footnoteId, last, text: merged.text }
    }
    items.push({ ...head, state: 'conflict', choices: merged.choices })
    const both = [texts.mine, texts.theirs].filter((text) => text !== null).join('<br>')
    return { footnoteId, last, itemId: id, texts: { ...texts, both, neither: texts.base } }
  })
  const sides = metas.mine === metas.base ? [metas.theirs, metas.mine] : [metas.mine, metas.theirs]
  return { items, merged: { notes, metas: sides } }
}

const notesOf = (meta: string): Map<string, string> =>
  new Map(readFootnotesMeta(meta).map(({ id, html }) => [id, html]))

type MergedNote = { by: Side | 'both' | null; text: string | null } | { by: Side | 'both'; choices: Choice[] }

function mergeNote(texts: Texts): MergedNote {
  const { base, mine, theirs } = texts
  const merged = mergeValue(texts, (one, other) =>
    one === null || other === null ? one === other : isSameNote(one, other),
  )
  if (!('conflict' in merged)) return { by: merged.by, text: merged.value }
  // Who took it away is said of it, as of blocks.
  if (mine === null || theirs === null) return { by: mine === null ? 'mine' : 'theirs', choices: ['mine', 'theirs'] }
  const text = base === null ? null : mergeWords({ base, mine, theirs })
  return text !== null && isReadable(text) ? { by: 'both', text } : { by: 'both', choices: ['mine', 'theirs', 'both'] }
}

function isReadable(html: string): boolean {
  const nodes = parseStrictHtml([{ kind: 'html', start: 0, end: html.length, source: html }])
  return nodes !== null && inlineFromHtml(nodes) !== null
}

/**
 * The meta of merged notes, in the order in which `content` refers to them. What is referred to has a note, whatever
 * became of it: a number in the text that leads nowhere would be a lost text.
 */
export function resolveFootnotes(
  { notes, metas }: MergedFootnotes,
  choices: Readonly<Record<string, Choice>>,
  content: string,
): string {
  const referred = [...content.matchAll(/\sdata-fn="([^"]+)"/g)].map(([, id]) => id ?? '')
  const place = new Map(referred.toReversed().map((id, index) => [id, referred.length - index]))
  const texts = notes.flatMap((note) => {
    const text = 'text' in note ? note.text : note.texts[choices[note.itemId] ?? 'neither']
    const kept = text ?? (place.has(note.footnoteId) ? note.last : null)
    return kept === null ? [] : [{ content: kept, id: note.footnoteId }]
  })
  const order = ({ id }: { id: string }): number => place.get(id) ?? referred.length + 1
  const known = metas.find((meta) => isSameSet(texts, notesOf(meta)))
  return known ?? JSON.stringify(texts.toSorted((one, other) => order(one) - order(other)))
}

const isSameSet = (texts: readonly { content: string; id: string }[], notes: ReadonlyMap<string, string>): boolean =>
  texts.length === notes.size && texts.every(({ content, id }) => notes.get(id) === content)
