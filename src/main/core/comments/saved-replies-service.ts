import type { SavedRepliesService } from '../../../shared/contract/conversation-services.ts'
import { utcIso } from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { Clock } from '../ports.ts'
import type { Desk } from '../store/desk.ts'

export function createSavedRepliesService(ports: { desk: Desk; clock: Clock; feed: ChangeFeed }): SavedRepliesService {
  const { desk, clock, feed } = ports
  return {
    list: () => desk.savedReplies.listAll(),
    put(reply) {
      desk.transaction(() => {
        if (reply.blogId !== null && desk.archives.isArchive(desk.blogs.getBlog(reply.blogId).id))
          throw new AppError({ kind: 'not-allowed-now', why: 'an-archive' })
        desk.savedReplies.putReply(reply, utcIso(clock.now()))
      })
      feed.emit({ topic: 'saved-replies' })
    },
    remove(id) {
      desk.transaction(() => desk.savedReplies.removeReply(id))
      feed.emit({ topic: 'saved-replies' })
    },
  }
}
