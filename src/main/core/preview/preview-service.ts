import type { PreviewService, SiteStyle } from '../../../shared/contract/services.ts'
import { utcIso, type BlogId } from '../../../shared/domain/ids.ts'
import type { BlogLines } from '../blogs/blog-lines.ts'
import type { Clock } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import { fetchSiteStyle } from './site-style.ts'

/** A theme changes rarely, and the person may pay for the line. */
const RENEWED_AFTER_MS = 24 * 3_600_000

/** How a post looks on its site: the theme's styles, kept on this laptop. */
export function createPreviewService(ports: {
  desk: Desk
  lines: BlogLines
  clock: Clock
  isLineCostly: () => boolean
}): PreviewService & { close(): void } {
  const { desk, lines, clock } = ports
  const abort = new AbortController()
  const keyOf = (blogId: BlogId): string => `siteStyle ${blogId}`
  const siteStyle = (blogId: BlogId): SiteStyle | null => desk.settings.find(keyOf(blogId)) as SiteStyle | null

  return {
    siteStyle,
    async renewSiteStyle(blogId, { isAsked }) {
      const blog = desk.blogs.getBlog(blogId)
      const kept = siteStyle(blogId)
      const isFresh = kept !== null && clock.now().getTime() - Date.parse(kept.fetchedAt) < RENEWED_AFTER_MS
      if (isFresh || !blog.isSignedIn || (!isAsked && ports.isLineCostly())) return kept
      const fetched = await fetchSiteStyle(blog.url, { fetch: lines.fetchFor(blog.kind), clock, signal: abort.signal })
      if (fetched === null || abort.signal.aborted) return kept
      const renewed = { ...fetched, fetchedAt: utcIso(clock.now()) }
      desk.settings.put(keyOf(blogId), renewed)
      return renewed
    },
    close: () => abort.abort(),
  }
}
