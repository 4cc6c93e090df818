import { countWords } from '../../../shared/content/count-words.ts'
import type { BlogId } from '../../../shared/domain/ids.ts'
import type { Desk } from '../store/desk.ts'
import { currentWords } from './post-words.ts'

const POSTS_AT_ONCE = 20

/** Counts the words of a few posts that a first pull left uncounted. Returns whether there were any. */
export function countWordsLater(desk: Desk, blogId: BlogId): boolean {
  return desk.transaction(() => {
    const posts = desk.posts.listUncounted(blogId, POSTS_AT_ONCE)
    for (const post of posts) {
      const { document, language } = currentWords(desk, post)
      desk.posts.setWordCount(post.id, countWords(document, language))
    }
    return posts.length > 0
  })
}
