import { expect, it } from 'vitest'
import {
  addToReplyDraft,
  hasReplyDraft,
  keepReplyDraft,
  replyDraft,
} from '../../../../src/renderer/src/features/comments/reply-drafts.ts'

it('words used again stand behind an answer that was begun, once, and never in its place', () => {
  keepReplyDraft('comment', 'Dear Lan,')
  addToReplyDraft('comment', 'On Thursday.')
  addToReplyDraft('comment', 'On Thursday.')
  expect(replyDraft('comment')).toBe('Dear Lan,\n\nOn Thursday.')
  keepReplyDraft('comment', '')
  expect(hasReplyDraft('comment')).toBe(false)
})
