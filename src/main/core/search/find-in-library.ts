import type { LibraryHit } from '../../../shared/domain/search.ts'
import { findPassage, markTerms } from '../../../shared/search/mark-matches.ts'
import type { SearchTerm } from '../../../shared/search/parse-search.ts'
import type { Desk } from '../store/desk.ts'
import type { OwnPicture } from '../store/library-repository.ts'
import type { SearchDays } from '../store/search-repository.ts'

interface LibrarySearch {
  terms: SearchTerm[]
  /** Who made it. */
  authors: SearchTerm[]
  language: string | null
  days: SearchDays
}

/**
 * Pictures of the library that no post shows, by file name, description and credit; those that a post shows are found with
 * it. A library is some thousands of short lines at most: it is read as it is, and is never behind.
 */
export function findInLibrary(desk: Desk, search: LibrarySearch, limit: number): LibraryHit[] {
  const hits: LibraryHit[] = []
  const wanted = search.terms.filter(({ isUnwanted }) => !isUnwanted)
  for (const picture of desk.library.listOwn()) {
    if (!isFound(picture, search) || desk.library.isUsed(picture.id)) continue
    const { id, fileName, alt, altLanguage, credit, addedAt } = picture
    hits.push({
      mediaId: id,
      fileName: markTerms(fileName, wanted),
      passage: findPassage([alt, credit].join('\n'), wanted) ?? (alt === '' ? null : { text: alt, ranges: [] }),
      language: altLanguage,
      at: addedAt,
    })
    if (hits.length === limit) break
  }
  return hits
}

function isFound(
  { fileName, alt, altLanguage, credit, addedAt }: OwnPicture,
  { terms, authors, language, days }: LibrarySearch,
): boolean {
  const stands = (text: string, term: SearchTerm): boolean => markTerms(text, [term]).ranges.length > 0
  // The ending of a name is a word of its own, as after a space.
  const words = [fileName.replaceAll(/[._-]/g, ' '), alt, credit].join('\n')
  const day = addedAt.slice(0, 10)
  const primary = altLanguage.toLowerCase()
  return (
    terms.every((term) => stands(words, term) !== term.isUnwanted) &&
    authors.every((term) => stands(credit, term)) &&
    (language === null || primary === language.toLowerCase() || primary.startsWith(`${language.toLowerCase()}-`)) &&
    (days.from === null || day >= days.from) &&
    (days.until === null || day <= days.until)
  )
}
