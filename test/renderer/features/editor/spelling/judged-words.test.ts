import { getSchema } from '@tiptap/core'
import { expect, test } from 'vitest'
import { JudgedWords } from '../../../../../src/renderer/src/features/editor/spelling/judged-words.ts'
import { postExtensions } from '../../../../../src/renderer/src/features/editor/schema/post-extensions.ts'
import { ignoredPrint } from '../../../../../src/shared/content/checks/rules/spelling.ts'
import { WordKnowledge } from '../../../../../src/shared/content/spelling/word-knowledge.ts'

const schema = getSchema(postExtensions)
const block = (words: string) =>
  ({ in: 'text', node: schema.node('paragraph', null, [schema.text(words)]), start: 1, language: 'en' }) as const

/** A dictionary that knows every word without an x. */
const knowledgeOfX = (): WordKnowledge =>
  new WordKnowledge(async (_language, words) => ({
    state: 'checked',
    unknown: words.filter((word) => word.includes('x')),
  }))
const said = (words: readonly { word: string }[]): string[] => words.map(({ word }) => word)

test('of a text in which all words are known nothing is kept but that they are, the same for all such texts', async () => {
  const knowledge = knowledgeOfX()
  const judged = new JudgedWords(knowledge)
  const [known, other, wrong] = [block('one two'), block('two one one'), block('one xtwo')]
  for (const text of [known, other, wrong]) await knowledge.learn(judged.of(text).notAsked)
  expect(judged.of(known)).toMatchObject({ misspelt: [], notAsked: [], ignored: [] })
  expect(judged.of(other)).toBe(judged.of(known))
  expect(said(judged.of(wrong).misspelt)).toEqual(['xtwo'])
  expect(judged.of(wrong)).toBe(judged.of(wrong))
})

test('all of a text is read again when a dictionary is another one, or other words are let be or ignored', async () => {
  const knowledge = knowledgeOfX()
  const judged = new JudgedWords(knowledge)
  const text = block('xone two xtwo')
  await knowledge.learn(judged.of(text).notAsked)
  knowledge.letBe(({ word }) => word === 'xone')
  expect(said(judged.of(text).misspelt)).toEqual(['xtwo'])
  judged.ignore([ignoredPrint('two')])
  expect(said(judged.of(text).ignored)).toEqual(['two'])
  judged.ignore([])
  knowledge.dictionariesAre(['en'])
  expect(judged.of(text)).toMatchObject({ ignored: [], misspelt: [] })
  expect(said(judged.of(text).notAsked)).toEqual(['two', 'xtwo'])
})

test('words that were asked about since stand among the others in reading order', async () => {
  const knowledge = knowledgeOfX()
  const judged = new JudgedWords(knowledge)
  const [first, second] = [block('xtwo'), block('xone xtwo')]
  await knowledge.learn(judged.of(first).notAsked)
  expect(said(judged.of(second).misspelt)).toEqual(['xtwo'])
  await knowledge.learn(judged.of(second).notAsked)
  expect(said(judged.of(second).misspelt)).toEqual(['xone', 'xtwo'])
})

test('a title is judged as it stands now', async () => {
  const knowledge = knowledgeOfX()
  const judged = new JudgedWords(knowledge)
  const title = (words: string) => ({ in: 'title', words, language: 'en' }) as const
  await knowledge.learn(judged.of(title('xone')).notAsked)
  expect(said(judged.of(title('xone')).misspelt)).toEqual(['xone'])
  expect(said(judged.of(title('two')).notAsked)).toEqual(['two'])
  expect(said(judged.of({ ...title('xone'), in: 'excerpt' }).misspelt)).toEqual(['xone'])
})
