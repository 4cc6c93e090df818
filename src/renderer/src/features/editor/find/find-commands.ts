import { closeHistory } from '@tiptap/pm/history'
import { Fragment, type Node } from '@tiptap/pm/model'
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Match } from './find-matches.ts'
import { found, orderFind } from './find-plugin.ts'

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
  const { tr } = view.state
  view.dispatch(closeHistory(tr.replaceWith(match.from, match.to, replacement(view.state, match.from, text))))
  // The words put in may hold what is looked for; the search goes on behind them.
  const after = found(view.state)?.matches ?? []
  const behind = after.findIndex(({ from }) => from >= match.from + text.length)
  const current = behind === -1 && after.length > 0 ? 0 : behind
  const order = orderFind(view.state.tr, { current })
  select(order, after[current])
  view.dispatch(order)
  showMatch(view)
}

/** Every match at once, as one step to undo; a paragraph is rewritten once, however many it holds. Returns how many. */
export function replaceAllMatches(view: EditorView, text: string): number {
  const now = found(view.state)
  if (!now || now.matches.length === 0) return 0
  const { tr } = view.state
  for (const { start, block, matches } of byBlock(view.state, now.matches).toReversed()) {
    tr.replaceWith(start, start + block.content.size, rewritten(view.state, block, start, matches, text))
  }
  view.dispatch(closeHistory(tr))
  return now.matches.length
}

function byBlock(state: EditorState, matches: readonly Match[]): { start: number; block: Node; matches: Match[] }[] {
  const blocks: { start: number; block: Node; matches: Match[] }[] = []
  for (const match of matches) {
    const last = blocks.at(-1)
    if (last && match.from <= last.start + last.block.content.size) {
      last.matches.push(match)
      continue
    }
    const place = state.doc.resolve(match.from)
    blocks.push({ start: place.start(), block: place.parent, matches: [match] })
  }
  return blocks
}

function rewritten(state: EditorState, block: Node, start: number, matches: readonly Match[], text: string): Fragment {
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

function select(tr: Transaction, match: Match | undefined): void {
  if (match) tr.setSelection(TextSelection.create(tr.doc, match.from, match.to))
}

function showMatch(view: EditorView): void {
  const behavior = matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'auto'
  view.dom.querySelector('.found-current')?.scrollIntoView({ block: 'center', behavior })
}
