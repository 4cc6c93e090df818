import { describe, expect, test } from 'vitest'
import { parseSearch } from '../../../src/shared/search/parse-search.ts'

const words = (text: string): string[] =>
  parseSearch(text).terms.map(({ runs, isOpen, isUnwanted }) => {
    const phrase = runs.map((run) => run.text).join(' ')
    return `${isUnwanted ? '-' : ''}${phrase}${isOpen ? '…' : ''}`
  })

describe('what was typed is read as', () => {
  test.each([
    ['visa Học', ['visa…', 'hoc…']],
    ['"visa section" -ferry', ['visa section', '-ferry…']],
    ['„visa section“ «port»', ['visa section', 'port']],
    ['"not closed', ['not closed']],
    ['l’ambassade e-mail', ['l ambassade…', 'e mail…']],
    ['a b', ['a', 'b']],
    ['東京 2026年', ['東京…', '2026 年…']],
    ['https://blog.example Note: after:soon', ['https blog example…', 'note…', 'after soon…']],
    ['is:what tag:"" place:', ['is what…', 'tag', 'place…']],
    ['* ^ ( ) -', []],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  test.each([
    ['on:2026-02', { from: '2026-02-01', until: '2026-02-28' }],
    ['on:2026', { from: '2026-01-01', until: '2026-12-31' }],
    ['on:2026-02-03', { from: '2026-02-03', until: '2026-02-03' }],
    ['after:2026-12 before:2027', { from: '2026-12-01', until: '2026-12-31' }],
    ['lang:fa-IR is:Draft kind:comments', { language: 'fa-IR', shelf: 'drafts', kind: 'comment' }],
    ['blog:"Open Gate"', { blog: 'Open Gate' }],
  ])('%s', (text, expected) => {
    expect(parseSearch(text)).toMatchObject({ terms: [], ...expected })
  })
})
