import { t } from '../../../../../shared/words/t.ts'

import type { Node as ProsemirrorNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

const REFERENCE = 'footnoteReference'
const numbersKey = new PluginKey<DecorationSet>('footnoteNumbers')

/** The ids in the order of their first references. */
export function referencedIds(doc: ProsemirrorNode): string[] {
  const ids = new Set<string>()
  doc.descendants((node) => {
    if (node.type.name === REFERENCE) ids.add(String(node.attrs['id']))
  })
  return [...ids]
}

/**
 * Whether a reference or a note stands in what these transactions took away or brought. It looks at the changed ranges only,
 * so that a key press costs nothing more in a long post.
 */
function touchesFootnotes(transactions: readonly Transaction[]): boolean {
  return transactions.some((transaction) =>
    transaction.steps.some((step, index) => {
      const before = transaction.docs[index]
      const after = transaction.docs[index + 1] ?? transaction.doc
      let isTouched = false
      step.getMap().forEach((oldStart, oldEnd, newStart, newEnd) => {
        isTouched ||= (before && holdsFootnote(before, oldStart, oldEnd)) || holdsFootnote(after, newStart, newEnd)
      })
      return isTouched
    }),
  )
}

function holdsFootnote(doc: ProsemirrorNode, from: number, to: number): boolean {
  let holds = false
  doc.nodesBetween(from, Math.min(to, doc.content.size), (node, position) => {
    const isInside = position >= from && position + node.nodeSize <= to
    holds ||= isInside && (node.type.name === REFERENCE || node.type.name === 'footnote')
    return !holds
  })
  return holds
}

/** Draws each reference's number: the place of its note among all. Counted anew only when a reference came or went. */
export function footnoteNumbers(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: numbersKey,
    state: {
      init: (_config, state) => numbered(state.doc),
      apply: (transaction, drawn) => {
        if (!transaction.docChanged) return drawn
        return touchesFootnotes([transaction])
          ? numbered(transaction.doc)
          : drawn.map(transaction.mapping, transaction.doc)
      },
    },
    props: { decorations: (state) => numbersKey.getState(state) },
  })
}

function numbered(doc: ProsemirrorNode): DecorationSet {
  const ids = referencedIds(doc)
  if (ids.length === 0) return DecorationSet.empty
  const places = new Map(ids.map((id, index) => [id, index + 1]))
  const drawn: Decoration[] = []
  doc.descendants((node, position) => {
    if (node.type.name !== REFERENCE) return
    const number = places.get(String(node.attrs['id'])) ?? 0
    drawn.push(
      Decoration.node(position, position + 1, {
        'data-number': String(number),
        role: 'img',
        'aria-label': t('Footnote {number, number}', { number }),
      }),
    )
  })
  return DecorationSet.create(doc, drawn)
}

/**
 * A reference that is gone takes its note along, a new one gets a note, a note that was taken away takes its references, and
 * the notes stand in the order of their references. All of it is one step of undo together with what caused it.
 */
export function keepNotesWithReferences(): Plugin {
  // A passage that is cut comes back somewhere else, with its notes.
  const takenAway = new Map<string, ProsemirrorNode>()
  return new Plugin({
    appendTransaction(transactions, before, state) {
      const isOwnWork = transactions.some((transaction) => transaction.docChanged && !isFromElsewhere(transaction))
      return isOwnWork && touchesFootnotes(transactions) ? keepTogether(before, state, takenAway) : null
    },
  })
}

/** What undo brings back was whole; what comes from the blog is the blog's. */
const isFromElsewhere = (transaction: Transaction): boolean =>
  transaction.getMeta('preventUpdate') === true || transaction.getMeta('history$') !== undefined

function keepTogether(
  before: EditorState,
  state: EditorState,
  takenAway: Map<string, ProsemirrorNode>,
): Transaction | null {
  const { doc, tr } = state
  const had = notesOf(before.doc)
  for (const [id, note] of had) takenAway.set(id, note)
  const { block, position, notes } = findNotes(doc)
  const isOrphaned = (id: string): boolean => had.has(id) && !notes.has(id) && referencedIds(before.doc).includes(id)
  const referenced = referencedIds(doc)
  const kept = referenced.filter((id) => !isOrphaned(id))
  const wanted = [...kept, ...[...notes.keys()].filter((id) => !referenced.includes(id) && !wasReferenced(before, id))]
  const isAsWanted = kept.length === referenced.length && wanted.join('\n') === [...notes.keys()].join('\n')
  if (isAsWanted) return null
  const footnote = state.schema.nodes['footnote']
  const footnotes = state.schema.nodes['footnotes']
  if (!footnote || !footnotes) return null
  // From the end to the start, so that the positions before hold.
  const content = wanted.map((id) => notes.get(id) ?? takenAway.get(id) ?? footnote.create({ id }))
  if (block === null) {
    if (content.length > 0) tr.insert(doc.content.size, footnotes.create(null, content))
  } else if (content.length === 0) tr.delete(position, position + block.nodeSize)
  else tr.replaceWith(position + 1, position + block.nodeSize - 1, content)
  removeReferences(tr, doc, (id) => isOrphaned(id))
  return tr
}

const wasReferenced = (before: EditorState, id: string): boolean => referencedIds(before.doc).includes(id)

function removeReferences(tr: Transaction, doc: ProsemirrorNode, isGone: (id: string) => boolean): void {
  const places: number[] = []
  doc.descendants((node, position) => {
    if (node.type.name === REFERENCE && isGone(String(node.attrs['id']))) places.push(position)
  })
  for (const place of places.toReversed()) {
    const mapped = tr.mapping.map(place)
    tr.delete(mapped, mapped + 1)
  }
}

interface Notes {
  block: ProsemirrorNode | null
  position: number
  notes: Map<string, ProsemirrorNode>
}

function findNotes(doc: ProsemirrorNode): Notes {
  const found: Notes = { block: null, position: 0, notes: new Map() }
  doc.descendants((node, position) => {
    if (found.block === null && node.type.name === 'footnotes') {
      found.block = node
      found.position = position
      node.forEach((note) => found.notes.set(String(note.attrs['id']), note))
    }
    return found.block === null
  })
  return found
}

const notesOf = (doc: ProsemirrorNode): Map<string, ProsemirrorNode> => findNotes(doc).notes
