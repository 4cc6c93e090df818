import { describe, expect, test } from 'vitest'
import type { AppErrorData } from '../../../src/shared/errors.ts'
import type { BlogId } from '../../../src/shared/domain/ids.ts'
import { decideRetry, waitMs } from '../../../src/main/core/sync/retry-policy.ts'

const now = new Date('2026-11-21T07:00:00.000Z')
const decide = (error: AppErrorData, wasWriteUnderWay = true) =>
  decideRetry(error, { attempts: 1, now, fraction: 0.5, wasWriteUnderWay })

describe('what follows a failed attempt', () => {
  const table: [AppErrorData, string, boolean][] = [
    [{ kind: 'offline' }, 'waiting', true],
    [{ kind: 'insecure-line', reason: 'expired' }, 'waiting', true],
    [{ kind: 'timeout' }, 'unknown', false],
    [{ kind: 'answer-lost' }, 'unknown', false],
    [{ kind: 'unavailable', status: 502, retryAfterMs: null }, 'unknown', false],
    [{ kind: 'unavailable', status: 503, retryAfterMs: 30_000 }, 'waiting', false],
    [{ kind: 'rate-limited', retryAfterMs: 15_000 }, 'waiting', false],
    [{ kind: 'not-the-blog', why: 'captive-portal', host: null }, 'unknown', true],
    [{ kind: 'not-the-blog', why: 'firewall', host: null }, 'blocked', false],
    [{ kind: 'unauthorized' }, 'needs-sign-in', true],
    [{ kind: 'blog-needs-sign-in', blogId: 'b' as BlogId }, 'needs-sign-in', true],
    [{ kind: 'forbidden', code: 'rest_cannot_edit' }, 'blocked', false],
    [{ kind: 'not-found' }, 'needs-you', false],
    [{ kind: 'gone' }, 'needs-you', false],
    [{ kind: 'conflict', code: 'changed-on-both' }, 'needs-you', false],
    [{ kind: 'unsealed', approvedBy: null, pieces: [], mayBeUrgent: false }, 'needs-you', false],
    [{ kind: 'unexplained-changes', blocks: ['core/group'] }, 'needs-you', false],
    [{ kind: 'altered-by-blog', fields: ['content'], isLive: true }, 'needs-you', false],
    [{ kind: 'too-large', sizeBytes: 9, limitBytes: 8 }, 'blocked', false],
    [{ kind: 'rejected', code: 'rest_invalid_param', status: 400 }, 'blocked', false],
    [{ kind: 'invalid-input', field: 'title', rule: 'too-long' }, 'blocked', false],
    [{ kind: 'database', reason: 'full' }, 'unknown', false],
    [{ kind: 'internal', logId: 'x' }, 'unknown', false],
  ]
  test.each(table)('%o of a write leads to %s', (error, state, isLineDown) => {
    expect(decide(error)).toMatchObject({ state, isLineDown })
  })

  test('an unclear end of a read leaves nothing unclear: it only waits', () => {
    expect(decide({ kind: 'timeout' }, false).state).toBe('waiting')
    expect(decide({ kind: 'answer-lost' }, false).state).toBe('waiting')
  })

  test('the time the blog asked for is kept', () => {
    const verdict = decide({ kind: 'unavailable', status: 503, retryAfterMs: 30_000 })
    expect(verdict.nextAttemptAt).toBe('2026-11-21T07:00:30.000Z')
    const shorter = decide({ kind: 'rate-limited', retryAfterMs: 15_000 })
    expect(Date.parse(shorter.nextAttemptAt ?? '') - now.getTime()).toBeGreaterThanOrEqual(15_000)
  })

  test('where a person acts, no time is set', () => {
    expect(decide({ kind: 'unauthorized' }).nextAttemptAt).toBeNull()
    expect(decide({ kind: 'gone' }).nextAttemptAt).toBeNull()
  })
})

describe('the wait', () => {
  test('doubles from 5 s to 15 min and has no last attempt', () => {
    const ceilings = [1, 2, 3, 8, 9, 50, 100_000].map((attempts) => waitMs(attempts, 1))
    expect(ceilings).toEqual([5_000, 10_000, 20_000, 640_000, 900_000, 900_000, 900_000])
  })
  test('is anywhere below its ceiling, so that many laptops do not come back together', () => {
    expect(waitMs(3, 0)).toBe(0)
    expect(waitMs(3, 0.25)).toBe(5_000)
  })
})
