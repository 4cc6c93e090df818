import { expect, test } from 'vitest'
import { savedRepliesFor } from '../../../../src/renderer/src/features/comments/reply/saved-reply-order.ts'
import type { BlogId } from '../../../../src/shared/domain/ids.ts'
import type { SavedReply } from '../../../../src/shared/domain/saved-reply.ts'

const reply = (name: string, language: string, blogId: string | null = null): SavedReply => ({
  id: name as SavedReply['id'],
  blogId: blogId as BlogId | null,
  name,
  language,
  text: name,
})
const SAVED = [reply('bonjour', 'fr'), reply('hello', 'en-GB'), reply('ok', ''), reply('theirs', 'en', 'other')]
const namesFor = (language: string) => {
  const { fitting, others } = savedRepliesFor(SAVED, { blogId: 'mine' as BlogId, language })
  return [fitting, others].map((replies) => replies.map(({ name }) => name))
}

test('what fits the language of the thread stands first, and no other blog’s stand here', () => {
  expect(namesFor('en_US')).toEqual([['hello', 'ok'], ['bonjour']])
  expect(namesFor('vi')).toEqual([['ok'], ['bonjour', 'hello']])
})

test('in a thread whose language nobody knows everything fits', () => {
  expect(namesFor('')).toEqual([['bonjour', 'hello', 'ok'], []])
})
