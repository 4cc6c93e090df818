import { describe, expect, it } from 'vitest'
import { outboxNotice } from '../../../../src/renderer/src/features/outbox/outbox-notice-words.ts'
import { utcIso, type BlogId } from '../../../../src/shared/domain/ids.ts'
import type { Line } from '../../../../src/shared/domain/line.ts'
import { asId } from '../../fake-core.ts'
import { waitingEntry } from './waiting-entries.ts'

const open = { state: 'open', reason: null, pausedUntil: null, quiet: null } as Line
const blog = { isSignedIn: true }
const what = (line: Line, entries = [waitingEntry('a')]): string | undefined => outboxNotice(line, blog, entries)?.what

describe('above the outbox stands', () => {
  it('nothing, while the line is open', () => {
    expect(outboxNotice(open, blog, [waitingEntry('a')])).toBeNull()
  })

  it('a hotel network, by its name', () => {
    const portal = { kind: 'not-the-blog', why: 'captive-portal', host: 'wifi.hotel.example' } as const
    expect(what({ ...open, state: 'closed', reason: portal })).toBe(
      'The network asks for a sign-in (wifi.hotel.example).',
    )
  })

  it('that the person has to connect again, with the way there', () => {
    const reason = { kind: 'blog-needs-sign-in', blogId: asId<BlogId>('b') } as const
    expect(outboxNotice({ ...open, state: 'closed', reason }, { isSignedIn: false }, [])).toMatchObject({
      what: 'You are signed out of this blog.',
      asksForSignIn: true,
    })
    expect(outboxNotice({ ...open, state: 'closed', reason: { kind: 'unauthorized' } }, blog, [])).toMatchObject({
      what: 'The blog did not accept the user name and application password.',
      asksForSignIn: true,
    })
  })

  it('that the blog asked for a pause, and until when', () => {
    const pausedUntil = utcIso(new Date(2026, 10, 21, 14, 32))
    expect(outboxNotice({ ...open, pausedUntil }, blog, [])).toMatchObject({
      what: 'The blog asks for a pause.',
      tone: 'waits',
    })
  })

  it('that the organisation keeps this time quiet, why, and until when', () => {
    const until = utcIso(new Date(2026, 11, 7, 6, 0))
    const quiet = { until, why: 'Election silence', allowsUrgent: false }
    expect(outboxNotice({ ...open, quiet }, blog, [])).toEqual({
      what: 'Your organisation keeps this time quiet: Election silence.',
      next: 'Nothing that readers would see goes out before 7 December at 06:00. Everything is kept, and goes then only when you say so.',
      tone: 'waits',
      asksForSignIn: false,
    })
  })

  it('that a quiet time has no end before IT puts its dates right', () => {
    const quiet = { until: null, why: '', allowsUrgent: false }
    expect(outboxNotice({ ...open, quiet }, blog, [])).toMatchObject({
      what: 'Your organisation keeps this time quiet.',
      next: 'Nothing that readers would see goes out before your IT has put its dates right; Settings say more. Everything is kept.',
    })
  })

  it('a firewall that refused one of the lines', () => {
    const reason = { kind: 'not-the-blog', why: 'firewall', host: null } as const
    expect(what(open, [waitingEntry('a'), waitingEntry('b', { state: 'blocked', reason })])).toBe(
      'Something between this laptop and the blog refused the request.',
    )
  })
})
