import type { SearchService } from '../../../shared/contract/services.ts'
import type { SearchQuery } from '../../../shared/contract/inputs.ts'
import type { Settings } from '../../../shared/contract/settings-input.ts'
import {
  MOST_COUNTED,
  type LibraryHit,
  type SearchAnswer,
  type SearchGroup,
  type SearchHit,
  type SearchKind,
} from '../../../shared/domain/search.ts'
import { shelfOf, type PostShelf } from '../../../shared/domain/post-shelf.ts'
import type { BlogId, PostId } from '../../../shared/domain/ids.ts'
import { parseSearch, type ParsedSearch, type SearchTerm } from '../../../shared/search/parse-search.ts'
import { searchRuns } from '../../../shared/search/search-runs.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { Clock, Log } from '../ports.ts'
import { listedState } from '../posts/listed-state.ts'
import type { Desk } from '../store/desk.ts'
import type { FoundItem, SearchDays } from '../store/search-repository.ts'
import { findInLibrary } from './find-in-library.ts'
import { matchExpression } from './match-expression.ts'
import { fillSlice, LONG_SLICE, SHORT_SLICE, type SliceSize } from './search-index.ts'
import { showHit } from './show-hit.ts'
import { rememberWords, type WordsFrom } from './words-from.ts'

const KINDS: readonly SearchKind[] = ['post', 'comment', 'picture']

const NAMES_OFFERED = 50
const TAGS_OFFERED = 300
const byName = new Intl.Collator('en').compare

const AFTER_CHANGE_MS = 200
/** After the last save: somebody who types on does not pay for the index. */
const AFTER_SAVE_MS = 3_000
/** What was asked meanwhile goes first; a longer pause made the index of a first pull take twice as long as its work. */
const BETWEEN_SLICES_MS = 1
const AFTER_FAILURE_MS = 60_000
/** After a page of a pull another is expected for so long. */
const AFTER_PAGE_MS = 100
/**
 * Meanwhile only the gaps are filled that the line leaves: this thread had nothing to do for so long, and a timer of it that comes later than it was
 * set for says that it had. Side by side with a page that is there already, all that came down could be read only half as soon.
 */
const GAP_MS = 20
const LATE_MS = 3

/**
 * Everything that was said on this desk. The index is filled behind what changed, in slices between which saves and calls go
 * first; what is pending survives a crash. Between changes nothing runs.
 */
export function createSearchService(ports: {
  desk: Desk
  clock: Clock
  feed: ChangeFeed
  log: Log
  profile: () => Settings['profile']
  settleEdits: () => void
}): SearchService & {
  /** Begins to fill by itself; without it only `find` does, a slice each time. */
  start(): void
  close(): void
} {
  const { desk, clock, feed, log } = ports
  let cancel: (() => void) | null = null
  let unfollow = (): void => undefined
  const { wordsFrom, forget } = rememberWords(desk)
  /** Whose lists show a number of words that they did not show before. */
  const countedIn = new Set<BlogId>()
  const onCounted = (blogId: BlogId): void => void countedIn.add(blogId)

  /** Whether more is to be done. A disk that is full leaves the index as it was; it never keeps anybody from finding. */
  const fill = (size: SliceSize): 'more' | 'done' | 'failed' => {
    try {
      const count = fillSlice({ ...ports, onCounted }, size)
      if (count > 0) {
        forget()
        feed.emit({ topic: 'search' })
      }
      return count > 0 ? 'more' : 'done'
    } catch (error) {
      log.warn('search-not-filled', { name: error instanceof Error ? error.name : 'unknown' })
      return 'failed'
    }
  }

  const tellCounted = (): void => {
    for (const blogId of countedIn) feed.emit({ topic: 'posts', blogId, postId: null })
    countedIn.clear()
  }

  let dueMs = 0
  let pageMs = Number.NEGATIVE_INFINITY
  const wake = (delayMs: number): void => {
    cancel?.()
    dueMs = clock.elapsedMs() + delayMs
    cancel = clock.after(delayMs, () => {
      cancel = null
      const nowMs = clock.elapsedMs()
      const isPulling = nowMs - pageMs < AFTER_PAGE_MS
      if (isPulling && nowMs - dueMs > LATE_MS) {
        wake(GAP_MS)
        return
      }
      const outcome = fill(isPulling ? SHORT_SLICE : LONG_SLICE)
      if (outcome === 'done') tellCounted()
      if (outcome !== 'done') wake(outcome === 'more' ? BETWEEN_SLICES_MS : AFTER_FAILURE_MS)
    })
  }
  /** What is to be filled waits until the pages that follow each other leave a gap. */
  const notePage = (): void => {
    pageMs = clock.elapsedMs()
    if (cancel === null || dueMs < pageMs + GAP_MS) wake(GAP_MS)
  }

  return {
    start() {
      wake(AFTER_CHANGE_MS)
      unfollow = feed.onChange(({ topic }) => {
        if (topic === 'saved') wake(AFTER_SAVE_MS)
        else if (topic === 'line') notePage()
        else if ((topic === 'posts' || topic === 'comments' || topic === 'settings') && cancel === null)
          wake(AFTER_CHANGE_MS)
      })
    },
    close() {
      unfollow()
      cancel?.()
    },
    find(query) {
      // What was just written is found at once, also while a long pull waits behind it.
      ports.settleEdits()
      fill(SHORT_SLICE)
      return answer(desk, query, wordsFrom)
    },
    authors: () => desk.posts.listAuthorNames(NAMES_OFFERED),
    tags: () =>
      [...new Set([...desk.posts.listTagsInWords(), ...desk.terms.listTagNames()])]
        .toSorted(byName)
        .slice(0, TAGS_OFFERED),
    places() {
      fill(SHORT_SLICE)
      return desk.search.listPlaces(NAMES_OFFERED)
    },
  }
}

