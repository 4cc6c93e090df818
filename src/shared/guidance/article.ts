/** Something to be read under Guidance; it is on this laptop, and needs no line. */
export interface Article {
  /** Of all shelves. */
  id: string
  title: string
  /** In their order; a paragraph whose lines begin with `- ` is a list. */
  paragraphs: string[]
}

/** The plain text of a pack: an empty line parts paragraphs. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n[^\S\n]*\n/u)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')

/** The items of a paragraph that is a list; null for any other. */
export function listOf(paragraph: string): string[] | null {
  const lines = paragraph.split('\n').map((line) => line.trim())
  return lines.every((line) => line.startsWith('- ')) ? lines.map((line) => line.slice(2).trim()) : null
}
