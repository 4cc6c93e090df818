import { Parser } from 'htmlparser2'
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

/** The words of any HTML, for counting and searching; never for showing as HTML. Elements but the inline ones part words. */
export function htmlToText(html: string): string {
  const texts: string[] = []
  let hiddenDepth = 0
  const parser = new Parser({
    onopentagname: (name) => {
      if (WITHOUT_WORDS.has(name)) hiddenDepth += 1
      if (!INSIDE_A_WORD.has(name)) texts.push('\n')
    },
    ontext: (text) => {
      if (hiddenDepth === 0) texts.push(text)
    },
    onclosetag: (name) => {
      if (WITHOUT_WORDS.has(name)) hiddenDepth -= 1
      if (!INSIDE_A_WORD.has(name)) texts.push('\n')
    },
  })
  parser.end(html)
  return texts
    .join('')
    .split('\n')
    .filter((line) => !isBlank(line))
    .map((line) => line.trim())
    .join('\n')
}
