import type { PostSummary } from '../../../../../shared/domain/post.ts'
import { foldText } from '../find/fold-text.ts'

/** A post of one's own that a link can lead to. */
export interface PostLink {
  address: string
  title: string
  isPublic: boolean
}

const SHOWN_AT_MOST = 6

/** Posts whose titles hold every word that was typed, newest first; public ones go before. */
export function postLinks(posts: readonly PostSummary[], typed: string, open: string): PostLink[] {
  const wanted = fold(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (wanted.length === 0) return []
  return posts
    .filter(({ id, link, title }) => link !== null && id !== open && wanted.every((word) => fold(title).includes(word)))
    .map(({ link, title, remoteStatus }) => ({ address: link ?? '', title, isPublic: remoteStatus === 'publish' }))
    .toSorted((a, b) => Number(b.isPublic) - Number(a.isPublic))
    .slice(0, SHOWN_AT_MOST)
}

const fold = (text: string): string => foldText(text, { matchesCase: false, matchesAccents: false }).text

/** The host a reader would land on; null for a place on the blog itself, mail or telephone. */
export function hostOf(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { protocol, host } = new URL(address)
  return protocol === 'https:' || protocol === 'http:' ? host : null
}
