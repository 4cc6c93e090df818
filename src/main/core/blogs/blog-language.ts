import type { TextDirection } from '../../../shared/content/document.ts'
import { utcIso, type BlogId, type UtcIso } from '../../../shared/domain/ids.ts'
import type { SiteLanguage } from '../blog-api/blog-api.ts'
import type { Desk } from '../store/desk.ts'

interface Learned {
  /** null when the blog did not say. */
  site: SiteLanguage | null
  askedAt: UtcIso
}

const KEY = 'blogLanguages'

const learnedOf = (desk: Desk, blogId: BlogId): Learned | null =>
  (desk.settings.find(KEY) as Record<string, Learned> | null)?.[blogId] ?? null

/** The direction of the blog's own pages: what a paragraph of the other direction has to state. */
export const blogDirection = (desk: Desk, blogId: BlogId): TextDirection =>
  learnedOf(desk, blogId)?.site?.direction ?? 'ltr'

/** What the blog says its pages are written in; null while it has not said. */
export const siteLanguage = (desk: Desk, blogId: BlogId): string | null =>
  learnedOf(desk, blogId)?.site?.language ?? null

const ASK_AGAIN_MS = 7 * 24 * 60 * 60_000
const ASK_THE_SILENT_AGAIN_MS = 60 * 60_000

/** A front page is worth more than it weighs, but not each round: once a week, and each hour where it did not say. */
export function isLanguageDue(desk: Desk, blogId: BlogId, now: Date): boolean {
  const learned = learnedOf(desk, blogId)
  if (learned === null) return true
  const ageMs = Math.abs(now.getTime() - Date.parse(learned.askedAt))
  return ageMs >= (learned.site === null ? ASK_THE_SILENT_AGAIN_MS : ASK_AGAIN_MS)
}

/** Keeps the answer. A blog that once said it and now does not is believed as before. */
export function noteLanguage(desk: Desk, blogId: BlogId, site: SiteLanguage | null, now: Date): void {
  const learned: Learned = { site: site ?? learnedOf(desk, blogId)?.site ?? null, askedAt: utcIso(now) }
  const known = desk.settings.find(KEY) as Record<string, Learned> | null
  desk.aside(() => desk.settings.put(KEY, { ...known, [blogId]: learned }))
}
