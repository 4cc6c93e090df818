import { describe, expect, it } from 'vitest'
import { utcIso } from '../../src/shared/domain/ids.ts'
import type { EntryStanding, EntryState } from '../../src/shared/domain/outbox-entry.ts'
import type { PostState } from '../../src/shared/domain/post.ts'
import type {
  AppErrorData,
  AppErrorKind,
  DatabaseReason,
  NotAllowedReason,
  NotTheBlogReason,
} from '../../src/shared/errors.ts'
import { entryStateWords, errorLine, errorSentence, postStateWords } from '../../src/shared/sentences.ts'

const AT = utcIso(new Date('2026-11-21T07:02:00.000Z'))

const examples: Record<AppErrorKind, AppErrorData> = {
  offline: { kind: 'offline' },
  'insecure-line': { kind: 'insecure-line', reason: 'expired' },
  timeout: { kind: 'timeout' },
  'answer-lost': { kind: 'answer-lost' },
  unauthorized: { kind: 'unauthorized' },
  forbidden: { kind: 'forbidden', code: 'rest_cannot_edit' },
  'rate-limited': { kind: 'rate-limited', retryAfterMs: 90_000 },
  unavailable: { kind: 'unavailable', status: 503, retryAfterMs: null },
  'not-the-blog': { kind: 'not-the-blog', why: 'captive-portal', host: null },
  'not-found': { kind: 'not-found' },
  gone: { kind: 'gone' },
  conflict: { kind: 'conflict', code: 'newer' },
  'too-large': { kind: 'too-large', sizeBytes: 3_400_000, limitBytes: 2_000_000 },
  rejected: { kind: 'rejected', code: 'rest_invalid_param', status: 400 },
  unsealed: { kind: 'unsealed', approvedBy: 'Mai', pieces: ['title', 'text'], mayBeUrgent: true },
  'unexplained-changes': { kind: 'unexplained-changes', blocks: ['core/group'] },
  'altered-by-blog': { kind: 'altered-by-blog', fields: ['content'], isLive: false },
  'invalid-input': { kind: 'invalid-input', field: 'title', rule: 'max' },
  'unreadable-file': { kind: 'unreadable-file', fileName: 'trip.docx', why: 'damaged' },
  'review-file': { kind: 'review-file', why: 'damaged' },
  'handover-file': { kind: 'handover-file', why: 'damaged' },
  locked: { kind: 'locked', why: 'locked' },
  'damaged-file': { kind: 'damaged-file', what: 'media' },
  'unreadable-feed': { kind: 'unreadable-feed', why: 'no-feed' },
  'unsupported-file': { kind: 'unsupported-file', fileName: 'note.pdf', fault: 'pdf' },
  'no-such-item': { kind: 'no-such-item', what: 'post' },
  'not-allowed-now': { kind: 'not-allowed-now', why: 'being-sent' },
  'blog-needs-sign-in': { kind: 'blog-needs-sign-in', blogId: 'b' as never },
  database: { kind: 'database', reason: 'full' },
  internal: { kind: 'internal', logId: 'x1' },
}
const reasons: Record<NotTheBlogReason, true> = {
  'captive-portal': true,
  firewall: true,
  'not-wordpress': true,
  'rest-disabled': true,
  'other-blog': true,
  redirected: true,
  'insecure-address': true,
  'bad-address': true,
  'application-passwords-off': true,
}
const damages: Record<DatabaseReason, true> = {
  'in-use': true,
  'not-a-database': true,
  'newer-version': true,
  full: true,
  'read-only': true,
  corrupt: true,
}
const refusals: Record<NotAllowedReason, true> = {
  'a-post-shows-it': true,
  'an-archive': true,
  'blog-not-allowed': true,
  'export-not-allowed': true,
  'quiet-date': true,
  'a-post-uses-it': true,
  'approval-not-asked-for': true,
  'being-sent': true,
  'builds-on-another': true,
  'changed-on-both': true,
  'in-trash': true,
  'no-right-to-publish': true,
  'no-right-to-stick': true,
  'no-right-to-upload': true,
  'no-reply': true,
  'no-review-asked': true,
  'from-a-backup': true,
  'no-right-to-moderate': true,
  'not-under-way': true,
  'nothing-to-settle': true,
  'nothing-vanished': true,
  'not-scheduled': true,
  'off-the-blog': true,
  'only-to-read': true,
  'on-the-blog': true,
  'policy-stops': true,
  'post-moved-on': true,
  'post-on-another-desk': true,
  'print-only': true,
  'schedule-passed': true,
}
const all: AppErrorData[] = [
  { kind: 'altered-by-blog', fields: ['title', 'content'], isLive: true },
  ...Object.values(examples),
  ...Object.keys(reasons).map((why) => ({ kind: 'not-the-blog', why, host: 'x.example' }) as AppErrorData),
  ...Object.keys(damages).map((reason) => ({ kind: 'database', reason }) as AppErrorData),
  ...Object.keys(refusals).map((why) => ({ kind: 'not-allowed-now', why }) as AppErrorData),
]

