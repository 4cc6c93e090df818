import { describe, expect, test } from 'vitest'
import { findPassage, markTerms } from '../../../src/shared/search/mark-matches.ts'
import { parseSearch } from '../../../src/shared/search/parse-search.ts'

const marked = (text: string, asked: string): string => {
  const { text: shown, ranges } = markTerms(text, parseSearch(asked).terms)
  return ranges.reduceRight((all, [from, to]) => `${all.slice(0, from)}[${all.slice(from, to)}]${all.slice(to)}`, shown)
}

describe('is marked', () => {
  test.each([
    ['Visas and previsa', 'visa', '[Visa]s and previsa'],
    ['Visas and visa', '"visa"', 'Visas and [visa]'],
    ['The visa section', 'visa section', 'The [visa] [section]'],
    ['The visa, section', '"visa section"', 'The [visa, section]'],
    ['在东京都的图书馆', '京都', '在东[京都]的图书馆'],
    ['Straße', 'strasse', '[Straße]'],
    ['مُحَمَّد', 'محمد', '[مُحَمَّد]'],
    ['ﬁne', 'f', 'ﬁne'],
    ['ﬁne', 'fi', '[ﬁ]ne'],
    ['learning', 'lear learn', '[learn]ing'],
  ])('%s for %s', (text, asked, expected) => {
    expect(marked(text, asked)).toBe(expected)
  })
})

describe('a passage', () => {
  const filler = 'and so on '.repeat(40)

  test('is cut between words, with its marks where they belong', () => {
    const passage = findPassage(`${filler}here is the salt ${filler}`, parseSearch('salt').terms)
    expect(passage?.text).toMatch(/^…(and|so|on) .*the salt and.*…$/)
    expect(passage?.ranges.map(([from, to]) => passage.text.slice(from, to))).toEqual(['salt'])
    expect(passage?.text.length).toBeLessThan(170)
  })

  test('never ends in half of a sign', () => {
    const { text = '' } = findPassage(`salt ${'😀'.repeat(200)}`, parseSearch('salt').terms) ?? {}
    expect(text.isWellFormed()).toBe(true)
  })

  test('is not there where no word is', () => {
    expect(findPassage(filler, parseSearch('salt').terms)).toBeNull()
  })
})
