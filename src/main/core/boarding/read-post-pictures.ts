import { setImmediate as breathe } from 'node:timers/promises'
import { markupPictures } from '../../../shared/content/markup-pictures.ts'
import type { BlogId } from '../../../shared/domain/ids.ts'
import type { Desk } from '../store/desk.ts'

/** Rows in one transaction, so that a save never waits long behind the reading. */
const CHUNK_POSTS = 50

/** Notes which pictures the blog's posts show, of every post whose text is new since the last time. Lets saves go first. Returns how many it read. */
export async function readPostPictures(desk: Desk, blogId: BlogId, signal: AbortSignal): Promise<number> {
  let readCount = 0
  while (!signal.aborted) {
    const unread = desk.pictures.listUnread(blogId, CHUNK_POSTS)
    if (unread.length === 0) break
    readCount += unread.length
    desk.transaction(() => {
      for (const { postId, takenAt } of unread) {
        const texts = (['agreed', 'incoming'] as const).map((which) => desk.posts.findBase(postId, which))
        const pictures = markupPictures(texts.map((text) => text?.remote.content ?? '').join('\n'))
        desk.pictures.putReading({ blogId, postId, takenAt, pictures })
      }
    })
    await breathe()
  }
  return readCount
}
