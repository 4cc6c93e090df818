import { expect, test } from 'vitest'
import type { AppErrorData } from '../../src/shared/errors.ts'
import type { OutboxEntry, Receipt } from '../../src/shared/domain/outbox-entry.ts'
import { replyRefusal, replyStateWords } from '../../src/shared/reply-sentences.ts'
import { errorSentence } from '../../src/shared/sentences.ts'

const closed: AppErrorData = { kind: 'forbidden', code: 'rest_comment_closed' }
const flood: AppErrorData = { kind: 'rate-limited', retryAfterMs: 15_000, isFlood: true }
const tooLong: AppErrorData = { kind: 'rejected', code: 'comment_content_column_length', status: 400 }

const wordOf = (state: OutboxEntry['state'], reason: AppErrorData | null, receipt: Partial<Receipt> | null = null) =>
  replyStateWords({ state, reason, receipt: receipt as Receipt | null, isStopping: false })?.word ?? null

test('each place where only a reply can stand has a word of its own', () => {
  expect([
    wordOf('done', null, { remoteStatus: 'hold' }),
    wordOf('done', null, { remoteStatus: 'spam' }),
    wordOf('done', null, { remoteStatus: 'trash' }),
    wordOf('done', null, { remoteStatus: 'unseen' }),
    wordOf('done', null, { remoteStatus: 'approved', wasThere: true }),
    wordOf('waiting', flood),
    wordOf('blocked', closed),
    wordOf('blocked', tooLong),
    wordOf('blocked', { kind: 'rejected', code: 'a_plugin_said_no', status: 400 }),
  ]).toEqual([
    'Held by the blog',
    'In the spam',
    'In the trash',
    'Not shown',
    'Already there',
    'Spaced',
    'Closed',
    'Refused',
    'Refused',
  ])
})

test('a reply that stands as anything else may has the word of all', () => {
  expect([
    wordOf('done', null, { remoteStatus: 'approved' }),
    wordOf('held', null),
    wordOf('waiting', { kind: 'rate-limited', retryAfterMs: 15_000 }),
    wordOf('waiting', { kind: 'offline' }),
    wordOf('blocked', { kind: 'not-found' }),
    // Let go again after a refusal.
    wordOf('ready', closed),
  ]).toEqual([null, null, null, null, null, null])
})

test('what only comments are refused for is said in sentences without the blog’s code', () => {
  for (const error of [
    closed,
    flood,
    tooLong,
    { kind: 'forbidden', code: 'rest_comment_trash_post' },
    { kind: 'rejected', code: 'rest_comment_content_invalid', status: 400 },
  ] satisfies AppErrorData[]) {
    const sentence = errorSentence(error)
    expect(sentence).toEqual(replyRefusal(error))
    for (const part of Object.values(sentence)) expect(part).toMatch(/^[A-Z][^_]*\.$/)
  }
  expect(replyRefusal({ kind: 'forbidden', code: 'rest_forbidden' })).toBeNull()
})
