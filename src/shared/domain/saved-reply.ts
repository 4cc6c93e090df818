import type { BlogId, SavedReplyId } from './ids.ts'

/** Something that is said again and again. */
export interface SavedReply {
  id: SavedReplyId
  /** null: for every blog. */
  blogId: BlogId | null
  name: string
  /** BCP 47, '' for any. */
  language: string
  /** As a reply, see reply-text.ts, with blanks to be filled, see blanks.ts. */
  text: string
}
