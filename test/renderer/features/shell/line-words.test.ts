import { describe, expect, it } from 'vitest'
import { lineWords } from '../../../../src/renderer/src/features/shell/line-words.ts'
import type { BlogId, EntryId } from '../../../../src/shared/domain/ids.ts'
import { utcIso } from '../../../../src/shared/domain/ids.ts'
import type { Line } from '../../../../src/shared/domain/line.ts'
import { asId } from '../../fake-core.ts'

const blog = { isSignedIn: true, kind: 'wordpress' as const }
const open: Line = {
  blogId: asId<BlogId>('0d9f2f5e-0000-4000-8000-000000000001'),
  state: 'open',
  reason: null,
  checkedAt: null,
  isSyncing: false,
  progress: null,
  isPaused: false,
  isCostly: false,
  vanished: null,
  pausedUntil: null,
  quiet: null,
  sending: null,
  arrival: null,
  clockOffsetMs: 0,
  waitingCount: 0,
  keptCount: 0,
  needsYouCount: 0,
  lastSyncedAt: null,
}

describe('the words about the line', () => {
  it('a hotel network is named, and that nothing was sent', () => {
    const words = lineWords(
      {
        ...open,
        state: 'closed',
        waitingCount: 3,
        reason: { kind: 'not-the-blog', why: 'captive-portal', host: null },
      },
      blog,
    )
    expect(words).toEqual({
      mark: 'No line — 3 things wait',
      sentence: 'The network asks for a sign-in. Nothing was sent. Everything you wrote is on this laptop.',
      tone: 'waits',
    })
  })

  it('an open line with work that needs a person is red and says so', () => {
    expect(lineWords({ ...open, needsYouCount: 1 }, blog)).toMatchObject({
      mark: '1 thing needs you',
      tone: 'needs-you',
    })
  })

  it('a blog that was signed out of never claims a line', () => {
    expect(lineWords(open, { ...blog, isSignedIn: false })).toMatchObject({ mark: 'Signed out', tone: 'needs-you' })
  })

  it('before the core has said anything the line is being looked for', () => {
    expect(lineWords(undefined, blog)).toMatchObject({ mark: 'Checking the line', tone: 'plain' })
  })

  it('a first pull counts what came down', () => {
    const progress = { what: 'comments' as const, doneCount: 1200 }
    const sentence = (totalCount: number | null) =>
      lineWords({ ...open, isSyncing: true, progress: { ...progress, totalCount } }, blog).sentence
    expect(sentence(null)).toBe('Bringing down comments: 1,200 so far.')
    expect(sentence(50_000)).toBe('Bringing down 1,200 of 50,000 comments.')
  })

  it('what the person keeps here does not go by itself, and is not said to', () => {
    const words = lineWords({ ...open, waitingCount: 2, keptCount: 2 }, blog)
    expect(words).toEqual({ mark: 'Line open', sentence: 'The line is open.', tone: 'done' })
    expect(lineWords({ ...open, waitingCount: 3, keptCount: 2 }, blog).mark).toBe('Line open — 1 thing waits')
  })

  it('a blog that asked for a pause is given it, and until when is said', () => {
    const pausedUntil = utcIso(new Date(2026, 10, 21, 14, 32))
    expect(lineWords({ ...open, waitingCount: 2, pausedUntil }, blog).sentence).toMatch(
      /^The blog asks for a pause\. Nothing goes before .+; then it goes by itself\.$/,
    )
  })

  it('a stopped pull says that it goes on from there', () => {
    expect(lineWords({ ...open, isPaused: true }, blog).sentence).toContain('Bringing down is stopped')
  })

  it('after a gap what waits is asked about before anything else', () => {
    const arrival = { entryIds: [asId<EntryId>('a'), asId<EntryId>('b')] }
    expect(lineWords({ ...open, arrival, waitingCount: 3, needsYouCount: 1 }, blog)).toEqual({
      mark: '2 things wait for your Go',
      sentence: 'The line is open again. Nothing of what waited goes before you say so.',
      tone: 'waits',
    })
    expect(lineWords({ ...open, state: 'closed', arrival, waitingCount: 2 }, blog).mark).toBe('No line — 2 things wait')
  })

  it('posts missing on the blog are a question, and nothing was removed', () => {
    const words = lineWords({ ...open, vanished: { count: 12, ofCount: 40 } }, blog)
    expect(words.tone).toBe('needs-you')
    expect(words.sentence).toContain('12 of 40 posts are no longer on the blog. Nothing was removed here.')
  })
})
