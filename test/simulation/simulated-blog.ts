import type { PostsApi } from '../../src/main/core/blog-api/blog-api.ts'
import { createWordpressBlogApi } from '../../src/main/core/blog-api/wordpress/wordpress-blog-api.ts'
import type { Clock, Random } from '../../src/main/core/ports.ts'
import { createPracticeBlog } from '../../src/main/core/practice-blog/create-practice-blog.ts'
import type { PracticeState, PracticeUser, PracticeUserName } from '../../src/main/core/practice-blog/practice-state.ts'
import { memoryPracticeStore } from '../support/memory-practice-store.ts'

export const ORIGIN = 'https://blog.example'

/** The practice blog over a faultless line, with its whole contents in view and in reach. */
export interface SimulatedBlog {
  fetch(input: string, init?: RequestInit): Promise<Response>
  /** As it is now; not to be written to. */
  readonly state: PracticeState
  /** The contents as text, from which `openBlog` makes the same blog again. */
  readonly text: string
  /** Changes what no request could: passwords, roles, what a plugin does to a comment. */
  change(edit: (state: PracticeState) => void): void
  user(userName: PracticeUserName): PracticeUser
  password(userName: PracticeUserName): string
  as(userName: PracticeUserName): PostsApi
  /** A request of the administrator's, for what BlogApi has no words for. Returns the id of what it made or changed. */
  administer(path: string, json: Record<string, unknown>, method?: 'POST' | 'DELETE'): Promise<number>
  /** A plugin rewrites the text of each post that a laptop saves. */
  isRewriting: boolean
}

export function openBlog(ports: {
  clock: Clock
  random: Random
  text: string | null
  pageSize?: number | null
}): SimulatedBlog {
  const { pageSize = null } = ports
  const store = memoryPracticeStore()
  store.text = ports.text
  const open = () =>
    createPracticeBlog({ store, clock: ports.clock, random: ports.random, origin: ORIGIN, contents: 'empty' })
  let practice = open()
  let read: { text: string; state: PracticeState } | null = null

  const blog: SimulatedBlog = {
    isRewriting: false,
    fetch: (input, init) =>
      practice.fetch(
        pageSize === null ? input : withPageSize(input, pageSize),
        blog.isRewriting ? rewritten(init) : init,
      ),
    get text() {
      return store.text ?? ''
    },
    get state() {
      if (read?.text !== blog.text) read = { text: blog.text, state: JSON.parse(blog.text) as PracticeState }
      return read.state
    },
    change(edit) {
      const state = JSON.parse(blog.text) as PracticeState
      edit(state)
      store.text = JSON.stringify(state)
      practice = open()
    },
    user(userName) {
      const user = blog.state.users.find((candidate) => candidate.userName === userName)
      if (!user) throw new Error(`nobody is called ${userName}`)
      return user
    },
    password: (userName) => blog.user(userName).applicationPassword?.password ?? '',
    as: (userName) =>
      createWordpressBlogApi({
        connection: {
          url: `${ORIGIN}/`,
          restRoot: `${ORIGIN}/wp-json/`,
          userName,
          applicationPassword: blog.password(userName),
        },
        fetch: blog.fetch,
      }).ofKind('post'),
    async administer(path, json, method = 'POST') {
      const authorization = `Basic ${btoa(`administrator:${blog.password('administrator')}`)}`
      const answer = await blog.fetch(`${ORIGIN}/wp-json/wp/v2/${path}`, {
        method,
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify(json),
      })
      if (!answer.ok) throw new Error(`the administrator was refused: ${answer.status} ${await answer.text()}`)
      return ((await answer.json()) as { id: number }).id
    },
  }
  return blog
}

/** As a filter on `content_save_pre` would. */
function rewritten(init: RequestInit = {}): RequestInit {
  const { body } = init
  return typeof body === 'string' ? { ...init, body: body.replaceAll('about the river', 'about the tide') } : init
}

/** What is looked up by its name comes whole all the same. */
const withPageSize = (input: string, pageSize: number): string =>
  /[?&]slug=/.test(input) ? input : input.replace('per_page=100', `per_page=${pageSize}`)
