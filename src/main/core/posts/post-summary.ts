import { countWords } from '../../../shared/content/count-words.ts'
import { documentToText } from '../../../shared/content/document-to-text.ts'
import { htmlToText } from '../../../shared/content/html-to-text.ts'
import type { PostWords } from '../../../shared/domain/post.ts'

const EXCERPT_LINE_LENGTH = 160
/** Characters of markup in which the line most often is. */
const FIRST_LOOK = 500
/** Of a text whose words nobody has counted yet. */
export const UNCOUNTED = -1

/** What lists show of the words. Reads the whole text, so it stays off the save path (see autosave.ts). */
export function summarise({ title, document, excerpt, language }: PostWords): {
  title: string
  excerptLine: string
  wordCount: number
} {
  const excerptLine = oneLine(excerpt) || oneLine(documentToText(document))
  return { title, excerptLine, wordCount: countWords(document, language) }
}

/**
 * The same line from as much of the markup as it takes, for the thousands of posts of a first pull: nothing is parsed, and
 * the words are counted when the index reads them (see search/search-index.ts).
 */
export function summariseMarkup({ title, content, excerpt }: { title: string; content: string; excerpt: string }): {
  title: string
  excerptLine: string
  wordCount: number
} {
  return { title, excerptLine: oneLine(excerpt) || firstLine(content), wordCount: UNCOUNTED }
}

function firstLine(markup: string): string {
  for (let length = FIRST_LOOK; ; length *= 4) {
    const part = markup.slice(0, length)
    // A tag that was cut off would count as text.
    const whole = part.lastIndexOf('<') > part.lastIndexOf('>') ? part.slice(0, part.lastIndexOf('<')) : part
    const line = oneLine(htmlToText(whole))
    if (line.length === EXCERPT_LINE_LENGTH || length >= markup.length) return line
  }
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim()
  return line.length > EXCERPT_LINE_LENGTH ? `${line.slice(0, EXCERPT_LINE_LENGTH - 1)}…` : line
}
