import { matchSequences } from './match-sequences.ts'
import type { Versions } from './post-merge.ts'

const TOKEN = /<!--[^]*?-->|<\/?[a-z](?:[^"'>]|"[^"]*"|'[^']*')*>|&(?:[a-z][a-z\d]*|#\d+|#x[\da-f]+);|[^<&]+|[<&]/gi
const HAS_WORD = /[\p{L}\p{N}]/u

/**
 * The inline HTML with both sides' changes; null when they touch: when no whole word that both left alone stands between
 * a change of one and a change of the other. Tags are taken whole; whether they still nest is the caller's to check.
 */
export function mergeWords(versions: Versions<string>): string | null {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
  const base = tokens(versions.base, segmenter)
  const mine = tokens(versions.mine, segmenter)
  const theirs = tokens(versions.theirs, segmenter)
  const merged: string[] = []
  let last: Stable = { base: -1, mine: -1, theirs: -1 }
  for (const stable of stableTokens(base, mine, theirs)) {
    const stretch = mergeStretch(
      base.slice(last.base + 1, stable.base),
      mine.slice(last.mine + 1, stable.mine),
      theirs.slice(last.theirs + 1, stable.theirs),
    )
    if (stretch === null) return null
    merged.push(...stretch, ...base.slice(stable.base, stable.base + 1))
    last = stable
  }
  return merged.join('')
}

/** Words as the script parts them (Thai and Han too); what stands between them, tags and entities are tokens as well. */
function tokens(html: string, segmenter: Intl.Segmenter): string[] {
  const found: string[] = []
  for (const [token] of html.matchAll(TOKEN)) {
    if (/^[<&]/.test(token)) found.push(token)
    else for (const { segment } of segmenter.segment(token)) found.push(segment)
  }
  return found
}

/** Where a token both sides left alone stands in each version. */
type Stable = Versions<number>

/** In order; the last one is the end of all three. Tokens between two changes count only when a word is among them. */
function stableTokens(base: readonly string[], mine: readonly string[], theirs: readonly string[]): Stable[] {
  const inMine = matchSequences(base, mine)
  const inTheirs = matchSequences(base, theirs)
  const kept: Stable[] = []
  let run: Stable[] = []
  let last: Stable = { base: -1, mine: -1, theirs: -1 }
  const endRun = (isAtEdge: boolean): void => {
    if (isAtEdge || run.some(({ base: at }) => isWord(base[at] ?? ''))) kept.push(...run)
    run = []
  }
  let isAtStart = true
  const end = { base: base.length, mine: mine.length, theirs: theirs.length }
  for (let at = 0; at <= base.length; at += 1) {
    const stable = at === base.length ? end : { base: at, mine: inMine[at] ?? -1, theirs: inTheirs[at] ?? -1 }
    if (stable.mine === -1 || stable.theirs === -1) continue
    const isNext = stable.base === last.base + 1 && stable.mine === last.mine + 1 && stable.theirs === last.theirs + 1
    if (!isNext) {
      endRun(isAtStart)
      isAtStart = false
    }
    run.push(stable)
    last = stable
  }
  endRun(true)
  return kept
}

const isWord = (token: string): boolean => !token.startsWith('<') && !token.startsWith('&') && HAS_WORD.test(token)

function mergeStretch(base: string[], mine: string[], theirs: string[]): string[] | null {
  const [b, m, t] = [base.join(''), mine.join(''), theirs.join('')]
  if (m === b) return theirs
  if (t === b || m === t) return mine
  return null
}
