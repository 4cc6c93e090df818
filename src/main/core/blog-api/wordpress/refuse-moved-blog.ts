import { isAppError } from '../../../../shared/errors.ts'
import type { Fetch } from '../../ports.ts'
import type { Answer } from './answer-errors.ts'
import { mayLead, notTheBlog } from './blog-address.ts'
import { findLinkedRoot } from './discover.ts'
import { exchange } from './http.ts'
import { readIndex } from './read-index.ts'

/**
 * A blog that has moved to another host is told apart from a network's sign-in page by asking there, without the password
 * and once. Throws `redirected` when a WordPress answers; otherwise the answer is left to be judged by itself.
 */
export async function refuseMovedBlog(answer: Answer, options: { fetch: Fetch; timeoutMs?: number }): Promise<void> {
  if (answer.status < 300 || answer.status >= 400) return
  const target = URL.parse(answer.headers.get('location') ?? '', answer.url)
  const from = new URL(answer.url)
  if (!target || target.host === from.host || !mayLead(from, target)) return
  try {
    const there = await exchange({ method: 'GET', url: target.href }, options)
    if (findLinkedRoot(there) === null) readIndex(there, target.href)
  } catch (error) {
    if (isAppError(error)) return
    throw error
  }
  throw notTheBlog('redirected', target.host)
}
