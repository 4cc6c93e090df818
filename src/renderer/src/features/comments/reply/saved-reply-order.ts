import type { BlogId } from '../../../../../shared/domain/ids.ts'
import type { SavedReply } from '../../../../../shared/domain/saved-reply.ts'

const primaryOf = (language: string): string => language.split(/[-_]/)[0]?.toLowerCase() ?? ''

/** Those of a blog: first what fits the language of the thread, then what is in another. */
export function savedRepliesFor(
  saved: readonly SavedReply[],
  { blogId, language }: { blogId: BlogId; language: string },
): { fitting: SavedReply[]; others: SavedReply[] } {
  const ofBlog = saved.filter((reply) => reply.blogId === null || reply.blogId === blogId)
  const fits = (reply: SavedReply): boolean =>
    language === '' || reply.language === '' || primaryOf(reply.language) === primaryOf(language)
  return { fitting: ofBlog.filter(fits), others: ofBlog.filter((reply) => !fits(reply)) }
}
