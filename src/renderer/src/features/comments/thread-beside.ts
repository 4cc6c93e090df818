import { useQuery } from '@tanstack/react-query'
import { useCore } from '../../api/queries.ts'
import type { PostConversation } from '../../../../shared/domain/conversation.ts'
import { NO_ROOM_BESIDE, useMediaQuery } from '../../ui/use-media-query.ts'
import { createWindowFlag } from '../../ui/window-flag.ts'
import { useActiveBlog } from '../blogs/active-blog.ts'

const flag = createWindowFlag()

/** Whether the conversation stands beside whatever post is open, where there is one and room for it. */
export const setThreadBeside = flag.set

/** What is said under a post; undefined while nothing is, or in an archive, which shows its posts in another way. */
export function useThreadOf(postId: string | null): PostConversation | undefined {
  const { core } = useCore()
  const blog = useActiveBlog()
  const { data } = useQuery(
    core.comments.inbox.queryOptions(
      { blogId: blog.id },
      { select: (lines) => lines.find((line) => line.postId === postId) },
    ),
  )
  return blog.kind === 'archive' ? undefined : data
}

/** A drawer has no place beside the text. */
export function useIsThreadBeside(postId: string | null): boolean {
  const isWanted = flag.useIsOn()
  const hasNoRoom = useMediaQuery(NO_ROOM_BESIDE)
  return useThreadOf(postId) !== undefined && isWanted && !hasNoRoom
}
