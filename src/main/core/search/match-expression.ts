import type { BlogId } from '../../../shared/domain/ids.ts'
import type { SearchKind } from '../../../shared/domain/search.ts'
import type { ParsedSearch, SearchTerm } from '../../../shared/search/parse-search.ts'
import { indexTokens, runTokens, searchRuns, type SearchRun } from '../../../shared/search/search-runs.ts'
import type { WordsFrom } from './words-from.ts'

/** What the index knows of an item besides its words; each is a token of its own. */
export const facetOf = {
  kind: (kind: SearchKind): string => `kind${kind}`,
  blog: (blogId: BlogId): string => `blog${blogId.replaceAll('-', '')}`,
  /** `fa-IR` is found as `fa` and as `fa-IR`. */
  languages: (language: string): string[] => {
    const parts = language.toLowerCase().split('-')
    return parts.map((_, index) => `language${parts.slice(0, index + 1).join('')}`)
  },
  /** The words of its name, found in a row; and the name as one, found whole. */
  place: (place: string): string[] =>
    indexTokens(place) === '' ? [] : [...indexTokens(place).split(' ').map(placeWord), facetOf.wholePlace(place)],
  wholePlace: (place: string): string => `atplace${placeKey(place)}`,
  trash: 'intrash',
}

const placeWord = (token: string): string => `place${token}`

/** The same for each spelling of one name: Hà Nội, Ha Noi, HANOI. */
export const placeKey = (place: string): string =>
  searchRuns(place)
    .map(({ text }) => text)
    .join('')

interface Narrowing {
  kind: SearchKind
  blogId: BlogId | null
  language: string | null
  /** A whole name. */
  place: string | null
  isInTrash: boolean
  /** Only where the words stand in the title. */
  isTitleOnly: boolean
}

/** The search as an FTS5 expression. Made of tokens alone, so no input can break it. */
export function matchExpression(
  { terms, authors, tags, places }: ParsedSearch,
  narrowing: Narrowing,
  wordsFrom: WordsFrom,
): string {
  const { kind, blogId, language, place, isInTrash, isTitleOnly } = narrowing
  const words = isTitleOnly ? 'title' : '{title body author tags}'
  const wanted = [
    ...terms.filter(({ isUnwanted }) => !isUnwanted).map((term) => `${words} : ${phraseOf(term, wordsFrom)}`),
    ...authors.map((term) => `author : ${phraseOf(term, wordsFrom)}`),
    ...tags.map((term) => `tags : ${phraseOf(term, wordsFrom)}`),
    ...places.map((term) => `facets : ${phraseOf(term, wordsFrom, placeWord)}`),
    `facets : ${facetOf.kind(kind)}`,
    ...(blogId === null ? [] : [`facets : ${facetOf.blog(blogId)}`]),
    ...(language === null ? [] : [`facets : ${facetOf.languages(language).at(-1) ?? ''}`]),
    ...(place === null ? [] : [`facets : "${facetOf.wholePlace(place)}"`]),
    ...(isInTrash ? [`facets : ${facetOf.trash}`] : []),
  ]
  const unwanted = [
    ...terms
      .filter(({ isUnwanted }) => isUnwanted)
      .map((term) => `{title body author tags} : ${phraseOf(term, wordsFrom)}`),
    ...(isInTrash ? [] : [`facets : ${facetOf.trash}`]),
  ]
  return [wanted.map(bracketed).join(' AND '), ...unwanted.map(bracketed)].join(' NOT ')
}

const bracketed = (expression: string): string => `(${expression})`

/** Beginnings of so many letters are in the index as such. */
const LENGTHS_INDEXED: ReadonlySet<number> = new Set([2, 3])

/**
 * Tokens in a row. Of grams at an open end only those of full length are known; fewer letters begin one. A longer beginning is asked as
 * the words that begin so: SQLite would read all that have one of them before it gives the newest.
 */
function phraseOf(
  { runs, isOpen }: SearchTerm,
  wordsFrom: WordsFrom,
  tokenOf: (token: string) => string = (token) => token,
): string {
  const last = runs.length - 1
  const tokens = runs
    .flatMap((run, index) => (index === last && isOpen ? openTokens(run) : runTokens(run)))
    .map(tokenOf)
  const phrase = `"${tokens.join(' ')}"`
  const [before, beginning] = [tokens.slice(0, -1), tokens.at(-1)]
  const end = runs[last]
  const isPrefix = isOpen && end !== undefined && (end.kind === 'word' || Array.from(end.text).length < 3)
  if (!isPrefix || beginning === undefined) return phrase
  const words = LENGTHS_INDEXED.has(Array.from(beginning).length) ? null : wordsFrom(beginning)
  if (words === null) return `${phrase} *`
  if (words.length === 0) return phrase
  return `(${words.map((word) => `"${[...before, word].join(' ')}"`).join(' OR ')})`
}

function openTokens(run: SearchRun): string[] {
  const tokens = runTokens(run)
  return run.kind === 'word' ? tokens : tokens.slice(0, Math.max(1, tokens.length - 2))
}
