/** One `<!-- wp:… -->` comment. Offsets are into the markup it was found in; `end` is behind `-->`. */
interface BlockDelimiter {
  kind: 'opener' | 'closer' | 'void'
  /** With its namespace: `core/paragraph` also where the markup only says `paragraph`. */
  name: string
  /** `{}` when the comment has none, null when it has some that are not a JSON object. */
  attributes: Record<string, unknown> | null
  start: number
  end: number
}

const NAME = /[ \t\n\v\f\r]+(\/)?wp:(?:([a-z][a-z0-9_-]*)\/)?([a-z][a-z0-9_-]*)[ \t\n\v\f\r]+/y
const ATTRIBUTES_END = /\}[ \t\n\v\f\r]+\/?-->/g
const COMMENT_END = /(\/)?-->/y

function readAttributes(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

/**
 * Every block delimiter of the markup in order, found the way WordPress finds them (block grammar, 5.0 to 7.1):
 * attributes end at the first `}` that white space and the comment's end follow. Takes any text, in linear time.
 */
export function* findBlockDelimiters(markup: string): Generator<BlockDelimiter> {
  let attributesEnd = -1

  /** Offset behind the `}`; remembered, so that a thousand broken openers do not each search to the end. */
  const endOfAttributes = (from: number): number => {
    if (attributesEnd < from) {
      ATTRIBUTES_END.lastIndex = from
      const match = ATTRIBUTES_END.exec(markup)
      attributesEnd = match ? match.index + 1 : Number.POSITIVE_INFINITY
    }
    return attributesEnd
  }

  const delimiterAt = (start: number): BlockDelimiter | null => {
    NAME.lastIndex = start + 4
    const head = NAME.exec(markup)
    if (!head) return null
    let at = NAME.lastIndex
    let attributes: Record<string, unknown> | null = {}
    if (markup[at] === '{') {
      const jsonEnd = endOfAttributes(at)
      if (jsonEnd === Number.POSITIVE_INFINITY) return null
      attributes = readAttributes(markup.slice(at, jsonEnd))
      at = jsonEnd
      while (/[ \t\n\v\f\r]/.test(markup[at] ?? '')) at += 1
    }
    COMMENT_END.lastIndex = at
    const tail = COMMENT_END.exec(markup)
    if (!tail) return null
    const kind = tail[1] ? 'void' : head[1] ? 'closer' : 'opener'
    return { kind, name: `${head[2] ?? 'core'}/${head[3]}`, attributes, start, end: COMMENT_END.lastIndex }
  }

  for (let at = markup.indexOf('<!--'); at !== -1;) {
    const delimiter = delimiterAt(at)
    if (delimiter) yield delimiter
    at = markup.indexOf('<!--', delimiter ? delimiter.end : at + 4)
  }
}
