import { expect, it } from 'vitest'
import { inOrder } from '../../../../src/renderer/src/features/comments/inbox-order.ts'
import type { PostConversation } from '../../../../src/shared/domain/conversation.ts'
import type { PostId, UtcIso } from '../../../../src/shared/domain/ids.ts'
import { asId } from '../../fake-core.ts'

const line = (postId: string, waitsSince: string | null): PostConversation => ({
  postId: asId<PostId>(postId),
  postTitle: postId,
  counts: { all: 1, unanswered: waitsSince === null ? 0 : 1, unread: 0, held: 0, flagged: 0 },
  lastAt: asId<UtcIso>('2026-11-20T10:00:00.000Z'),
  waitsSince: waitsSince === null ? null : asId<UtcIso>(waitsSince),
})

it('due first: who waits longest stands first, and where nobody waits stands last', () => {
  const lines = [
    line('quiet', null),
    line('late', '2026-11-02T10:00:00.000Z'),
    line('later', '2026-11-01T10:00:00.000Z'),
    line('calm', null),
  ]
  expect(inOrder(lines, 'due').map(({ postId }) => postId)).toEqual(['later', 'late', 'quiet', 'calm'])
  expect(inOrder(lines, 'newest')).toEqual(lines)
})
