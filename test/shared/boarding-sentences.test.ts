import { describe, expect, it } from 'vitest'
import { ageWords, boardingEndWords, boardingWords, diskWords } from '../../src/shared/boarding-sentences.ts'
import type { BoardingLine } from '../../src/shared/domain/boarding.ts'
import { utcIso } from '../../src/shared/domain/ids.ts'

const now = new Date('2026-11-21T14:00:00.000Z')
const ago = (minutes: number) => utcIso(new Date(now.getTime() - minutes * 60_000))
const read = (line: BoardingLine): string => {
  const { title, sentence, next } = boardingWords(line, now)
  return `${title}: ${sentence} ${next}`.trim()
}

describe('a line of the boarding check', () => {
  const account = { what: 'account', isReady: true, seenAt: ago(20), reason: null, password: 'kept' } as const
  const pictures = {
    what: 'pictures',
    isReady: true,
    hereCount: 0,
    hereBytes: 0,
    toBringCount: 0,
    toBringBytes: 0,
    lostCount: 0,
    elsewhereCount: 0,
  } as const

  it.each<[BoardingLine, string]>([
    [account, 'Signed in: The blog last answered 20 minutes ago.'],
    [
      { ...account, reason: { kind: 'offline' } },
      'Signed in: There is no line now. The blog last answered 20 minutes ago.',
    ],
    [
      { ...account, isReady: false, password: 'missing' },
      'Signed in: This laptop holds no password for the blog. Connect the blog again before you leave.',
    ],
    [
      { what: 'posts', isReady: true, count: 10_000, sizeBytes: 24_100_000, wholeAt: ago(180), vanishedCount: 0 },
      'Posts and drafts: All 10,000 posts, 24.1 MB, complete 3 hours ago.',
    ],
    [
      { what: 'posts', isReady: false, count: 300, sizeBytes: 1, wholeAt: null, vanishedCount: 0 },
      'Posts and drafts: 300 posts so far; not all have come down.',
    ],
    [
      { what: 'posts', isReady: false, count: 300, sizeBytes: 1, wholeAt: ago(1), vanishedCount: 80 },
      'Posts and drafts: 80 posts are no longer on the blog. Nothing was removed here. Answer the question at the state of the line, at the top of the window.',
    ],
    [{ what: 'comments', isReady: true, count: 0, wholeAt: ago(1) }, 'Comments: No comments, complete just now.'],
    [pictures, 'Pictures in the posts: No picture of the blog is shown.'],
    [
      { ...pictures, isReady: false, hereCount: 3, hereBytes: 900_000, toBringCount: 37, toBringBytes: 11_100_000 },
      'Pictures in the posts: 3 of 40 pictures here, 900 KB; about 11.1 MB to bring.',
    ],
    [
      { ...pictures, hereCount: 1, hereBytes: 90_000, lostCount: 2, elsewhereCount: 5 },
      'Pictures in the posts: 1 picture at reading size, 90 KB. 2 the blog itself cannot give. 5 are on other sites and stay there.',
    ],
    [{ what: 'outbox', isReady: true, waitingCount: 0, needsYouCount: 0, sizeBytes: 0 }, 'Outbox: Nothing waits.'],
    [
      { what: 'outbox', isReady: false, waitingCount: 2, needsYouCount: 1, sizeBytes: 1_400_000 },
      'Outbox: 2 things not sent yet, 1.4 MB. 1 thing needs you. Look at it while there is a line.',
    ],
    [
      { what: 'conflicts', isReady: false, count: 1 },
      'Changed on both sides: 1 post was changed both here and on the blog. Both texts are here: decide now, or on the way.',
    ],
  ])('%j', (line, words) => {
    expect(read(line)).toBe(words)
  })

  it('says how much room there is', () => {
    expect(diskWords({ isReady: true, freeBytes: 81_400_000_000 }).sentence).toBe('81.4 GB free.')
    expect(diskWords({ isReady: false, freeBytes: 81_000_000 }).next).not.toBe('')
  })
})

it.each([
  [0, 'just now'],
  [-30, 'just now'],
  [119, '119 minutes ago'],
  [120, '2 hours ago'],
  [47 * 60, '47 hours ago'],
  [48 * 60, '2 days ago'],
])('%i minutes are “%s”', (minutes, words) => {
  expect(ageWords(ago(minutes), now)).toBe(words)
})

it('the end of bringing down is said only when there is something to say', () => {
  const at = ago(1)
  expect(boardingEndWords({ at, failedCount: 0, stoppedBy: null })).toBeNull()
  expect(boardingEndWords({ at, failedCount: 2, stoppedBy: null })).toBe('2 pictures could not be had.')
  expect(boardingEndWords({ at, failedCount: 0, stoppedBy: 'person' })).toMatch(/^You stopped it\./)
  expect(boardingEndWords({ at, failedCount: 0, stoppedBy: { kind: 'offline' } })).toMatch(/^There is no line/)
})
