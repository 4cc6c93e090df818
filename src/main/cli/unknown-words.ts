import { dictionariesFor } from '../../shared/content/spelling/dictionaries.ts'
import { spellingWords } from '../../shared/content/spelling/spelling-words.ts'
import { createSpellingEngine } from '../core/spelling/spelling-engine.ts'
import { CliError } from './cli-error.ts'

export interface UnknownWord {
  word: string
  suggestions: string[]
}

/** Each word of a plain text that the bundled dictionaries of the language do not know, once, in the order of the text. */
export async function unknownWords(text: string, language: string): Promise<UnknownWord[]> {
  const sources = dictionariesFor(language, []).bundled.map((id) => ({ bundled: id }))
  if (sources.length === 0) throw new CliError(`No dictionary for ${language} comes with Attaché.`)
  const words = spellingWords({ text, language, passages: [], code: [], isVerbatim: false })
  const engine = createSpellingEngine()
  const unknown = new Set(await engine.check(sources, [...new Set(words.flatMap(({ forms }) => forms))]))
  const found = words.filter(({ forms }) => forms.every((form) => unknown.has(form)))
  const answer: UnknownWord[] = []
  for (const word of new Set(found.map((one) => one.word)))
    answer.push({ word, suggestions: await engine.suggest(sources, word) })
  return answer
}
