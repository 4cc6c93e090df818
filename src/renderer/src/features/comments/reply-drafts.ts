/** Answers that were begun, by comment: they survive going to another place in this window. */
const drafts = new Map<string, string>()

export const replyDraft = (commentId: string): string => drafts.get(commentId) ?? ''
export const hasReplyDraft = (commentId: string): boolean => drafts.has(commentId)

/** No words are no draft. */
export function keepReplyDraft(commentId: string, words: string): void {
  if (words === '') drafts.delete(commentId)
  else drafts.set(commentId, words)
}

/** Behind what was begun already: nothing that was written is written over. */
export function addToReplyDraft(commentId: string, words: string): void {
  const begun = replyDraft(commentId)
  if (!begun.includes(words)) keepReplyDraft(commentId, begun === '' ? words : `${begun}\n\n${words}`)
}
