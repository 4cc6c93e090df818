import type { BlogsService } from '../../../shared/contract/services.ts'
import { utcIso, type BlogId } from '../../../shared/domain/ids.ts'
import { isAppError } from '../../../shared/errors.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { Clock, Log, SecretStore } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import type { BlogLines } from './blog-lines.ts'

const AGAIN_AFTER_MS = 5 * 60_000

/**
 * Takes this laptop's application password back on the blog. Without a line the password is kept, for nothing else, and it is tried again
 * until it is done; where only a person can do it, it is said until they did.
 */
export interface Revocations extends Pick<BlogsService, 'revocations' | 'retryRevocation' | 'noteRevoked'> {
  /** Of a blog that is signed out by now. */
  revoke(blogId: BlogId): Promise<Awaited<ReturnType<BlogsService['signOut']>>>
  /** Somebody signs in again: call before the new password takes the place of the old one. */
  beforeSignIn(blogId: BlogId, applicationPassword: string): Promise<void>
  start(): void
  close(): void
}

export function createRevocations({
  desk,
  clock,
  log,
  feed,
  secrets,
  lines,
}: {
  desk: Desk
  clock: Clock
  log: Log
  feed: ChangeFeed
  secrets: SecretStore
  lines: BlogLines
}): Revocations {
  const closing = new AbortController()
  let cancel: (() => void) | null = null

  async function attempt(blogId: BlogId): Promise<'revoked' | 'later' | 'by-hand'> {
    const pending = desk.revocations.find(blogId)
    const blog = desk.blogs.getBlog(blogId)
    if (!pending) return 'revoked'
    if (pending.isByHand || blog.isSignedIn) return 'by-hand'
    try {
      const api = await lines.open(blog, closing.signal)
      await api.revokeOwnPassword()
    } catch (error) {
      const kind = isAppError(error) ? error.data.kind : 'internal'
      log.warn('revocation.failed', { kind })
      // It no longer holds: somebody took it back, or an answer to an earlier try was lost.
      if (kind !== 'unauthorized') {
        const isByHand = kind === 'blog-needs-sign-in' || kind === 'not-found' || kind === 'forbidden'
        if (isByHand) desk.revocations.put({ ...pending, isByHand })
        feed.emit({ topic: 'blogs' })
        return isByHand ? 'by-hand' : 'later'
      }
    }
    // Whoever signed in again meanwhile has another password, which stays.
    if (!desk.blogs.getBlog(blogId).isSignedIn) await secrets.remove(blogId)
    desk.revocations.remove(blogId)
    feed.emit({ topic: 'blogs' })
    return 'revoked'
  }

  async function tryAll(): Promise<void> {
    for (const { blogId, isByHand } of desk.revocations.listAll()) if (!isByHand) await attempt(blogId)
  }

  function again(): void {
    cancel = clock.after(AGAIN_AFTER_MS, again)
    tryAll().catch((error: unknown) =>
      log.error('revocation.broke-off', { name: error instanceof Error ? error.name : 'unknown' }),
    )
  }

  return {
    async revoke(blogId) {
      desk.revocations.put({ blogId, askedAt: utcIso(clock.now()), isByHand: false })
      return attempt(blogId)
    },
    async beforeSignIn(blogId, applicationPassword) {
      const pending = desk.revocations.find(blogId)
      if (!pending) return
      // The very password comes back into use: nothing is to be taken back any more.
      if ((await secrets.find(blogId)) === applicationPassword) desk.revocations.remove(blogId)
      else desk.revocations.put({ ...pending, isByHand: true })
    },
    revocations: () =>
      desk.revocations.listAll().map(({ blogId, askedAt, isByHand }) => {
        const { name, url, userName } = desk.blogs.getBlog(blogId)
        return {
          blogId,
          blogName: name,
          userName,
          askedAt,
          isByHand,
          profileUrl: new URL('wp-admin/profile.php', url).href,
        }
      }),
    retryRevocation: (blogId) => attempt(blogId),
    async noteRevoked(blogId) {
      desk.revocations.remove(blogId)
      if (!desk.blogs.getBlog(blogId).isSignedIn) await secrets.remove(blogId)
      feed.emit({ topic: 'blogs' })
    },
    start: again,
    close() {
      cancel?.()
      closing.abort()
    },
  }
}
