import { parentPort } from 'node:worker_threads'
import { createSpellingEngine, type DictionarySource } from './spelling-engine.ts'

export type SpellingQuestion = { id: number; sources: DictionarySource[] } & (
  { kind: 'check'; words: string[] } | { kind: 'suggest'; word: string }
)
/** `words` null: a dictionary could not be read. */
export interface SpellingAnswer {
  id: number
  words: string[] | null
}

const engine = createSpellingEngine()

/** One after another: two questions must not load the same dictionary twice. */
let last: Promise<void> = Promise.resolve()

parentPort?.on('message', (question: SpellingQuestion) => {
  last = answerAfter(last, question)
})

async function answerAfter(before: Promise<void>, question: SpellingQuestion): Promise<void> {
  await before
  const words = await answerTo(question).catch(() => null)
  parentPort?.postMessage({ id: question.id, words } satisfies SpellingAnswer)
}

function answerTo(question: SpellingQuestion): Promise<string[]> {
  return question.kind === 'check'
    ? engine.check(question.sources, question.words)
    : engine.suggest(question.sources, question.word)
}
