import { dateFormat } from './words/date-words.ts'

/** A civil day, `2026-11-21`. */
export type CivilDay = string

/** A blog without a zone name has an offset, `UTC+07:00`, which Intl takes without its letters. */
export const zoneOfBlog = (blogZone: string): string => blogZone.replace(/^UTC(?=[+-])/, '')

/** `2026-11-22`, by the blog's own clock. */
export const dayAtBlog = (at: Date, blogZone: string): CivilDay =>
  // Sweden writes dates as ISO 8601 does.
  dateFormat({ dateStyle: 'short', timeZone: zoneOfBlog(blogZone) }, 'sv-SE').format(at)
