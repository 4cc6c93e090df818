import { isSameFootnotes } from '../../../shared/content/footnotes-meta.ts'
import { isSameMarkup } from '../../../shared/content/is-same-markup.ts'
import type { RemotePost } from '../blog-api/blog-api.ts'

export type PostText = Pick<RemotePost, 'title' | 'content' | 'excerpt' | 'footnotes'>
export type TextField = keyof PostText

/** Which fields the blog keeps otherwise than sent. It trims what is plain text; what it may do to markup is said at isSameMarkup. */
export const alteredFields = (sent: PostText, stored: PostText): TextField[] =>
  (['title', 'content', 'excerpt', 'footnotes'] as const).filter((name) => {
    if (name === 'content') return !isSameMarkup(sent.content, stored.content)
    if (name === 'footnotes') return !hasSameNotes(sent, stored)
    return plain(sent[name]) !== plain(stored[name])
  })

/** Of a text that was read without its notes nothing is known of them. */
const hasSameNotes = ({ footnotes: one }: PostText, { footnotes: other }: PostText): boolean =>
  one === undefined || other === undefined || isSameFootnotes(one, other)

/** Byte for byte, as far as both are known. */
export const hasSameBytes = (one: PostText, other: PostText): boolean =>
  one.title === other.title &&
  one.content === other.content &&
  one.excerpt === other.excerpt &&
  (one.footnotes === undefined || other.footnotes === undefined || one.footnotes === other.footnotes)

export const isSameText = (sent: PostText, stored: PostText): boolean => alteredFields(sent, stored).length === 0

const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim()
