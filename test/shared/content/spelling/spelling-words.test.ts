import { describe, expect, test } from 'vitest'
import { dictionariesFor } from '../../../../src/shared/content/spelling/dictionaries.ts'
import { knownWords, spellingWords } from '../../../../src/shared/content/spelling/spelling-words.ts'

const line = (text: string, language = 'en') => ({ text, language, passages: [], code: [], isVerbatim: false })
const wordsIn = (text: string, language?: string) => spellingWords(line(text, language)).map(({ word }) => word)

describe('the words that are looked up', () => {
  test('are those somebody spelt: no address, number, capitals, name of an account or a file', () => {
    expect(
      wordsIn(
        'See https://exmple.org/tea, www.tee.org or exmple.org; mail jhon@exmple.org. @jhon #tagg NATO NGOs iPhone B2B 3rd x_y I a report.docx',
      ),
    ).toEqual(['See', 'or', 'mail'])
  })

  test('stand where the editor counts them, each piece of a hyphened word by itself and with the whole', () => {
    expect(spellingWords(line('a well-knwon tea'))).toEqual([
      { word: 'well', from: 2, to: 6, language: 'en', forms: ['well', 'well-knwon'] },
      { word: 'knwon', from: 7, to: 12, language: 'en', forms: ['knwon', 'well-knwon'] },
      { word: 'tea', from: 13, to: 16, language: 'en', forms: ['tea'] },
    ])
  })

  test('leave a possessive and an elided word out of the line under them, and ask for either', () => {
    expect(spellingWords(line('the envoy’s'))[1]).toMatchObject({
      word: 'envoy',
      from: 4,
      to: 9,
      forms: ['envoy', "envoy's"],
    })
    expect(spellingWords(line('L’ambassade', 'fr'))).toEqual([
      { word: 'ambassade', from: 2, to: 11, language: 'fr', forms: ['ambassade', "L'ambassade"] },
    ])
    expect(wordsIn('don’t', 'en')).toEqual(['don’t'])
  })

  test('are in the language of their passage, and code has none', () => {
    const text = 'the tea thé code'
    const words = spellingWords({
      text,
      language: 'en',
      passages: [{ from: 8, to: 11, language: 'fr' }],
      code: [{ from: 12, to: 16 }],
      isVerbatim: false,
    })
    expect(words.map(({ word, language }) => `${word} ${language}`)).toEqual(['the en', 'tea en', 'thé fr'])
  })

  test('are in the script of their language: a foreign name in another one is left alone, and so is what has no spaces', () => {
    expect(wordsIn('سفارت Embassy می‌روم', 'fa')).toEqual(['سفارت', 'می‌روم'])
    expect(wordsIn('embassy посольство', 'en')).toEqual(['embassy'])
    expect(wordsIn('大使館は東京にあります สถานทูต', 'ja')).toEqual([])
    expect(wordsIn('words', '')).toEqual([])
  })

  test('a line without a space costs no more than one with', () => {
    expect(wordsIn('a'.repeat(500_000))).toHaveLength(1)
    expect(wordsIn('ab.'.repeat(100_000))).toEqual([])
  })
})

test('each word of a name is known, however the sentence begins, and with its possessive', () => {
  const isKnown = knownWords(['Nguyễn Minh Triết', 'walkability'])
  const known = spellingWords(line('Walkability, said Triết’s Nguyen')).filter(isKnown)
  expect(known.map(({ word }) => word)).toEqual(['Walkability', 'Triết'])
})

describe('the dictionaries of a language', () => {
  test('English is written either way until it says whose it is', () => {
    expect(dictionariesFor('en', []).bundled).toEqual(['en', 'en-GB'])
    expect(dictionariesFor('en-US', []).bundled).toEqual(['en'])
    expect(dictionariesFor('en-AU', []).bundled).toEqual(['en-GB'])
  })

  test('what is added goes with what is bundled, for its own language and country', () => {
    expect(dictionariesFor('fr-CA', ['fr', 'pt-PT'])).toEqual({ bundled: ['fr'], added: ['fr'] })
    expect(dictionariesFor('vi', ['vi-VN'])).toEqual({ bundled: [], added: ['vi-VN'] })
    expect(dictionariesFor('pt-PT', ['pt-PT'])).toEqual({ bundled: [], added: ['pt-PT'] })
    expect(dictionariesFor('pt-BR', ['pt-PT'])).toEqual({ bundled: ['pt'], added: [] })
  })
})
