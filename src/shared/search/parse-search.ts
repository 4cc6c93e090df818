import type { PostShelf } from '../domain/post-shelf.ts'
import type { SearchKind } from '../domain/search.ts'
import { searchRuns, type SearchRun } from './search-runs.ts'

/** One thing that must occur: a word, or words in a row. */
export interface SearchTerm {
  runs: SearchRun[]
  /** The last run may go on: `vis` finds visa. */
  isOpen: boolean
  isUnwanted: boolean
}

/** What somebody typed, understood as far as it goes; whatever is not understood is words. */
export interface ParsedSearch {
  terms: SearchTerm[]
  authors: SearchTerm[]
  tags: SearchTerm[]
  /** Of where a post was written from. */
  places: SearchTerm[]
  language: string | null
  shelf: PostShelf | null
  kind: SearchKind | null
  /** Part of a blog's name, folded by whoever compares. */
  blog: string | null
  /** Days, `2026-03-01`, both included. */
  from: string | null
  until: string | null
}

const PIECE = /(-?)(?:(\p{L}+):)?(?:["“”„«»]([^"“”„«»]*)(?:["“”„«»]|$)|(\S+))/gu
const MOST_TERMS = 12
const MOST_RUNS = 40
const LONGEST = 500

/**
 * Words, "words in a row", -unwanted, and `name:value`: author, tag, place, language, is, kind, blog, after, before, on. Never throws, and a
 * value that fits nothing is looked for as it stands.
 */
export function parseSearch(text: string): ParsedSearch {
  const parsed: ParsedSearch = {
    terms: [],
    authors: [],
    tags: [],
    places: [],
    language: null,
    shelf: null,
    kind: null,
    blog: null,
    from: null,
    until: null,
  }
  for (const [whole, minus, name, quoted, plain] of text.slice(0, LONGEST).matchAll(PIECE)) {
    const value = quoted ?? plain ?? ''
    if (name !== undefined && takeFilter(parsed, name.toLowerCase(), value)) continue
    const runs = searchRuns(name === undefined ? value : whole).slice(0, MOST_RUNS)
    if (runs.length === 0 || parsed.terms.length === MOST_TERMS) continue
    parsed.terms.push({ runs, isOpen: quoted === undefined && mayGoOn(runs), isUnwanted: minus === '-' })
  }
  return parsed
}

/** One letter alone begins too many words to be worth finding. */
function mayGoOn(runs: SearchRun[]): boolean {
  const last = runs.at(-1)
  return last !== undefined && (last.kind === 'grams' || runs.length > 1 || last.text.length > 1)
}

function takeFilter(parsed: ParsedSearch, name: string, value: string): boolean {
  switch (name) {
    case 'author':
    case 'by':
      return takeName(parsed.authors, value)
    case 'tag':
      return takeName(parsed.tags, value)
    case 'place':
      return takeName(parsed.places, value)
    case 'language':
    case 'lang':
      if (!/^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(value)) return false
      parsed.language = value
      return true
    case 'is':
    case 'state': {
      const shelf = SHELVES.get(value.toLowerCase())
      if (shelf === undefined) return false
      parsed.shelf = shelf
      return true
    }
    case 'kind': {
      const kind = KINDS.get(value.toLowerCase())
      if (kind === undefined) return false
      parsed.kind = kind
      return true
    }
    case 'blog':
      if (value.trim() === '') return false
      parsed.blog = value
      return true
    case 'after':
    case 'before':
    case 'on':
      return takeDays(parsed, name, value)
    default:
      return false
  }
}

function takeName(names: SearchTerm[], value: string): boolean {
  const runs = searchRuns(value).slice(0, MOST_RUNS)
  if (runs.length === 0) return false
  names.push({ runs, isOpen: true, isUnwanted: false })
  return true
}

/** `2026`, `2026-03` or `2026-03-21`. */
function takeDays(parsed: ParsedSearch, name: 'after' | 'before' | 'on', value: string): boolean {
  const [, year, month, day] = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(value) ?? []
  if (year === undefined) return false
  const first = dayOf(Number(year), Number(month ?? 1), Number(day ?? 1))
  const last = day !== undefined ? first : dayOf(Number(year), month === undefined ? 13 : Number(month) + 1, 0)
  if (first === null || last === null) return false
  if (name !== 'before') parsed.from = first
  if (name === 'before') parsed.until = dayBefore(first)
  if (name === 'on') parsed.until = last
  return true
}

/** Day 0 is the last of the month before. */
function dayOf(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 13 || day > 31) return null
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}

const dayBefore = (day: string): string => new Date(Date.parse(day) - 24 * 3_600_000).toISOString().slice(0, 10)

const SHELVES = new Map<string, PostShelf>([
  ['draft', 'drafts'],
  ['drafts', 'drafts'],
  ['waits', 'waits'],
  ['waiting', 'waits'],
  ['needs-you', 'needs-you'],
  ['published', 'on-the-blog'],
  ['on-the-blog', 'on-the-blog'],
  ['trash', 'trash'],
  ['trashed', 'trash'],
])
const KINDS = new Map<string, SearchKind>([
  ['post', 'post'],
  ['posts', 'post'],
  ['comment', 'comment'],
  ['comments', 'comment'],
  ['picture', 'picture'],
  ['pictures', 'picture'],
])
