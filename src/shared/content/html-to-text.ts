import { Tokenizer } from 'htmlparser2'
import { withoutTurns } from './strange-letters.ts'
import { isBlank } from './white-space.ts'

const WITHOUT_WORDS = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'svg'])
const INSIDE_A_WORD = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'code',
  'em',
  'i',
  'mark',
  's',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
])

/**
 * The words of any HTML, for counting and searching; never for showing as HTML. Elements but the inline ones part words, and
 * nothing turns them round where they are shown.
 * Linear: no tree is kept, so that a text of a million open tags takes no longer than a million words.
 */
export function htmlToText(html: string): string {
  const texts: string[] = []
  let hiddenDepth = 0
  let name = ''
  const part = (): void => {
    if (!INSIDE_A_WORD.has(name)) texts.push('\n')
  }
  const leave = (): void => {
    if (WITHOUT_WORDS.has(name)) hiddenDepth = Math.max(0, hiddenDepth - 1)
    part()
  }
  const ignore = (): void => undefined
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (start, end) => {
        name = html.slice(start, end).toLowerCase()
        if (WITHOUT_WORDS.has(name)) hiddenDepth += 1
        part()
      },
      // Of the hidden ones only `svg` may close itself.
      onselfclosingtag: () => {
        if (name === 'svg') leave()
      },
      onclosetag: (start, end) => {
        name = html.slice(start, end).toLowerCase()
        leave()
      },
      ontext: (start, end) => {
        if (hiddenDepth === 0) texts.push(html.slice(start, end))
      },
      ontextentity: (codePoint) => {
        if (hiddenDepth === 0) texts.push(String.fromCodePoint(codePoint))
      },
      onattribname: ignore,
      onattribdata: ignore,
      onattribentity: ignore,
      onattribend: ignore,
      onopentagend: ignore,
      oncomment: ignore,
      oncdata: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return withoutTurns(texts.join(''))
    .split('\n')
    .filter((line) => !isBlank(line))
    .map((line) => line.trim())
    .join('\n')
}
