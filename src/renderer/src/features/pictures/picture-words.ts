import { t } from '../../../../shared/words/t.ts'
import type { LibraryPicture } from '../../../../shared/domain/media.ts'
import { byteWords } from '../../../../shared/sentences.ts'

/** One picture of the library among all: what is on the laptop by its file, what is not by its address. */
export const keyOf = ({ mediaId, onBlog }: LibraryPicture): string => mediaId ?? onBlog?.url ?? ''

/** How it is called before anybody has described it. */
export const nameOf = ({ alt, fileName }: LibraryPicture): string => (alt.trim() === '' ? fileName : alt)

/** “2,560 × 1,920, 1.2 MB” */
export function sizeWords({
  widthPx,
  heightPx,
  sizeBytes,
}: {
  widthPx: number
  heightPx: number
  sizeBytes: number
}): string {
  return t('{widthPx, number} × {heightPx, number}, {size}', { widthPx, heightPx, size: byteWords(sizeBytes) })
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()

/** Every word of the search stands somewhere in the name, the description, the credit or a post's title; marks and case do not count. */
export function isFound({ fileName, alt, credit, usedIn }: LibraryPicture, search: string): boolean {
  const words = fold(search).split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const text = fold([fileName, alt, credit, ...usedIn.map(({ title }) => title)].join('\n'))
  return words.every((word) => text.includes(word))
}

export type LibraryShelf = 'all' | 'own' | 'blog' | 'unused'

export function isOnShelf(picture: LibraryPicture, shelf: LibraryShelf): boolean {
  switch (shelf) {
    case 'all':
      return true
    case 'own':
      return picture.isOwn
    case 'blog':
      return picture.onBlog !== null
    case 'unused':
      return picture.isOwn && picture.usedIn.length === 0
  }
}