describe('every failure has its sentences', () => {
  for (const error of all) {
    it(errorSentence(error).what, () => {
      const { what, kept, next } = errorSentence(error)
      for (const sentence of [what, kept]) expect(sentence).toMatch(/^\p{Lu}[^]*\.$|^“[^]*\.$/u)
      expect(next).toMatch(/^(?:|\p{Lu}[^]*\.)$/u)
      expect(errorLine(error)).not.toMatch(/undefined|null|\[object|sync failed|payload/i)
    })
  }

  it('no two failures read alike', () => {
    const whats = new Set(all.map((error) => errorSentence(error).what))
    expect(whats.size).toBe(new Set(all.map((error) => JSON.stringify(error))).size)
  })

  it('what may have arrived is never called unsent', () => {
    for (const error of [examples.timeout, examples['answer-lost'], examples.unavailable]) {
      expect(errorSentence(error).kept).not.toContain('Nothing was sent')
    }
  })

  it('what the blog altered is called unpublished only while it is', () => {
    const altered = (isLive: boolean) =>
      errorSentence({ kind: 'altered-by-blog', fields: ['title', 'content'], isLive })
    const { what, kept } = altered(true)
    expect(what).toBe('The blog changed the title and the text of what was sent.')
    expect(kept).not.toContain('public')
    expect(altered(false).kept).toContain('Nothing of it is public.')
  })

  it('no refusal shows its code', () => {
    for (const why of Object.keys(refusals)) {
      expect(errorLine({ kind: 'not-allowed-now', why: why as NotAllowedReason })).not.toContain(why)
    }
  })

  it('a question that failed does not speak of work that may have arrived', () => {
    expect(errorSentence(examples['answer-lost'], 'asking')).toEqual({
      what: 'The line broke before the blog could answer.',
      kept: 'Nothing was changed.',
      next: 'Check the address and the line, then try again.',
    })
  })
})

describe('every state has one word', () => {
  const wordOf = (standing: Partial<EntryStanding>): string =>
    entryStateWords({ state: 'held', heldUntil: AT, isStopping: false, ...standing }).word

  const entryStates: Record<EntryState, string> = {
    held: 'Held',
    ready: 'Waits',
    sending: 'Sending',
    unknown: 'Checking',
    resolving: 'Checking',
    waiting: 'Waits',
    'needs-sign-in': 'Needs you',
    'needs-you': 'Needs you',
    blocked: 'Needs you',
    staged: 'Sending',
    done: 'Sent',
    cancelled: 'Taken back',
  }
  it('in the outbox', () => {
    const words = Object.keys(entryStates).map((state) => [state, wordOf({ state: state as EntryState })])
    expect(Object.fromEntries(words)).toEqual(entryStates)
  })
  it('what is kept here without a limit, and what was stopped on its way, has its own', () => {
    expect(wordOf({ state: 'held', heldUntil: null })).toBe('Kept here')
    expect(wordOf({ state: 'unknown', isStopping: true })).toBe('Stopping')
  })

  const postStates: Record<PostState, string> = {
    draft: 'plain',
    waits: 'waits',
    'needs-you': 'needs-you',
    published: 'done',
    scheduled: 'done',
    pending: 'waits',
    private: 'done',
    edited: 'waits',
    'changed-on-both': 'needs-you',
    'off-the-blog': 'needs-you',
    'in-trash': 'plain',
  }
  it('and each post state its colour', () => {
    const tones = Object.keys(postStates).map((state) => [state, postStateWords(state as PostState).tone])
    expect(Object.fromEntries(tones)).toEqual(postStates)
  })
})
