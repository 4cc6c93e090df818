import type { BlogId } from './ids.ts'

/** What the number at the program's icon and in the window's title counts. */
export const BADGE_COUNTS = ['unread', 'unanswered', 'nothing'] as const

export interface NoticeChoices {
  isOn: boolean
  /** Else a notice says no more than how many there are. */
  showsWords: boolean
  /** Whole hours of the day where the person is, 0 to 23. */
  quiet: { from: number; until: number } | null
  /** As the answering promise has them. */
  isQuietOnClosedDays: boolean
  badge: (typeof BADGE_COUNTS)[number]
}

/** One of those that came and are unread: its plain words, never markup. */
export interface ArrivedComment {
  authorName: string
  words: string
}

/** One for a sync, whatever came. Plain text; `body` is '' where words are hidden. */
export interface Notice {
  blogId: BlogId
  title: string
  body: string
}
