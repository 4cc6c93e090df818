import { createManualClock, type ManualClock } from '../fakes/manual-clock.ts'
import type { Random } from '../../src/main/core/ports.ts'
import {
  createPracticeBlog,
  type PracticeBlog,
  type PracticeBlogOptions,
} from '../../src/main/core/practice-blog/create-practice-blog.ts'
import { type MemoryPracticeStore, memoryPracticeStore } from './memory-practice-store.ts'

export const PRACTICE_ORIGIN = 'https://practice.attache.invalid'

type UserName = keyof PracticeBlog['accounts']
type Json = Record<string, unknown>

export interface OpenPracticeBlog extends PracticeBlog {
  clock: ManualClock
  store: MemoryPracticeStore
  /** A page as a reader gets it. */
  page(path: string): Promise<{ status: number; html: string }>
  /** A REST call below `/wp-json/wp/v2/` as one of the accounts; `json` makes it a POST. */
  rest(userName: UserName, path: string, json?: Json): Promise<{ status: number; json: Json }>
  visitorComment(form: { postId: number; name: string; text: string; parentId?: number }): Promise<Response>
}

/** Every call of `bytes` differs from the one before, and every run is the same. */
export function countingRandom(): Random {
  let next = 0
  return {
    bytes: (count) => Uint8Array.from({ length: count }, () => (next = (next * 73 + 41) % 251)),
    fraction: () => 0.5,
  }
}

/** The practice blog without a network, with a clock that the test moves. */
export function openPracticeBlog(
  options: Partial<PracticeBlogOptions> & { store?: MemoryPracticeStore } = {},
): OpenPracticeBlog {
  const clock = createManualClock()
  const store = options.store ?? memoryPracticeStore()
  const blog = createPracticeBlog({ clock, random: countingRandom(), origin: PRACTICE_ORIGIN, ...options, store })
  return {
    ...blog,
    clock,
    store,
    async page(path) {
      const answer = await blog.fetch(PRACTICE_ORIGIN + path)
      return { status: answer.status, html: await answer.text() }
    },
    async rest(userName, path, json) {
      const { applicationPassword } = blog.accounts[userName]
      const headers = {
        Authorization: `Basic ${Buffer.from(`${userName}:${applicationPassword}`).toString('base64')}`,
        'Content-Type': 'application/json',
      }
      const sent = json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) }
      const answer = await blog.fetch(`${PRACTICE_ORIGIN}/wp-json/wp/v2/${path}`, { headers, ...sent })
      return { status: answer.status, json: (await answer.json()) as Json }
    },
    visitorComment({ postId, name, text, parentId = 0 }) {
      const body = new URLSearchParams({
        comment_post_ID: String(postId),
        comment_parent: String(parentId),
        author: name,
        email: `${encodeURIComponent(name)}@example.org`,
        comment: text,
      })
      return blog.fetch(`${PRACTICE_ORIGIN}/wp-comments-post.php`, { method: 'POST', body })
    },
  }
}
