export interface SourceToken {
  kind: 'comment' | 'tag' | 'words'
  text: string
}

/** Block markup in pieces to be coloured; joined they are the source. */
export function sourceTokens(source: string): SourceToken[] {
  const tokens: SourceToken[] = []
  let at = 0
  for (const match of source.matchAll(/<!--[\s\S]*?-->|<\/?[a-z][^<>]*>/gi)) {
    if (match.index > at) tokens.push({ kind: 'words', text: source.slice(at, match.index) })
    tokens.push({ kind: match[0].startsWith('<!--') ? 'comment' : 'tag', text: match[0] })
    at = match.index + match[0].length
  }
  if (at < source.length) tokens.push({ kind: 'words', text: source.slice(at) })
  return tokens
}
