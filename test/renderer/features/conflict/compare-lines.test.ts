import { describe, expect, it } from 'vitest'
import { compareLines } from '../../../../src/renderer/src/features/conflict/compare-lines.ts'
import { readMarkup, readPlainText } from '../../../../src/renderer/src/features/conflict/read-lines.ts'

const compare = (base: string, version: string) =>
  compareLines(readPlainText(base), readPlainText(version)).map(({ runs }) =>
    runs.map(({ fate, text }) => (fate === 'kept' ? text : `${fate === 'added' ? '+' : '-'}[${text}]`)).join(''),
  )

describe('two texts compared', () => {
  it('a changed word is struck and its successor underlined, in place', () => {
    expect(compare('The ferry leaves at six.', 'The ferry leaves at seven.')).toEqual([
      'The ferry leaves at -[six]+[seven].',
    ])
  })

  it('what went from the very end is still shown', () => {
    expect(compare('One.\nTwo.', 'One.')).toEqual(['One.-[ Two.]'])
  })

  it('an Arabic word is one word', () => {
    expect(compare('صباح يوم الأحد', 'مساء يوم الأحد')).toEqual(['-[صباح]+[مساء] يوم الأحد'])
  })

  it('a word that only became bold is a change', () => {
    const [line] = compareLines(readMarkup('<!-- wp:paragraph --><p>a boat</p><!-- /wp:paragraph -->'), [
      ...readMarkup('<!-- wp:paragraph --><p>a <strong>boat</strong></p><!-- /wp:paragraph -->'),
    ])
    expect(line?.runs.map(({ fate, text }) => [fate, text])).toEqual([
      ['kept', 'a '],
      ['removed', 'boat'],
      ['added', 'boat'],
    ])
  })

  it('without a base nothing is marked', () => {
    const [line] = compareLines(null, readPlainText('All of it is new.'))
    expect(line?.runs.map(({ fate }) => fate)).toEqual(['kept'])
  })
})
