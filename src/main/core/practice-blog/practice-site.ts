import type { Clock, Random } from '../ports.ts'
import { type Gmt, type PracticeLanguage, type PracticeState, type PracticeUser, parseState } from './practice-state.ts'
import { gmtOf } from './site-time.ts'
import { uniquePostSlug, slugOf } from './slugs.ts'

/** Where a practice blog keeps itself. `save` must be whole or not at all; what it throws undoes the request. */
export interface PracticeStore {
  load(): string | null
  save(text: string): void
  /** `name` is a file name made of letters, digits, `-`, `_` and one dot. */
  loadMedia(name: string): Uint8Array | null
  saveMedia(name: string, bytes: Uint8Array): void
  /** One that is not there is removed already. */
  removeMedia(name: string): void
}

/** What every route works on: the blog's contents and its surroundings. */
export interface PracticeSite {
  readonly state: PracticeState
  readonly origin: string
  readonly name: string
  readonly description: string
  /** IANA zone. */
  readonly zone: string
  readonly languages: readonly PracticeLanguage[]
  readonly random: Random
  readonly store: PracticeStore
  now(): Date
  nowGmt(): Gmt
  /** Writes the state to the store, or puts it back to what the store has and throws. */
  commit(): void
}

export interface SiteOptions {
  store: PracticeStore
  clock: Clock
  random: Random
  origin: string
  zone: string
  languages: readonly PracticeLanguage[]
  name: string
  description: string
  initialState: () => PracticeState
}

export function openSite(options: SiteOptions): PracticeSite {
  const { store, clock } = options
  let savedText = store.load()
  let state = savedText === null ? options.initialState() : parseState(savedText)
  const site: PracticeSite = {
    get state() {
      return state
    },
    origin: options.origin,
    name: options.name,
    description: options.description,
    zone: options.zone,
    languages: options.languages,
    random: options.random,
    store,
    now: () => clock.now(),
    nowGmt: () => gmtOf(clock.now()),
    commit() {
      const text = JSON.stringify(state)
      if (text === savedText) return
      try {
        store.save(text)
        savedText = text
      } catch (error) {
        state = savedText === null ? options.initialState() : parseState(savedText)
        throw error
      }
    },
  }
  return site
}

/** Scheduled posts whose time has come go live, as WordPress's own clock does it; stored before anybody sees them. */
export function publishDuePosts(site: PracticeSite): void {
  const now = site.nowGmt()
  let isNews = false
  for (const post of site.state.posts) {
    if (post.status !== 'future' || post.dateGmt === null || post.dateGmt > now) continue
    post.status = 'publish'
    post.slug ||= uniquePostSlug(site.state, slugOf(post.title) || String(post.id), post)
    isNews = true
  }
  if (isNews) site.commit()
}

export const findUser = (site: PracticeSite, id: number): PracticeUser | null =>
  site.state.users.find((user) => user.id === id) ?? null
