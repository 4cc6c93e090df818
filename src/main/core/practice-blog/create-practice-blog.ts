import { Hono } from 'hono'
import type { Clock, Fetch, Random } from '../ports.ts'
import { newApplicationPassword } from './application-password.ts'
import { addAutosavesRoutes } from './autosaves-routes.ts'
import { addCommentsRoutes } from './comments-routes.ts'
import { embassyState } from './fixtures/embassy-state.ts'
import { bringBack, SAMPLE_COUNT, samplesHere, takeOff, untouchedSamples } from './fixtures/sample-posts.ts'
import { addIndexRoutes } from './index-routes.ts'
import { readerSays } from './reader-says.ts'
import { addLanguagesRoute } from './languages.ts'
import { addMediaRoutes } from './media-routes.ts'
import { peopleOf } from './people.ts'
import { addPostsRoutes } from './posts-routes.ts'
import { emptyState, type PracticeLanguage, type PracticeState, type PracticeUserName } from './practice-state.ts'
import { openSite, type PracticeSite, type PracticeStore, publishDuePosts } from './practice-site.ts'
import { addPublicPages } from './public-pages.ts'
import { RestError } from './rest-error.ts'
import { errorResponse } from './rest-route.ts'
import type { Role } from './roles.ts'
import { gmtOf } from './site-time.ts'
import { addTermsRoutes } from './terms-routes.ts'
import { addUsersRoutes } from './users-routes.ts'

export type { PracticeStore } from './practice-site.ts'

export interface PracticeAccount {
  id: number
  userName: PracticeUserName
  displayName: string
  role: Role
  /** With the spaces WordPress shows. Lasts as long as the store, until it is revoked. */
  applicationPassword: string
}

export interface PracticeBlog {
  /** Answers for `origin` as WordPress 7.1 would, and rejects for every other origin. Redirects are never followed. */
  fetch: Fetch
  accounts: Record<PracticeUserName, PracticeAccount>
  samples: PracticeSamples
  /** A reader says something under a post; nothing happens where the post is not there. */
  readerSays(comment: { postId: number; name: string; text: string }): void
}

/** The posts that came with the blog. */
export interface PracticeSamples {
  readonly ofAll: number
  /** By their numbers, whatever became of them. */
  listHere(): number[]
  /** By their numbers: those in which nothing was changed or said. */
  listUntouched(): number[]
  /** For good, with what was said under them. */
  takeOff(postIds: readonly number[]): void
  /** Those that are missing, under new numbers. Returns how many. */
  bringBack(): number
}

export interface PracticeBlogOptions {
  store: PracticeStore
  clock: Clock
  random: Random
  /** Without a slash at the end, such as `https://practice.attache.invalid`. */
  origin: string
  /** Overrides, also of an older store; `you` is an editor. */
  roles?: Partial<Record<PracticeUserName, Role>>
  /** What a new store starts with; `embassy` by default. */
  contents?: 'embassy' | 'empty'
  /** As of a site with Polylang Pro, the default first; by default it has none. */
  languages?: readonly PracticeLanguage[]
  /** IANA zone; by default the one of the embassy. */
  zone?: string
}

/**
 * A WordPress-compatible blog that lives in this process and on which nothing is public: one `fetch` for the same adapter
 * that talks to real sites. Its model is WordPress 7.1 with pretty permalinks; test/contract compares the two.
 * Throws `database` when the store holds something that is not a practice blog.
 */
