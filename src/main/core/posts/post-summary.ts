import { countWords } from '../../../shared/content/count-words.ts'
import { documentToText } from '../../../shared/content/document-to-text.ts'
import type { PostWords } from '../../../shared/domain/post.ts'

const EXCERPT_LINE_LENGTH = 160

/** What lists show of the words. Reads the whole text, so it stays off the save path (see autosave.ts). */
export function summarise({ title, document, excerpt, language }: PostWords): {
  title: string
  excerptLine: string
  wordCount: number
} {
  const line = (excerpt.trim() || documentToText(document)).replaceAll(/\s+/gu, ' ').trim()
  return { title, excerptLine: line.slice(0, EXCERPT_LINE_LENGTH), wordCount: countWords(document, language) }
}
