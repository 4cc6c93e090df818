import { describe, expect, it } from 'vitest'
import { momentAtBlog } from '../../../../../src/renderer/src/features/editor/publish/blog-clock.ts'
import { publishTime } from '../../../../../src/renderer/src/features/editor/publish/publish-time.ts'

const at = (zone: string, date: string, time: string) => momentAtBlog({ date, time }, zone)?.toISOString() ?? null

describe('a time on the clock of the blog', () => {
  it('is the moment at which that clock shows it, by name or by offset', () => {
    expect(at('Asia/Ho_Chi_Minh', '2026-11-22', '08:00')).toBe('2026-11-22T01:00:00.000Z')
    expect(at('UTC+07:00', '2026-11-22', '08:00')).toBe('2026-11-22T01:00:00.000Z')
    expect(at('Asia/Kathmandu', '2026-11-22', '00:00')).toBe('2026-11-21T18:15:00.000Z')
  })

  it('that is skipped when the clocks go forward is no moment', () => {
    expect(at('Europe/Paris', '2026-03-29', '02:30')).toBeNull()
    expect(at('Europe/Paris', '2026-03-29', '03:00')).toBe('2026-03-29T01:00:00.000Z')
  })

  it('that comes twice is the earlier moment', () => {
    expect(at('Europe/Paris', '2026-10-25', '02:30')).toBe('2026-10-25T00:30:00.000Z')
  })

  it('that is no time is no moment', () => {
    expect(at('Asia/Tokyo', '', '08:00')).toBeNull()
  })
})

describe('when a post becomes public', () => {
  const now = new Date('2026-11-21T14:02:00.000Z')
  const wall = { date: '2026-11-22', time: '08:00' }

  it('a later time goes with both clocks in words', () => {
    const time = publishTime({ isLater: true, wall }, 'Asia/Ho_Chi_Minh', now)
    expect(time).toMatchObject({ ok: true, publishAt: '2026-11-22T01:00:00.000Z' })
    expect(time.sentence).toMatch(/^22 November, 08:00 at the blog \(.*\d\d:\d\d here\)\.$/)
  })

  it('a time in another year names the year', () => {
    const time = publishTime({ isLater: true, wall: { date: '2027-06-22', time: '08:00' } }, 'UTC+07:00', now)
    expect(time.sentence).toMatch(/^22 June 2027, 08:00 at the blog/)
  })

  it('a time that passed is refused with a sentence', () => {
    const time = publishTime({ isLater: true, wall: { date: '2026-11-21', time: '21:02' } }, 'UTC+07:00', now)
    expect(time.ok).toBe(false)
    expect(time.sentence).toContain('has passed already')
  })

  it('now carries no date at all', () => {
    expect(publishTime({ isLater: false, wall }, 'UTC+07:00', now)).toEqual({ ok: true, publishAt: null, sentence: '' })
  })
})
