import { isSameMarkup } from '../../../shared/content/is-same-markup.ts'
import type { RemotePost } from '../blog-api/blog-api.ts'

export type PostText = Pick<RemotePost, 'title' | 'content' | 'excerpt'>
export type TextField = keyof PostText

/** Which fields the blog keeps otherwise than sent. It trims what is plain text; what it may do to markup is said at isSameMarkup. */
export const alteredFields = (sent: PostText, stored: PostText): TextField[] =>
  (['title', 'content', 'excerpt'] as const).filter((name) =>
    name === 'content' ? !isSameMarkup(sent.content, stored.content) : plain(sent[name]) !== plain(stored[name]),
  )

export const isSameText = (sent: PostText, stored: PostText): boolean => alteredFields(sent, stored).length === 0

const plain = (text: string): string => text.replaceAll('\r\n', '\n').trim()
