import type { PostSummary } from '../domain/post.ts'

/** What stands in a share line for the address of the post, as in a saved reply. */
export const ADDRESS_BLANK = '{link}'

export const hasAddressBlank = (text: string): boolean => text.includes(ADDRESS_BLANK)

export const withAddress = (text: string, address: string): string => text.replaceAll(ADDRESS_BLANK, () => address)

/** Where readers find the post now; null while it is not public. A draft and a scheduled one have an address that leads nowhere yet. */
export const liveAddress = ({ remoteStatus, link }: Pick<PostSummary, 'remoteStatus' | 'link'>): string | null =>
  remoteStatus === 'publish' ? link : null

/** WordPress cuts the name of a post at 200 characters, as it writes them (wp_posts.post_name). */
const LONGEST_SLUG = 200

/**
 * An address as long as that of the post is likely to be: day and name under the blog's own, as WordPress is set up at first, letters
 * that are not Latin as they are sent. Only to count with; it leads nowhere.
 */
export function likelyAddress(blogUrl: string, title: string): string {
  const words = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  const slug = encodeURIComponent((words ?? ['post']).join('-')).slice(0, LONGEST_SLUG)
  return `${blogUrl.replace(/\/+$/, '')}/2026/01/31/${slug}/`
}
