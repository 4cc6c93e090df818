import { isDeepStrictEqual } from 'node:util'
import { utcIso, type BlogId, type UtcIso } from '../../../shared/domain/ids.ts'
import type { OfferedLanguage } from '../blog-api/blog-api.ts'
import type { Desk } from '../store/desk.ts'

interface Learned {
  /** null where the blog lets no program link posts. */
  languages: OfferedLanguage[] | null
  askedAt: UtcIso
}

const KEY = 'offeredLanguages'
const ASK_AGAIN_MS = 60 * 60_000

const allLearned = (desk: Desk): Record<string, Learned> =>
  (desk.settings.find(KEY) as Record<string, Learned> | null) ?? {}

export function areOfferedLanguagesDue(desk: Desk, blogId: BlogId, now: Date): boolean {
  const learned = allLearned(desk)[blogId]
  return learned === undefined || Math.abs(now.getTime() - Date.parse(learned.askedAt)) >= ASK_AGAIN_MS
}

export function noteOfferedLanguages(desk: Desk, blogId: BlogId, languages: OfferedLanguage[] | null, now: Date): void {
  const known = allLearned(desk)
  const keep = (): void => desk.settings.put(KEY, { ...known, [blogId]: { languages, askedAt: utcIso(now) } })
  // What the blog lets be linked is news for who looks at a pair, that it was asked is none.
  if (isDeepStrictEqual(known[blogId]?.languages, languages)) desk.aside(keep)
  else keep()
}

/** Null where the blog lets no program link posts, undefined while it was not asked. */
export const offeredLanguages = (desk: Desk, blogId: BlogId): OfferedLanguage[] | null | undefined =>
  allLearned(desk)[blogId]?.languages

/** What the blog calls this language (BCP 47): the very one, else the only one of its kind; null where it has none or several. */
export function codeOf(languages: readonly OfferedLanguage[], language: string): string | null {
  const wanted = language.toLowerCase()
  if (wanted === '') return null
  const exact = languages.find(({ code, tag }) => tag.toLowerCase() === wanted || code.toLowerCase() === wanted)
  if (exact) return exact.code
  const [only, ...others] = languages.filter(({ tag }) => primaryOf(tag) === primaryOf(wanted))
  return only && others.length === 0 ? only.code : null
}

const primaryOf = (tag: string): string => tag.toLowerCase().split('-')[0] ?? ''
