import type { BlogsService, DiscoveredBlog } from '../../../shared/contract/services.ts'
import type { Blog } from '../../../shared/domain/blog.ts'
import { utcIso, type BlogId } from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import { discoverBlog } from '../blog-api/wordpress/discover.ts'
import { createWordpressBlogApi } from '../blog-api/wordpress/wordpress-blog-api.ts'
import type { ChangeFeed } from '../change-feed.ts'
import { newId, newToken } from '../new-id.ts'
import { refuseBlog } from '../policy/refuse-by-policy.ts'
import type { Clock, Log, Random, SecretStore } from '../ports.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import { approvalUrlFor, createPendingApprovals } from './pending-approvals.ts'
import { blogFacts, seesMore } from './blog-facts.ts'
import type { BlogLines, PracticeLine } from './blog-lines.ts'
import { createRevocations, type Revocations } from './revocations.ts'
import { toBlog } from './to-blog.ts'

interface Account {
  address: string
  userName: string
  applicationPassword: string
}

export function createBlogsService(ports: {
  desk: Desk
  clock: Clock
  random: Random
  feed: ChangeFeed
  secrets: SecretStore
  lines: BlogLines
  log: Log
  practice: () => PracticeLine
  /** Called once a blog is signed in that was not here before. */
  onNewBlog: (blogId: BlogId) => void
  /** Called once a blog is signed in, to start the first pull, or signed out, to stop. */
  onAccountChanged: (blogId: BlogId) => void
}): BlogsService & Pick<Revocations, 'start' | 'close'> {
  const { desk, clock, random, feed, secrets, lines, practice, onNewBlog, onAccountChanged } = ports
  const revocations = createRevocations(ports)
  const approvals = createPendingApprovals(clock)

  const connectAs = async (kind: StoredBlog['kind'], account: Account): Promise<Blog> => {
    const fetch = lines.fetchFor(kind)
    const description = await discoverBlog({ address: account.address, fetch })
    if (kind === 'wordpress') refuseBlog(desk, description.url)
    const applicationPassword = account.applicationPassword.trim()
    const api = createWordpressBlogApi({
      connection: { ...description, userName: account.userName, applicationPassword },
      fetch,
    })
    const user = await api.whoAmI()
    const known =
      desk.blogs.findBlogByAccount({
        url: description.url,
        userName: user.userName,
        remoteUserId: user.remoteId,
      }) ?? handedOverSite(description.url)
    const blog: StoredBlog = {
      id: known?.id ?? newId<BlogId>(random),
      kind,
      url: description.url,
      restRoot: description.restRoot,
      userName: user.userName,
      ...blogFacts(description, user),
      isSignedIn: true,
      postsCursor: known?.postsCursor ?? null,
      pagesCursor: known?.pagesCursor ?? null,
      commentsCursor: known?.commentsCursor ?? null,
      termsPulledAt: known?.termsPulledAt ?? null,
      lastSyncedAt: known?.lastSyncedAt ?? null,
    }
    if (known) await revocations.beforeSignIn(known.id, applicationPassword)
    if (kind === 'wordpress') await secrets.put(blog.id, applicationPassword)
    desk.transaction(() => {
      desk.blogs.putBlog(blog)
      // It has just answered; one that was known is not asked afresh, because what waits may have waited for long.
      if (!known) desk.arrivals.setSeenOpen(blog.id, utcIso(clock.now()))
      if (known && seesMore(blog, known)) {
        desk.blogs.setCursors(blog.id, { postsCursor: null, pagesCursor: null, commentsCursor: null })
        for (const list of ['posts', 'pages', 'comments'] as const) desk.pulls.removePosition(blog.id, list)
      }
      for (const entry of desk.outbox.listOpen(blog.id)) {
        if (entry.state === 'needs-sign-in') desk.outbox.moveEntry(entry.id, 'ready', { reason: null })
      }
    })
    if (!known) onNewBlog(blog.id)
    feed.emit({ topic: 'blogs' })
    feed.emit({ topic: 'outbox', blogId: blog.id })
    feed.emit({ topic: 'comments', blogId: blog.id })
    // Whose posts wait for this person depends on what the account may do.
    feed.emit({ topic: 'posts', blogId: blog.id, postId: null })
    onAccountChanged(blog.id)
    return toBlog(blog)
  }

  /** A site that came in a handover file becomes the account's that is the first to sign in to it. */
  const handedOverSite = (url: string): StoredBlog | null => {
    const id = desk.handovers.findBlogWithoutAccount(url)
    return id && desk.blogs.getBlog(id)
  }

  return {
    list: () => desk.blogs.listBlogs().map(toBlog),
    async discover(address) {
      const { name, url, approvalUrl } = await discoverBlog({ address, fetch: lines.fetchFor('wordpress') })
      refuseBlog(desk, url)
      return { name, url, approvalUrl } satisfies DiscoveredBlog
    },
    connect: (account) => connectAs('wordpress', account),
    async startApproval({ address, returnUrl }) {
      const blog = await discoverBlog({ address, fetch: lines.fetchFor('wordpress') })
      refuseBlog(desk, blog.url)
      if (blog.approvalUrl === null)
        throw new AppError({ kind: 'not-the-blog', why: 'application-passwords-off', host: new URL(blog.url).host })
      const state = newToken(random)
      approvals.begin(state, blog.url)
      return { approvalUrl: approvalUrlFor(blog.approvalUrl, { appId: newId(random), state, returnUrl }) }
    },
    completeApproval({ state, siteUrl, userName, applicationPassword }) {
      const address = approvals.finish(state, siteUrl)
      return connectAs('wordpress', { address, userName, applicationPassword })
    },
    connectPractice() {
      const { url, userName, applicationPassword } = practice()
      return connectAs('practice', { address: url, userName, applicationPassword })
    },
    ...revocations,
    async signOut({ blogId, revoke }) {
      const blog = desk.blogs.getBlog(blogId)
      desk.blogs.setSignedIn(blogId, false)
      // First of all nothing further leaves, also when the key store then fails.
      onAccountChanged(blogId)
      feed.emit({ topic: 'blogs' })
      // The practice blog has one account, which this desk needs to practise again.
      if (revoke && blog.kind === 'wordpress') return revocations.revoke(blogId)
      await secrets.remove(blog.id)
      return 'kept'
    },
    terms: (blogId) => desk.terms.listTerms(blogId),
  }
}
