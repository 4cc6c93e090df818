import type { Device } from './device.ts'
import { Violation } from './violation.ts'
import type { World } from './world.ts'

/**
 * A post counts as gone when it is, and more than a fifth of ten posts and more only once the person said so. Of a post that
 * was on its way they are told by what became of that.
 */
export function nothingVanishesUnasked({ blog, ledger }: World, { name, memory, life }: Device): void {
  const offBlog = new Set(life?.records.postsOffBlog())
  const onBlogBefore = [...memory.remoteIds].filter(([id, remoteId]) => remoteId !== null && !memory.offBlog.has(id))
  const told = new Set(life?.records.entries().flatMap(({ reason, postId }) => (reason === 'gone' ? [postId] : [])))
  const gone = onBlogBefore.filter(([id]) => offBlog.has(id) && !told.has(id))
  for (const id of offBlog) {
    const remoteId = memory.remoteIds.get(id) ?? null
    if (memory.offBlog.has(id) || remoteId === null || ledger.wasMovedByColleague(remoteId)) continue
    const isThere = blog.state.posts.some((post) => post.id === remoteId && post.status !== 'trash')
    if (isThere) throw new Violation('lost', 'I6', `${name}: post ${remoteId} counts as gone, and nobody took it away`)
  }
  memory.offBlog = offBlog
  if (onBlogBefore.length < 10 || gone.length <= onBlogBefore.length / 5) return
  if (!memory.hasConfirmed)
    throw new Violation('lost', 'I4', `${name}: ${gone.length} posts count as gone and nobody was asked`)
  memory.hasConfirmed = false
}
