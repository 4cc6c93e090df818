import { matchSequences } from './match-sequences.ts'
import { mergeValue } from './merge-value.ts'
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
    merged.push(stretch, base[stable.base] ?? '')
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
    // No spread into push: a run may be longer than a call may have arguments.
    if (isAtEdge || run.some(({ base: at }) => isWord(base[at] ?? ''))) for (const stable of run) kept.push(stable)
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

function mergeStretch(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string | null {
  const merged = mergeValue({ base: base.join(''), mine: mine.join(''), theirs: theirs.join('') })
  return 'conflict' in merged ? null : merged.value
}
