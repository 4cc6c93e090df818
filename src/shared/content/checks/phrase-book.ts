import type { ActiveRule } from './active-rule.ts'
import { isInCode, languageAt, primaryLanguage, type TextBlock } from './readable-post.ts'

export interface PhraseHit {
  rule: ActiveRule
  from: number
  to: number
  /** What a fix would put there; null where the rule only points. */
  put: string | null
}

/** The phrases of all rules at once: one walk over the words of a block, however many packs there are. */
export interface PhraseBook {
  find(block: TextBlock): PhraseHit[]
}

interface Phrase {
  rule: ActiveRule
  words: string[]
  put: string | null
}

const WORD = /[\p{L}\p{M}\p{N}_]+(?:['’][\p{L}\p{M}\p{N}_]+)*/gu
const BETWEEN = /^[ \u00a0\u202f\u2011-]{1,3}$/u
/** How far away `near` may be, in characters. */
const NEAR = 60
/** Where a text does not say its language, the interface's own rules hold. */
const UNTOLD = 'en'

export function createPhraseBook(rules: readonly ActiveRule[]): PhraseBook {
  const byFirstWord = new Map<string, Phrase[]>()
  const wholeLinks = new Map<string, Phrase[]>()
  for (const rule of rules) {
    const phrases = [
      ...rule.phrases.map((text) => ({ text, put: null })),
      ...rule.replacements.map(({ find, put }) => ({ text: find, put })),
    ]
    for (const { text, put } of phrases) {
      const words = wordsOf(text).map(({ word }) => (rule.isExact ? word : fold(word)))
      const first = words[0]
      if (first === undefined) continue
      const [map, key] = rule.in === 'link' ? [wholeLinks, words.map(fold).join(' ')] : [byFirstWord, fold(first)]
      map.set(key, [...(map.get(key) ?? []), { rule, words, put }])
    }
  }
  const shapes = rules.flatMap((rule) => rule.shapes.map((shape) => ({ rule, pattern: patternOf(shape) })))

  function* phrasesIn(block: TextBlock): Iterable<PhraseHit> {
    const words = wordsOf(block.text)
    for (const [index, { word, from }] of words.entries()) {
      for (const phrase of byFirstWord.get(fold(word)) ?? []) {
        const found = words.slice(index, index + phrase.words.length)
        const last = found.at(-1)
        if (!last || found.length < phrase.words.length) continue
        if (!found.every((one, nth) => (phrase.rule.isExact ? one.word : fold(one.word)) === phrase.words[nth]))
          continue
        if (!found.every((one, nth) => nth === 0 || BETWEEN.test(block.text.slice(found[nth - 1]?.to, one.from))))
          continue
        yield { rule: phrase.rule, from, to: last.to, put: phrase.put }
      }
    }
  }

  function* linksIn(block: TextBlock): Iterable<PhraseHit> {
    for (const { from, to } of block.links) {
      const words = wordsOf(block.text.slice(from, to)).map(({ word }) => fold(word))
      for (const { rule, put } of wholeLinks.get(words.join(' ')) ?? []) yield { rule, from, to, put }
    }
  }

  function* shapesIn(block: TextBlock): Iterable<PhraseHit> {
    for (const { rule, pattern } of shapes)
      for (const { index, 0: found } of block.text.matchAll(pattern))
        yield { rule, from: index, to: index + found.length, put: null }
  }

  const holds = ({ rule, from, to }: PhraseHit, block: TextBlock): boolean =>
    isSpoken(rule.language, languageAt(block, from)) &&
    !(isInCode(block, from) && rule.in === 'text' && rule.replacements.length > 0) &&
    (rule.near.length === 0 || isNear(rule.near, block.text.slice(Math.max(0, from - NEAR), to + NEAR)))

  return {
    find: (block) => [...phrasesIn(block), ...linksIn(block), ...shapesIn(block)].filter((hit) => holds(hit, block)),
  }
}

const isSpoken = (rule: string, text: string): boolean =>
  rule === '*' || rule === (text === '' ? UNTOLD : primaryLanguage(text))

function isNear(near: readonly string[], text: string): boolean {
  const lower = text.toLowerCase()
  return near.some((word) => lower.includes(word.toLowerCase()))
}

const fold = (word: string): string => word.toLowerCase().replaceAll('’', "'")

const wordsOf = (text: string): { word: string; from: number; to: number }[] =>
  Array.from(text.matchAll(WORD), ({ index, 0: word }) => ({ word, from: index, to: index + word.length }))

/** Nothing of a pack reaches the pattern but its own signs, escaped. */
function patternOf(shape: string): RegExp {
  const body = Array.from(shape, (sign) =>
    sign === '#' ? '\\d' : sign === '@' ? '[A-Za-z]' : sign.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`),
  ).join('')
  return new RegExp(`(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`, 'gu')
}
