import { describe, expect, test } from 'vitest'
import { createPendingApprovals } from '../../../src/main/core/blogs/pending-approvals.ts'
import { AppError } from '../../../src/shared/errors.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'

const STATE = 'desk-0123456789abcdef0123456789abcdef'
const BLOG = 'https://blog.example/hanoi'

function begun() {
  const clock = createManualClock()
  const approvals = createPendingApprovals(clock)
  approvals.begin(STATE, BLOG)
  return { clock, approvals }
}
const notAskedFor = new AppError({ kind: 'not-allowed-now', why: 'approval-not-asked-for' })

describe('the answer to an approval', () => {
  test('leads to the address with which it was begun, whatever page of the site it names', () => {
    const { approvals } = begun()
    expect(approvals.finish(STATE, 'https://blog.example')).toBe(BLOG)
  })

  test('is taken once', () => {
    const { approvals } = begun()
    approvals.finish(STATE, BLOG)
    expect(() => approvals.finish(STATE, BLOG)).toThrow(notAskedFor)
  })

  test('is taken until the end of the fifteenth minute', () => {
    const { clock, approvals } = begun()
    clock.advance(15 * 60_000)
    expect(approvals.finish(STATE, BLOG)).toBe(BLOG)
    approvals.begin(STATE, BLOG)
    clock.advance(15 * 60_000 + 1)
    expect(() => approvals.finish(STATE, BLOG)).toThrow(notAskedFor)
  })

  test.each([
    ['of another site', STATE, 'https://elsewhere.example'],
    ['of another port', STATE, 'https://blog.example:8443'],
    ['of no address at all', STATE, 'blog'],
    ['that nobody here asked for', `${STATE}0`, BLOG],
  ])('%s is refused', (_name, state, siteUrl) => {
    expect(() => begun().approvals.finish(state, siteUrl)).toThrow(notAskedFor)
  })
})
