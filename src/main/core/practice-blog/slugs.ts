import { stripTags } from './html-text.ts'
import type { PracticePost, PracticeState } from './practice-state.ts'

const LATIN: Record<string, string> = {
  đ: 'd',
  Đ: 'd',
  ø: 'o',
  Ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 's',
  ł: 'l',
  þ: 'th',
  ð: 'd',
}

/** Only Latin letters lose their marks: Arabic ones would become other letters. */
const withoutAccents = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Script=Latin}/gu, (letter) => LATIN[letter] ?? letter.normalize('NFD').replace(/\p{M}/gu, ''))

function percentEncoded(text: string): string {
  let encoded = ''
  for (const character of text) {
    const next = character.charCodeAt(0) < 128 ? character : encodeURIComponent(character).toLowerCase()
    if (encoded.length + next.length > 200) break
    encoded += next
  }
  return encoded
}

/** `sanitize_title`: lower case, hyphens, no accents; other scripts percent-encoded in lower case. */
export function slugOf(title: string): string {
  const spaced = withoutAccents(stripTags(title))
    .replace(/[\u00a0\u2000-\u200a\u2013\u2014\u2028\u2029\u202f/]/g, '-')
    .replace(
      /[\u00ad\u00a1\u00bf\u00ab\u00bb\u2018-\u201f\u2039\u203a\u2022\u2026\u200b-\u200f\u202a-\u202e\u00a9\u00ae\u00b0\u2122]/g,
      '',
    )
    .replace(/%(?![a-f0-9]{2})/gi, '')
    .toLowerCase()
  return percentEncoded(spaced)
    .replace(/&.+?;/g, '')
    .replace(/\./g, '-')
    .replace(/[^%a-z0-9 _-]/g, '')
    .replace(/\s+/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-+|-+$/g, '')
}

function firstFree(slug: string, isTaken: (candidate: string) => boolean): string {
  if (!isTaken(slug)) return slug
  let suffix = 2
  while (isTaken(`${slug}-${suffix}`)) suffix += 1
  return `${slug}-${suffix}`
}

/** `slug`, or the first of `slug-2`, `slug-3` … that no other post of any state has; of a page, no other under the same one. */
export const uniquePostSlug = (state: PracticeState, slug: string, of: Pick<PracticePost, 'id' | 'page'>): string =>
  firstFree(slug, (candidate) =>
    state.posts.some(
      (post) => post.id !== of.id && post.slug === candidate && post.page?.parentId === of.page?.parentId,
    ),
  )

/** Media share their names with posts. */
export const uniqueMediaSlug = (state: PracticeState, slug: string): string =>
  firstFree(
    slug,
    (candidate) =>
      state.posts.some((post) => post.slug === candidate) || state.media.some((media) => media.slug === candidate),
  )

export const uniqueTermSlug = (state: PracticeState, taxonomy: string, slug: string): string =>
  firstFree(slug, (candidate) => state.terms.some((term) => term.taxonomy === taxonomy && term.slug === candidate))
