/** What HTML counts as white space; a no-break space is text. */
const isWhiteSpaceCode = (code: number): boolean => code === 32 || (code >= 9 && code <= 13)

interface OuterWhiteSpace {
  before: string
  inner: string
  after: string
}

/** `before + inner + after` is the text. Of a text that is all white space, everything is `before`. */
export function splitOuterWhiteSpace(text: string): OuterWhiteSpace {
  let start = 0
  let end = text.length
  while (start < end && isWhiteSpaceCode(text.charCodeAt(start))) start += 1
  while (end > start && isWhiteSpaceCode(text.charCodeAt(end - 1))) end -= 1
  return { before: text.slice(0, start), inner: text.slice(start, end), after: text.slice(end) }
}

export const isBlank = (text: string): boolean => splitOuterWhiteSpace(text).inner === ''

/** A run of white space with a line break or tab in it is one space in HTML; spaces a person typed stay. */
export function joinLines(text: string): string {
  if (!/[\t\n\f\r]/.test(text)) return text
  return text.replace(/[ \t\n\f\r]+/g, (run) => (/[\t\n\f\r]/.test(run) ? ' ' : run))
}
