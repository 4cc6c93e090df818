import { dayAtBlog, type CivilDay } from '../../../../shared/blog-day.ts'
import { shelfOf, type PostShelf } from '../../../../shared/domain/post-shelf.ts'
import type { PostKind, PostSummary } from '../../../../shared/domain/post.ts'
import { isBestBit, type BestBits } from '../../../../shared/tags/best-bits.ts'

export type PostFilterName = 'all' | 'best-bits' | PostShelf

/** What the list shows: posts, pages or both, of a state, with a tag, of a year (`2026`) and of one of its months (`11`); null is any. */
export interface Narrowing {
  filter: PostFilterName
  kind: PostKind | 'any'
  /** What the best bits are. */
  best: BestBits | null
  tag: string | null
  year: string | null
  month: string | null
}

type ListedPost = Pick<PostSummary, 'kind' | 'state' | 'tags' | 'isSticky' | 'publishedAt' | 'editedAt'>

/** What is in the trash shows only when asked for. */
function isShownBy({ filter, best }: Narrowing, post: ListedPost): boolean {
  const { state } = post
  if (filter === 'best-bits') return state !== 'in-trash' && best !== null && isBestBit(best, post)
  return filter === 'all' ? state !== 'in-trash' : shelfOf(state) === filter
}

/** The day under which a post is filed by the blog's own clock: when it went public, or is to go; else its last edit. */
export function filedOn(post: ListedPost, zone: string): CivilDay {
  const known = days.get(post)
  if (known?.zone === zone) return known.day
  const day = dayAtBlog(new Date(post.publishedAt ?? post.editedAt), zone)
  days.set(post, { zone, day })
  return day
}
/** Of a list that is read again most posts are the same objects as before (api/share-rows.ts). */
const days = new WeakMap<ListedPost, { zone: string; day: CivilDay }>()

function fits(post: ListedPost, by: Narrowing, zone: string): boolean {
  if (!isShownBy(by, post) || (by.kind !== 'any' && post.kind !== by.kind)) return false
  const { tag, year, month } = by
  if (tag !== null && !post.tags.includes(tag)) return false
  if (year === null) return true
  const day = filedOn(post, zone)
  return day.slice(0, 4) === year && (month === null || day.slice(5, 7) === month)
}

/** In the order given, the last edit first; of a year, by the day they are filed under, the latest first. */
export function narrowPosts<Post extends ListedPost>(posts: readonly Post[], by: Narrowing, zone: string): Post[] {
  const shown = posts.filter((post) => fits(post, by, zone))
  if (by.year === null) return shown
  const at = ({ publishedAt, editedAt }: Post): string => publishedAt ?? editedAt
  return shown.toSorted((one, other) => (at(one) < at(other) ? 1 : at(one) > at(other) ? -1 : 0))
}

export interface Filed {
  id: string
  count: number
}

/** How many posts of each year, and of each month of the year that is shown, everything else being as it is; the latest first. */
export function countFiled(
  posts: readonly ListedPost[],
  by: Narrowing,
  zone: string,
): { years: Filed[]; months: Filed[] } {
  const years = new Map<string, number>()
  const months = new Map<string, number>()
  const add = (counts: Map<string, number>, id: string): void => void counts.set(id, (counts.get(id) ?? 0) + 1)
  for (const post of posts) {
    if (!fits(post, { ...by, year: null, month: null }, zone)) continue
    const day = filedOn(post, zone)
    add(years, day.slice(0, 4))
    if (day.slice(0, 4) === by.year) add(months, day.slice(5, 7))
  }
  const latestFirst = (counts: Map<string, number>): Filed[] =>
    [...counts].map(([id, count]) => ({ id, count })).toSorted((one, other) => (one.id < other.id ? 1 : -1))
  return { years: latestFirst(years), months: latestFirst(months) }
}
