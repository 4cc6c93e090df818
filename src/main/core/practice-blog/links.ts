import type { PracticeMedia, PracticePost } from './practice-state.ts'
import type { PracticeSite } from './practice-site.ts'
import { localOf } from './site-time.ts'

/** Links of a REST answer: every relation is a list of objects with an `href`. */
export type RestLinks = Record<string, Record<string, unknown>[]>

export const CURIES = [{ name: 'wp', href: 'https://api.w.org/{rel}', templated: true }]

export const restUrl = (site: PracticeSite, path: string): string => `${site.origin}/wp-json/wp/v2/${path}`

export const datePath = (site: PracticeSite, post: PracticePost): string =>
  localOf(post.dateGmt ?? post.modifiedGmt, site.zone)
    .slice(0, 10)
    .replaceAll('-', '/')

/** Where readers find the post: `/2026/11/21/slug/` once it is out, `/?p=ID` before. A page: `/slug-of-parent/slug/`, or `/?page_id=ID`. */
export const postLink = (site: PracticeSite, post: PracticePost): string =>
  post.status === 'publish' || post.status === 'private'
    ? `${site.origin}/${pathOf(site, post)}/`
    : `${site.origin}/?${post.page ? 'page_id' : 'p'}=${post.id}`

function pathOf(site: PracticeSite, post: PracticePost): string {
  if (!post.page) return `${datePath(site, post)}/${post.slug}`
  const { parentId } = post.page
  const parent = site.state.posts.find(({ id, page }) => id === parentId && id !== post.id && page)
  return parent ? `${pathOf(site, parent)}/${post.slug}` : post.slug
}

export const mediaUrlOf = (origin: string, path: string): string => `${origin}/wp-content/uploads/${path}`

export const mediaUrl = (site: PracticeSite, media: PracticeMedia): string => mediaUrlOf(site.origin, media.path)

/** A quiet grey figure in the page itself: nothing is fetched from an avatar service. */
const AVATAR =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 8 8%22%3E%3Crect width=%228%22 height=%228%22 fill=%22%23ccd%22/%3E%3C/svg%3E'
export const AVATAR_URLS = { '24': AVATAR, '48': AVATAR, '96': AVATAR }
