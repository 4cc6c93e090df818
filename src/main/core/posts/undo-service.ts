import type { UndoService } from '../../../shared/contract/services.ts'
import { utcIso } from '../../../shared/domain/ids.ts'
import type { Clock } from '../ports.ts'
import type { Desk } from '../store/desk.ts'

const MOST_POSTS = 20

/** Keeps what a window can undo. What it means, and whether it still fits the text, only the window can tell. */
export function createUndoService({ desk, clock }: { desk: Desk; clock: Clock }): UndoService {
  return {
    find: (postId) => desk.undo.find(postId),
    keep({ postId, documentPrint, steps }) {
      desk.posts.getPost(postId)
      desk.undo.put(postId, { documentPrint, steps }, utcIso(clock.now()), MOST_POSTS)
    },
  }
}
