import { expect, test } from 'vitest'
import type { PostId, UtcIso } from '../../../src/shared/domain/ids.ts'
import { countFigures, type Counted, type SaidThere } from '../../../src/shared/insight/count-figures.ts'
import { insightTable } from '../../../src/shared/insight/insight-table.ts'

const post = 'post' as PostId
const at = (text: string): UtcIso => `${text}.000Z` as UtcIso

const comment = (createdAt: string, answeredAt: string | null = null): SaidThere => ({
  postId: post,
  createdAt: at(createdAt),
  isOfHouse: false,
  isReply: false,
  answeredAt: answeredAt === null ? null : at(answeredAt),
})

const count = (given: Partial<Counted>) =>
  countFigures({
    posts: [],
    said: [],
    period: { from: '2026-10-01', to: '2026-12-31' },
    timeZone: 'Asia/Ho_Chi_Minh',
    promise: null,
    now: new Date('2026-11-28T12:00:00Z'),
    ...given,
  })

test('a day is one of the blog’s: what was published there after midnight belongs to the new quarter', () => {
  const published = (publishedAt: string) => ({
    id: post,
    title: '',
    language: 'vi',
    publishedAt: at(publishedAt),
    tags: [],
  })
  const posts = [published('2026-09-30T16:59:00'), published('2026-09-30T17:00:00'), published('2026-12-31T16:59:00')]
  const { posts: counted, months } = count({ posts })
  expect(counted).toBe(2)
  expect(months.map(({ month, posts: each }) => [month, each])).toEqual([
    ['2026-10', 1],
    ['2026-11', 0],
    ['2026-12', 1],
  ])
  expect(count({ posts, timeZone: 'UTC-03:00' }).posts).toBe(1)
})

test('an answer is in time by the blog’s working days; without one a comment is open until then, and late after', () => {
  // Monday, 16 November at the blog; two working days: Wednesday.
  const promise = { workingDays: 2, closedOn: [0, 6] }
  const { answering } = count({
    promise,
    said: [
      comment('2026-11-16T02:00:00', '2026-11-18T16:59:00'),
      comment('2026-11-16T02:00:00', '2026-11-18T17:00:00'),
      comment('2026-11-16T02:00:00'),
      comment('2026-11-27T02:00:00'),
    ],
  })
  expect(answering).toEqual({
    answered: 2,
    unanswered: 2,
    medianHours: (62 + 59 / 60 + 63) / 2,
    promise: { kept: 1, broken: 2, open: 1 },
  })
})

test('where nothing is promised nothing is kept or broken, and where nothing was answered there is no time', () => {
  const { answering } = count({ said: [comment('2026-11-16T02:00:00')] })
  expect(answering).toEqual({ answered: 0, unanswered: 1, medianHours: null, promise: null })
})

test('what the house says is no comment; under one it is a reply', () => {
  const house = { ...comment('2026-11-16T02:00:00'), isOfHouse: true }
  const { comments, replies } = count({ said: [house, { ...house, isReply: true }, comment('2026-11-16T02:00:00')] })
  expect({ comments, replies }).toEqual({ comments: 1, replies: 1 })
})

test('a cell of the table is a text, whatever a spreadsheet would make of it', () => {
  const figures = count({})
  const table = insightTable(
    {
      figures: { ...figures, tags: [{ name: '=HYPERLINK("https://evil.example","a")', posts: 1 }] },
      before: figures,
      campaign: null,
      evidence: [],
      readAt: null,
      isWhole: true,
    },
    'The “Open”, Gate\r\nof ours',
  )
  expect(table.startsWith('\uFEFF')).toBe(true)
  expect(table).toContain(`"'=HYPERLINK(""https://evil.example"",""a"")",Posts,1\r\n`)
  expect(table).toContain('"The “Open”, Gate\r\nof ours",')
})
