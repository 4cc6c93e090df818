import { listPostSuggestions, type PostOverlay } from '../../../shared/content/suggestions/overlay-posts.ts'
import type { ReviewDecision } from '../../../shared/domain/review-file.ts'

/** The ids of all that is suggested, in reading order. */
export function suggestionIdsOf(overlay: PostOverlay): string[] {
  const { fields, text } = listPostSuggestions(overlay)
  return [...fields, ...text].map(({ id }) => id)
}

export function openIds(overlay: PostOverlay, decisions: readonly ReviewDecision[]): string[] {
  const decided = new Set(decisions.map(({ suggestionId }) => suggestionId))
  return suggestionIdsOf(overlay).filter((id) => !decided.has(id))
}

export const takenIds = (decisions: readonly ReviewDecision[]): ReadonlySet<string> =>
  new Set(decisions.flatMap(({ suggestionId, isTaken }) => (isTaken ? [suggestionId] : [])))
