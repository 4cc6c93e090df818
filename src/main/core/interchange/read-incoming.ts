import { readFrontMatter, type FrontMatter } from '../../../shared/content/front-matter.ts'
import { htmlToMarkup, type IncomingMarkup } from '../../../shared/content/interchange/html-to-markup.ts'
import { markdownToHtml } from '../../../shared/content/interchange/markdown-to-html.ts'
import { AppError } from '../../../shared/errors.ts'
import { readWord, type WordText } from './read-word.ts'

/** A text from outside, read whole: nothing is kept of one that cannot be. */
export interface IncomingText {
  text: IncomingMarkup
  fields: FrontMatter | null
  word: WordText | null
}

const MEGABYTE = 1024 * 1024
const MAX_TEXT_BYTES = 20 * MEGABYTE
const MAX_WORD_BYTES = 60 * MEGABYTE

/** By the ending of its name, and for Word by what is in it too. Throws `unreadable-file`. */
export async function readIncoming(fileName: string, bytes: Uint8Array, newId: () => string): Promise<IncomingText> {
  const refuse = (why: 'too-large' | 'unknown-type' | 'old-word'): never => {
    throw new AppError({ kind: 'unreadable-file', fileName, why })
  }
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const isWord = ending === 'docx' || ending === 'docm' || ending === 'dotx'
  if (bytes.byteLength > (isWord ? MAX_WORD_BYTES : MAX_TEXT_BYTES)) refuse('too-large')
  try {
    if (isWord) {
      const word = await readWord(fileName, bytes)
      return { text: withTitle(htmlToMarkup(word.html, newId)), fields: null, word }
    }
    if (ending === 'doc') refuse('old-word')
    if (ending === 'html' || ending === 'htm' || ending === 'xhtml')
      return { text: withTitle(htmlToMarkup(asText(bytes), newId)), fields: null, word: null }
    if (ending === 'md' || ending === 'markdown' || ending === 'mdown' || ending === 'txt') {
      const { fields, body } = readFrontMatter(asText(bytes))
      const { html, keptMarkup } = markdownToHtml(body)
      return { text: withTitle(htmlToMarkup(html, newId, keptMarkup), fields.title), fields, word: null }
    }
    return refuse('unknown-type')
  } catch (error) {
    const isNameless = error instanceof AppError && error.data.kind === 'unreadable-file' && error.data.fileName === ''
    if (isNameless) refuse('too-large')
    throw error
  }
}

const OPENING_HEADING =
  /^<!-- wp:heading \{"level":1\} -->\n<h1 class="wp-block-heading">([\s\S]*?)<\/h1>\n<!-- \/wp:heading -->\s*/

/** The first-level heading that opens a text is its title, unless it was given another. */
function withTitle(text: IncomingMarkup, given: string | null = null): IncomingMarkup {
  const heading = OPENING_HEADING.exec(text.markup)
  const words = heading ? plain(heading[1] ?? '') : null
  const isTitle = words !== null && (given === null || given === words)
  if (isTitle) return { ...text, title: words, markup: text.markup.slice(heading?.[0].length ?? 0) }
  return { ...text, title: given ?? text.title }
}

const plain = (html: string): string =>
  html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** UTF-8, or UTF-16 where the file says so; what is neither shows as replacement signs rather than being refused. */
function asText(bytes: Uint8Array): string {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return new TextDecoder(isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes)
}
