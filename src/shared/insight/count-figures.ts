import { dayAtBlog, type CivilDay } from '../blog-day.ts'
import { answerBy, type AnswerPromise } from '../conversation/answer-promise.ts'
import type { PostId, UtcIso } from '../domain/ids.ts'
import type { AnsweringFigures, InsightFigures, PostFigures } from '../domain/insight.ts'
import { monthsOf, type Period } from './period.ts'

/** A post that is public now. */
export interface PublicPost {
  id: PostId
  title: string
  language: string
  publishedAt: UtcIso
  tags: readonly string[]
}

/** What readers see, or may see soon. `answeredAt`: when somebody of the house first answered it. */
export interface SaidThere {
  postId: PostId
  createdAt: UtcIso
  isOfHouse: boolean
  isReply: boolean
  answeredAt: UtcIso | null
}

export interface Counted {
  posts: readonly PublicPost[]
  said: readonly SaidThere[]
  period: Period
  timeZone: string
  promise: AnswerPromise | null
  now: Date
}

const MOST_DISCUSSED = 10
const HOUR_MS = 3_600_000

/** A day is one of the blog's, so that a figure here is one that the blog's own archive shows. */
export function countFigures({ posts, said, period, timeZone, promise, now }: Counted): InsightFigures {
  const dayOf = (at: UtcIso): CivilDay => dayAtBlog(new Date(at), timeZone)
  const isIn = (day: CivilDay): boolean => day >= period.from && day <= period.to
  const published = posts.filter(({ publishedAt }) => isIn(dayOf(publishedAt)))
  const spoken = said.filter(({ createdAt }) => isIn(dayOf(createdAt)))
  const comments = spoken.filter(({ isOfHouse }) => !isOfHouse)
  const replies = spoken.filter(({ isOfHouse, isReply }) => isOfHouse && isReply)
  const byMonth = <Item>(items: readonly Item[], at: (item: Item) => UtcIso): Map<string, number> =>
    tally(items.map((item) => dayOf(at(item)).slice(0, 7)))
  const perMonth = {
    posts: byMonth(published, ({ publishedAt }) => publishedAt),
    comments: byMonth(comments, ({ createdAt }) => createdAt),
    replies: byMonth(replies, ({ createdAt }) => createdAt),
  }
  return {
    period,
    posts: published.length,
    comments: comments.length,
    replies: replies.length,
    answering: countAnswering(comments, promise, dayOf, dayAtBlog(now, timeZone)),
    months: monthsOf(period).map((month) => ({
      month,
      posts: perMonth.posts.get(month) ?? 0,
      comments: perMonth.comments.get(month) ?? 0,
      replies: perMonth.replies.get(month) ?? 0,
    })),
    languages: ranked(tally(published.map(({ language }) => language))).map(([language, count]) => ({
      language,
      posts: count,
    })),
    tags: ranked(tally(published.flatMap(({ tags }) => tags))).map(([name, count]) => ({ name, posts: count })),
    mostDiscussed: discussed(posts, comments, replies),
  }
}

function countAnswering(
  comments: readonly SaidThere[],
  promise: AnswerPromise | null,
  dayOf: (at: UtcIso) => CivilDay,
  today: CivilDay,
): AnsweringFigures {
  const hours: number[] = []
  const kept = { kept: 0, broken: 0, open: 0 }
  let isPromised = false
  for (const { createdAt, answeredAt } of comments) {
    if (answeredAt !== null) hours.push((Date.parse(answeredAt) - Date.parse(createdAt)) / HOUR_MS)
    const by = promise && answerBy(dayOf(createdAt), promise)
    if (by === null) continue
    isPromised = true
    if (answeredAt !== null) kept[dayOf(answeredAt) <= by ? 'kept' : 'broken'] += 1
    else kept[today <= by ? 'open' : 'broken'] += 1
  }
  return {
    answered: hours.length,
    unanswered: comments.length - hours.length,
    medianHours: median(hours),
    promise: isPromised ? kept : null,
  }
}

/** Also older posts: a conversation goes on after the quarter in which it began. */
function discussed(
  posts: readonly PublicPost[],
  comments: readonly SaidThere[],
  replies: readonly SaidThere[],
): PostFigures[] {
  const perPost = tally(comments.map(({ postId }) => postId))
  const repliesPerPost = tally(replies.map(({ postId }) => postId))
  return posts
    .flatMap(({ id, title, publishedAt }) => {
      const count = perPost.get(id) ?? 0
      return count === 0
        ? []
        : [{ postId: id, title, publishedAt, comments: count, replies: repliesPerPost.get(id) ?? 0 }]
    })
    .toSorted((a, b) => b.comments - a.comments || (a.publishedAt < b.publishedAt ? 1 : -1))
    .slice(0, MOST_DISCUSSED)
}

/** Of an even number the mean of the two in the middle. */
function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b)
  const [lower, upper] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2
}

function tally<Key>(keys: readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

const ranked = (counts: Map<string, number>): [string, number][] =>
  [...counts].toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
