import type { PostConversation } from '../../../../shared/domain/conversation.ts'

export type InboxOrder = 'newest' | 'due'

/** By due: who waits longest is owed the next answer, wherever the promise stands; conversations in which nobody waits come last. */
export function inOrder(lines: readonly PostConversation[], order: InboxOrder): PostConversation[] {
  if (order === 'newest') return [...lines]
  return lines.toSorted(({ waitsSince: one }, { waitsSince: other }) => {
    if (one === other) return 0
    if (one === null || other === null) return one === null ? 1 : -1
    return one < other ? -1 : 1
  })
}
