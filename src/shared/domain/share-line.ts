import type { SharePlatform } from '../share/platforms.ts'

export const SHARE_KINDS = ['announcement', 'press-line', 'platform'] as const

/**
 * What is to be said of a post elsewhere: the short announcement, the line for the press, or the text for a platform. It is
 * prepared and approved with the post, copied by hand, and sent nowhere by the desk: not to the blog either.
 */
export type ShareKind = (typeof SHARE_KINDS)[number]

export interface ShareLine {
  /** Random, and the same on every desk that has the line. */
  id: string
  kind: ShareKind
  /** Of a `platform` text; `other` for one that the desk does not know. Of another kind it says nothing. */
  platform: SharePlatform
  /** What the person calls an `other` platform. */
  platformName: string
  /** What an `other` platform takes, in characters as a reader sees them; null where nobody said. */
  ownLimit: number | null
  /** BCP 47, '' for that of the post. */
  language: string
  /** Plain text; `{link}` stands for the address of the post (share/post-address.ts). */
  text: string
}

/** An empty one says nothing: it is neither shown to a reviewer as said nor sealed. */
export const isBlankLine = ({ text }: Pick<ShareLine, 'text'>): boolean => text.trim() === ''
