import { listPostSuggestions, overlayPosts } from '../../../shared/content/suggestions/overlay-posts.ts'
import type { UtcIso } from '../../../shared/domain/ids.ts'
import type { PostWords } from '../../../shared/domain/post.ts'
import type { SuggestedBy } from '../../../shared/domain/review-file.ts'
import { momentOf } from './marry-comments.ts'
import type { By } from './review-sheet.ts'
import type { Revision } from './tracked-views.ts'

/**
 * Who suggested what. A suggestion that the desk knows stays its author's; any other is of whoever tracked most of its words,
 * or, where nobody tracked it, of whoever is said to have saved the file.
 */
export function whoSuggested(
  given: PostWords,
  proposed: PostWords,
  known: readonly SuggestedBy[],
  revisions: readonly Revision[],
  savedBy: By,
): SuggestedBy[] {
  const byId = new Map(known.map((each) => [each.suggestionId, each]))
  const { fields, text } = listPostSuggestions(overlayPosts(given, proposed))
  const authors = new RevisionAuthors(revisions)
  const seen = new Set<string>()
  return [...fields, ...text].flatMap(({ id, was, is, change }): SuggestedBy[] => {
    if (seen.has(id)) return []
    seen.add(id)
    const old = byId.get(id)
    if (old) return [old]
    const by = authors.of(was, is, change === 'formatted' || change === 'reshaped') ?? savedBy
    const authorName = by.name === '' ? savedBy.name : by.name
    return [{ suggestionId: id, authorName, suggestedAt: momentOf(by.at) ?? (savedBy.at as UtcIso) }]
  })
}

class RevisionAuthors {
  readonly #revisions: readonly Revision[]
  readonly #byWord = new Map<string, number[]>()
  /** Of two that fit as well, the one that was not spoken for. */
  readonly #used = new Set<number>()

  constructor(revisions: readonly Revision[]) {
    this.#revisions = revisions
    for (const [at, { kind, text }] of revisions.entries()) {
      for (const word of new Set(wordsOf(text))) {
        const key = `${kind} ${word}`
        const all = this.#byWord.get(key)
        if (all) all.push(at)
        else this.#byWord.set(key, [at])
      }
    }
  }

  of(was: string, is: string, isFormat: boolean): By | null {
    const votes = new Map<number, number>()
    const vote = (kind: Revision['kind'], text: string): void => {
      for (const word of wordsOf(text)) {
        // A word that stands everywhere says nothing.
        for (const at of (this.#byWord.get(`${kind} ${word}`) ?? []).slice(0, 50))
          votes.set(at, (votes.get(at) ?? 0) + 1)
      }
    }
    if (isFormat) vote('format', is)
    if (votes.size === 0) {
      vote('ins', is)
      vote('del', was)
    }
    let best: { at: number; count: number } | null = null
    for (const [at, count] of votes) {
      const weight = count * 2 + (this.#used.has(at) ? 0 : 1)
      if (!best || weight > best.count || (weight === best.count && at < best.at)) best = { at, count: weight }
    }
    if (!best) return null
    this.#used.add(best.at)
    return this.#revisions[best.at]?.by ?? null
  }
}

/** Letters and signs too, where there are no words. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []
