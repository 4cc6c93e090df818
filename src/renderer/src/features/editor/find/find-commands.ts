import { closeHistory } from '@tiptap/pm/history'
import { Fragment, type Node } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { FieldStep } from '../words/field-step.ts'
import { isNotBefore, isSameField, type WordsPlace } from '../words/written-texts.ts'
import type { FindQuery } from './find-matches.ts'
import { found, orderFind, type FindOrder, type Found } from './find-plugin.ts'

/** Looks for it, and goes to the first match from where the person is; the caret where nothing is said. */
export function findIn(view: EditorView, search: Extract<FindOrder, { query: FindQuery }>): void {
  view.dispatch(orderFind(view.state.tr, search))
  goToMatch(view, 0)
}

/** Goes `step` matches on, round the end; the text follows, the keyboard stays in the find bar. */
export function goToMatch(view: EditorView, step: -1 | 0 | 1): void {
  const now = found(view.state)
  if (!now || now.matches.length === 0) return
  const current = (now.current + step + now.matches.length) % now.matches.length
  const tr = orderFind(view.state.tr, { current })
  select(tr, now.matches[current])
  view.dispatch(tr)
  showMatch(view)
}

/** Puts `text` in the place of the current match and goes to the next. */
export function replaceMatch(view: EditorView, text: string): void {
  const now = found(view.state)
  const match = now?.matches[now.current]
  if (!match) return
  view.dispatch(closeHistory(replaced(view.state, now, [match], text)))
  // The words put in may hold what is looked for; the search goes on behind them.
  const behind = { ...match, from: match.from + text.length }
  const after = found(view.state)?.matches ?? []
  const next = after.findIndex((place) => isNotBefore(place, behind, view.state.doc))
  const current = next === -1 && after.length > 0 ? 0 : next
  const order = orderFind(view.state.tr, { current })
  select(order, after[current])
  view.dispatch(order)
  showMatch(view)
}

/** Every match at once, as one step to undo; a paragraph is rewritten once, however many it holds. Returns how many. */
export function replaceAllMatches(view: EditorView, text: string): number {
  const now = found(view.state)
  if (!now || now.matches.length === 0) return 0
  view.dispatch(closeHistory(replaced(view.state, now, now.matches, text)))
  return now.matches.length
}

/** From the end, so that what is still to do stands where it was found. */
function replaced(state: EditorState, { fields }: Found, matches: readonly WordsPlace[], text: string): Transaction {
  const { tr } = state
  for (const { place, stretches } of byText(state, matches).toReversed()) {
    if (place.in === 'title' || place.in === 'excerpt') {
      tr.step(new FieldStep(place.in, fields[place.in], withWords(fields[place.in], stretches, text)))
    } else if (place.in === 'beside') {
      const words: unknown = tr.doc.nodeAt(place.position)?.attrs[place.field]
      if (typeof words === 'string') tr.setNodeAttribute(place.position, place.field, withWords(words, stretches, text))
    } else {
      const $from = state.doc.resolve(place.from)
      const start = $from.start()
      if (stretches.length === 1) tr.replaceWith(place.from, place.to, replacement(state, place.from, text))
      else tr.replaceWith(start, $from.end(), rewritten(state, $from.parent, start, stretches, text))
    }
  }
  return tr
}

interface Rewriting {
  /** The first of them. */
  place: WordsPlace
  stretches: WordsPlace[]
}

/** What is found in one block or field stands together. */
function byText(state: EditorState, matches: readonly WordsPlace[]): Rewriting[] {
  const texts: Rewriting[] = []
  for (const match of matches) {
    const last = texts.at(-1)
    const isOfLast =
      last &&
      isSameField(last.place, match) &&
      (match.in !== 'text' || match.from <= state.doc.resolve(last.place.from).end())
    if (isOfLast) last.stretches.push(match)
    else texts.push({ place: match, stretches: [match] })
  }
  return texts
}

const withWords = (words: string, stretches: readonly WordsPlace[], text: string): string =>
  stretches.toReversed().reduce((now, { from, to }) => now.slice(0, from) + text + now.slice(to), words)

function rewritten(
  state: EditorState,
  block: Node,
  start: number,
  matches: readonly WordsPlace[],
  text: string,
): Fragment {
  let content = Fragment.empty
  let at = 0
  for (const { from, to } of matches) {
    content = content.append(block.content.cut(at, from - start)).append(Fragment.from(replacement(state, from, text)))
    at = to - start
  }
  return content.append(block.content.cut(at))
}

/** The new words look as the first letter they replace. */
function replacement(state: EditorState, from: number, text: string): Node[] {
  return text === '' ? [] : [state.schema.text(text, state.doc.nodeAt(from)?.marks ?? [])]
}

function select(tr: Transaction, match: WordsPlace | undefined): void {
  if (match?.in === 'text') tr.setSelection(TextSelection.create(tr.doc, match.from, match.to))
}

function showMatch(view: EditorView): void {
  view.dom.querySelector('.found-current')?.scrollIntoView({ block: 'center' })
}