interface Search {
  parsed: ParsedSearch
  kinds: readonly SearchKind[]
  blogId: BlogId | null
  language: string | null
  place: string | null
  shelf: PostShelf | null
  days: SearchDays
  limit: number
}

function answer(desk: Desk, query: SearchQuery, wordsFrom: WordsFrom): SearchAnswer {
  const pendingCount = desk.search.countPending()
  const search = understand(desk, query)
  const groups = search === null ? [] : search.kinds.map((kind) => groupOf(desk, search, kind, wordsFrom))
  return {
    groups: groups.filter(({ count }) => count > 0),
    library: search === null ? [] : inLibrary(desk, search),
    pendingCount,
  }
}

/** What only a post has leaves the library out. */
function inLibrary(desk: Desk, search: Search): LibraryHit[] {
  const { parsed, kinds, language, days, limit } = search
  const isAsked = parsed.authors.length > 0 || parsed.terms.some(({ isUnwanted }) => !isUnwanted)
  if (!isAsked || !kinds.includes('picture') || isOfPost(search)) return []
  return findInLibrary(desk, { terms: parsed.terms, authors: parsed.authors, language, days }, limit)
}

const isOfPost = ({ parsed, place, shelf }: Pick<Search, 'parsed' | 'place' | 'shelf'>): boolean =>
  shelf !== null || place !== null || parsed.tags.length > 0 || parsed.places.length > 0

/** null when there is nothing to look for. */
function understand(desk: Desk, { text, filters, limit }: SearchQuery): Search | null {
  const typed = parseSearch(text)
  const parsed = {
    ...typed,
    authors: [...typed.authors, ...(filters.author === null ? [] : [wholeName(filters.author)])],
    tags: [...typed.tags, ...(filters.tag === null ? [] : [wholeName(filters.tag)])],
  }
  const kind = filters.kind ?? parsed.kind
  const shelf = filters.shelf ?? parsed.shelf
  const language = filters.language ?? parsed.language
  const days = { from: filters.from ?? parsed.from, until: filters.until ?? parsed.until }
  const typedBlog = parsed.blog === null ? null : blogCalled(desk, parsed.blog)
  if (typedBlog === undefined) return null
  const { place } = filters
  const isNarrowed = [shelf, place, language, days.from, days.until, typedBlog].some((value) => value !== null)
  const isAsked = parsed.terms.some(({ isUnwanted }) => !isUnwanted)
  const names = [...parsed.authors, ...parsed.tags, ...parsed.places]
  if (!isAsked && !isNarrowed && names.length === 0) return null
  // Comments have neither a state, a tag nor a place; a picture is where its post is.
  const isOfPostOnly = shelf !== null || parsed.tags.length > 0
  const isOfPlace = place !== null || parsed.places.length > 0
  const every = KINDS.filter((each) => each === 'post' || (!isOfPostOnly && (each === 'picture' || !isOfPlace)))
  const kinds = kind === null ? every : [kind]
  return { parsed, kinds, blogId: filters.blogId ?? typedBlog, language, place, shelf, days, limit }
}

const wholeName = (name: string): SearchTerm => ({ runs: searchRuns(name), isOpen: false, isUnwanted: false })

/** undefined when no blog's name has these words. */
function blogCalled(desk: Desk, name: string): BlogId | undefined {
  const spell = (text: string): string =>
    searchRuns(text)
      .map((run) => run.text)
      .join(' ')
  return desk.blogs.listBlogs().find((blog) => spell(blog.name).includes(spell(name)))?.id
}

function groupOf(desk: Desk, search: Search, kind: SearchKind, wordsFrom: WordsFrom): SearchGroup {
  const { parsed, blogId, language, place, shelf, days, limit } = search
  const narrowing = { kind, blogId, language, place, isInTrash: shelf === 'trash' }
  // The state of a post follows from its outbox; the index knows only what is in the trash.
  const isByState = shelf !== null && shelf !== 'trash'
  const isOnShelf = ({ id }: FoundItem): boolean => !isByState || shelfOf(listedState(desk, id as PostId)) === shelf
  const find = (isTitleOnly: boolean): { items: FoundItem[]; count: number } => {
    const found = desk.search.findNewest(matchExpression(parsed, { ...narrowing, isTitleOnly }, wordsFrom), days, {
      limit: isByState ? MOST_COUNTED : limit,
      // What is in the title is counted with the rest.
      most: isByState || !isTitleOnly ? MOST_COUNTED : limit,
    })
    const items = found.items.filter(isOnShelf)
    return { items, count: isByState ? items.length : found.count }
  }

  const newest = find(false)
  const titled = kind === 'post' && parsed.terms.length > 0 ? find(true).items : []
  return {
    kind,
    hits: firstOnes([...titled, ...newest.items], limit).flatMap((item): SearchHit[] => {
      const hit = showHit(desk, item, parsed.terms)
      return hit ? [hit] : []
    }),
    count: newest.count,
  }
}

/** Each once, where it comes first. */
function firstOnes(items: FoundItem[], limit: number): FoundItem[] {
  const byKey = new Map<string, FoundItem>()
  for (const item of items) {
    const key = `${item.id} ${item.number}`
    if (!byKey.has(key)) byKey.set(key, item)
  }
  return [...byKey.values()].slice(0, limit)
}
