import type { ReplyDraftsService } from '../../../shared/contract/conversation-services.ts'
import { utcIso, type CommentId } from '../../../shared/domain/ids.ts'
import type { Clock } from '../ports.ts'
import type { Desk } from '../store/desk.ts'

/** Nobody else writes them, so a window that wrote one needs no event. */
export function createReplyDraftsService({ desk, clock }: { desk: Desk; clock: Clock }): ReplyDraftsService {
  return {
    list: () => desk.replyDrafts.listAll(),
    keep({ commentId, text }) {
      desk.transaction(() => {
        const { id } = desk.comments.getComment(commentId as CommentId)
        if (text === '') desk.replyDrafts.removeDraft(id)
        else desk.replyDrafts.putDraft({ commentId: id, text }, utcIso(clock.now()))
      })
    },
  }
}