export function createPracticeBlog(options: PracticeBlogOptions): PracticeBlog {
  const { clock, random, origin } = options
  const initialState = (): PracticeState => {
    const now = clock.now()
    const people = peopleOf(gmtOf(now))
    return options.contents === 'empty' ? { ...emptyState(), users: people } : embassyState(people, now, origin)
  }
  const site = openSite({
    store: options.store,
    clock,
    random,
    origin,
    languages: options.languages ?? [],
    zone: options.zone ?? 'Asia/Ho_Chi_Minh',
    name: 'The Open Gate',
    description: 'Notes from the embassies of Velmark in Hanoi and Tunis',
    initialState,
  })
  settleAccounts(site, options.roles ?? {})
  const app = createApp(site)
  return {
    fetch: (input, init) => answer(app, site, new Request(input, init)),
    accounts: accountsOf(site),
    samples: samplesOf(site),
    readerSays(comment) {
      readerSays(site, comment)
      site.commit()
    },
  }
}

function samplesOf(site: PracticeSite): PracticeSamples {
  return {
    ofAll: SAMPLE_COUNT,
    listHere: () => samplesHere(site.state),
    listUntouched: () => untouchedSamples(site.state),
    takeOff(postIds) {
      takeOff(site.state, new Set(postIds), site.origin)
      site.commit()
    },
    bringBack() {
      const brought = bringBack(site.state, site.now(), site.origin)
      site.commit()
      return brought
    },
  }
}

/** Gives a password also where one was revoked: a start of the app signs everybody in again. */
function settleAccounts(site: PracticeSite, roles: NonNullable<PracticeBlogOptions['roles']>): void {
  for (const user of site.state.users) {
    user.role = roles[user.userName] ?? user.role
    user.applicationPassword ??= newApplicationPassword(site.random, site.nowGmt())
  }
  site.commit()
}

function accountsOf(site: PracticeSite): PracticeBlog['accounts'] {
  const account = (userName: PracticeUserName): PracticeAccount => {
    const user = site.state.users.find((candidate) => candidate.userName === userName)
    if (!user?.applicationPassword) throw new Error(`the practice blog has no account ${userName}`)
    const { id, displayName, role } = user
    return { id, userName, displayName, role, applicationPassword: user.applicationPassword.password }
  }
  return {
    you: account('you'),
    administrator: account('administrator'),
    editor: account('editor'),
    author: account('author'),
    contributor: account('contributor'),
  }
}

function createApp(site: PracticeSite): Hono {
  const app = new Hono()
  addIndexRoutes(app, site)
  addPostsRoutes(app, site)
  addAutosavesRoutes(app, site)
  addCommentsRoutes(app, site)
  addMediaRoutes(app, site)
  addTermsRoutes(app, site)
  addUsersRoutes(app, site)
  addLanguagesRoute(app, site)
  app.all('/wp-json/*', () => {
    const message = 'No route was found matching the URL and request method.'
    return errorResponse(new RestError(404, 'rest_no_route', message), site.origin)
  })
  addPublicPages(app, site)
  app.onError(() =>
    errorResponse(new RestError(500, 'internal_server_error', 'There has been a critical error.'), site.origin),
  )
  return app
}

/** `?rest_route=/wp/v2/posts` is `/wp-json/wp/v2/posts`, and `X-HTTP-Method-Override` turns a POST into another method. */
function asRouted(request: Request): Request {
  const url = new URL(request.url)
  const route = url.searchParams.get('rest_route')
  if (route !== null) {
    url.searchParams.delete('rest_route')
    url.pathname = `/wp-json${route}`
  }
  const override = request.method === 'POST' ? request.headers.get('X-HTTP-Method-Override') : null
  if (route === null && override === null) return request
  return new Request(new Request(url, request), { method: (override ?? request.method).toUpperCase() })
}

async function answer(app: Hono, site: PracticeSite, request: Request): Promise<Response> {
  if (new URL(request.url).origin !== site.origin) throw new TypeError('fetch failed: not the practice blog')
  request.signal.throwIfAborted()
  publishDuePosts(site)
  const response = await app.fetch(asRouted(request))
  response.headers.set('date', site.now().toUTCString())
  // A response made by hand has no address; callers that compare it with what they asked for need one.
  return Object.defineProperty(response, 'url', { value: request.url })
}
