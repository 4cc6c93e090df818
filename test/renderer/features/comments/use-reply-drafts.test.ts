import { expect, it } from 'vitest'
import { withWords } from '../../../../src/renderer/src/features/comments/use-reply-drafts.ts'

it('words used again stand behind an answer that was begun, once, and never in its place', () => {
  const once = withWords('Dear Lan,', 'On Thursday.')
  expect(once).toBe('Dear Lan,\n\nOn Thursday.')
  expect(withWords(once, 'On Thursday.')).toBe(once)
  expect(withWords('', 'On Thursday.')).toBe('On Thursday.')
})
