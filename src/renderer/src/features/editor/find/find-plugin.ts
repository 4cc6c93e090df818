import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { afterFieldSteps } from '../words/field-step.ts'
import { isNotBefore, type OpenWords, type WordsPlace } from '../words/written-texts.ts'
import { Finder, isSameQuery, type FindQuery } from './find-matches.ts'

type Fields = Pick<OpenWords, 'title' | 'excerpt'>

export interface Found {
  query: FindQuery
  matches: readonly WordsPlace[]
  /** The match the person is at; -1 when there is none. */
  current: number
  /** The words beside the document, as they were looked through. */
  fields: Fields
}

interface FindState extends Found {
  finder: Finder
  marks: DecorationSet
}

/** `near`: where the person is; the first match from there on is the current one. */
export type FindOrder =
  { query: FindQuery; fields: Fields; near?: WordsPlace } | { fields: Fields } | { current: number } | { close: true }

const KEY = new PluginKey<FindState | null>('find')
/** More than this are found and counted, but only those around the current one are marked. */
const MARKED_AT_ONCE = 1000

/** What is being looked for in this text; null while nobody looks. */
export function found(state: EditorState): Found | null {
  return KEY.getState(state) ?? null
}

export function orderFind(tr: Transaction, order: FindOrder): Transaction {
  return tr.setMeta(KEY, order).setMeta('addToHistory', false)
}

/** Finds in the open text and marks what it found. The marks are drawn only, and never a part of the text. */
export const Find = Extension.create({
  name: 'find',
  addProseMirrorPlugins() {
    return [
      new Plugin<FindState | null>({
        key: KEY,
        state: {
          init: () => null,
          apply: (transaction, before, _old, state) => nextFind(transaction, before, state),
        },
        props: { decorations: (state) => KEY.getState(state)?.marks ?? null },
      }),
    ]
  },
})

function nextFind(transaction: Transaction, before: FindState | null, state: EditorState): FindState | null {
  const order = transaction.getMeta(KEY) as FindOrder | undefined
  if (order && 'close' in order) return null
  if (order && 'query' in order) {
    const finder = before && isSameQuery(before.query, order.query) ? before.finder : new Finder(order.query)
    return look(finder, order.fields, order.near ?? caretOf(state), state.doc)
  }
  if (!before) return null
  if (order && 'current' in order) return withMarks({ ...before, current: order.current }, state.doc)
  const fields = order && 'fields' in order ? order.fields : afterFieldSteps(transaction, before.fields)
  if (!transaction.docChanged && isSame(fields, before.fields)) return before
  const match = before.matches[before.current]
  return look(before.finder, fields, match ? mapped(match, transaction) : caretOf(state), state.doc)
}

const caretOf = ({ selection: { from, to } }: EditorState): WordsPlace => ({ in: 'text', from, to })

const isSame = (one: Fields, other: Fields): boolean => one.title === other.title && one.excerpt === other.excerpt

function mapped(place: WordsPlace, { mapping }: Transaction): WordsPlace {
  if (place.in === 'text') return { in: 'text', from: mapping.map(place.from), to: mapping.map(place.to) }
  return place.in === 'beside' ? { ...place, position: mapping.map(place.position) } : place
}

function look(finder: Finder, fields: Fields, near: WordsPlace, doc: Node): FindState {
  const matches = finder.placesIn({ doc, ...fields })
  const next = matches.findIndex((match) => isNotBefore(match, near, doc))
  const current = next === -1 && matches.length > 0 ? 0 : next
  return withMarks({ finder, query: finder.query, fields, matches, current }, doc)
}

function withMarks(found: Omit<FindState, 'marks'>, doc: Node): FindState {
  const { matches, current } = found
  const first = Math.max(0, current - MARKED_AT_ONCE / 2)
  const marks = matches.slice(first, first + MARKED_AT_ONCE).flatMap((match, index) => {
    if (match.in !== 'text') return []
    const isCurrent = first + index === current
    return [Decoration.inline(match.from, match.to, { class: isCurrent ? 'found found-current' : 'found' })]
  })
  return { ...found, marks: DecorationSet.create(doc, marks) }
}
