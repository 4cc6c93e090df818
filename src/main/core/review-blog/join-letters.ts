import { hashJson } from '../content-hash.ts'
import type { ReviewedPost, ReviewNote, ReviewRound } from '../../../shared/domain/review-file.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import { mergeProposed } from '../review/merge-proposed.ts'
import type { Desk } from '../store/desk.ts'

/**
 * What one person says of a review from two laptops, as one: notes and trail are united, the later decision counts, and texts are merged
 * from what both began with. Of an earlier round only what was said counts.
 */
export function joinLetters(desk: Desk, mine: ReviewedPost, theirs: ReviewedPost, base: PostWords): ReviewedPost {
  const said = { notes: joinNotes(mine.notes, theirs.notes), trail: joinTrails(mine.trail, theirs.trail) }
  if (mine.round.number !== theirs.round.number)
    return { ...(mine.round.number > theirs.round.number ? mine : theirs), ...said }
  const isTheirs = endedLater(theirs.round, mine.round)
  const last = isTheirs ? theirs : mine
  // An approval with changes is of exactly the text that it was given for.
  const isFixed = last.round.state === 'approved-with-changes'
  return {
    ...mine,
    ...said,
    round: last.round,
    after: isFixed ? last.after : mergeProposed(desk, { base, mine: mine.after, theirs: theirs.after }),
    suggestions: byKey([...mine.suggestions, ...theirs.suggestions], ({ suggestionId }) => suggestionId),
    decisions: byKey(
      [...mine.decisions, ...theirs.decisions].toSorted((one, other) => (one.decidedAt < other.decidedAt ? 1 : -1)),
      ({ suggestionId }) => suggestionId,
    ),
  }
}

function endedLater(one: ReviewRound, other: ReviewRound): boolean {
  if (one.state === 'asked' || other.state === 'asked') return one.state !== 'asked' && other.state === 'asked'
  return (one.concluded?.at ?? '') > (other.concluded?.at ?? '')
}

function joinNotes(mine: readonly ReviewNote[], theirs: readonly ReviewNote[]): ReviewNote[] {
  const there = new Map(theirs.map((note) => [note.id, note]))
  const joined = mine.map((note) => {
    const other = there.get(note.id)
    if (!other) return note
    const replies = byKey([...note.replies, ...other.replies], ({ id }) => id)
    return { ...note, anchor: note.anchor ?? other.anchor, resolved: note.resolved ?? other.resolved, replies }
  })
  return byKey([...joined, ...theirs], ({ id }) => id)
}

const joinTrails = (mine: ReviewedPost['trail'], theirs: ReviewedPost['trail']): ReviewedPost['trail'] =>
  byKey([...mine, ...theirs], hashJson).toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))

/** The first of each. */
const byKey = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] =>
  [...new Map(items.toReversed().map((item) => [keyOf(item), item])).values()].toReversed()
