import type { ArrivedComment, NoticeChoices } from '../domain/notice.ts'
import { noticeCount, noticeName, noticeWords } from '../notice-sentences.ts'

export interface NoticeQuestion {
  /** How many came since the person was last told, are unread, and somebody else's. */
  count: number
  /** The first of them are enough; the newest first. */
  newest: readonly ArrivedComment[]
  blogName: string
  choices: NoticeChoices
  /** The days on which the house is closed, 0 is Sunday. */
  closedOn: readonly number[]
  /** Where the person is. */
  at: { weekday: number; hour: number }
}

/** `wait`: it is a quiet time, so all of them are one notice after it. `forget`: nobody is to be told of these. */
export type NoticeVerdict = { what: 'wait' | 'forget' } | { what: 'tell'; title: string; body: string }

/** Whether one notice is due for what came, and what it says. */
export function decideNotice(question: NoticeQuestion): NoticeVerdict {
  const { count, newest, blogName, choices } = question
  if (!choices.isOn || count <= 0) return { what: 'forget' }
  if (isQuiet(question)) return { what: 'wait' }
  if (!choices.showsWords) return { what: 'tell', title: noticeCount(count), body: '' }
  return { what: 'tell', title: noticeCount(count, noticeName(blogName)), body: noticeWords(newest, count) }
}

/** Hours may go over midnight; from and until the same hour is no time at all. A house that is always closed is never quiet for it. */
function isQuiet({ choices, closedOn, at }: NoticeQuestion): boolean {
  const isClosed = closedOn.includes(at.weekday) && new Set(closedOn).size < 7
  if (choices.isQuietOnClosedDays && isClosed) return true
  if (choices.quiet === null) return false
  const { from, until } = choices.quiet
  return from <= until ? at.hour >= from && at.hour < until : at.hour >= from || at.hour < until
}
