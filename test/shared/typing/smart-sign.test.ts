import { describe, expect, it } from 'vitest'
import { smartSign } from '../../../src/shared/typing/smart-sign.ts'

/** The text as it stands after every key of `keys`; the spaces that do not break are shown as ~ (narrow) and = (wide). */
function type(keys: string, language: string, start = ''): string {
  let text = start
  for (const key of keys) {
    const sign = smartSign(key, text, language)
    text = sign ? text.slice(0, text.length - sign.removed) + sign.inserted : text + key
  }
  return text.replaceAll('\u202f', '~').replaceAll('\u00a0', '=')
}

describe('quotation marks', () => {
  it.each([
    ['en', '“one ‘two’ three”'],
    ['fr', '«~one ’two’ three~»'],
    ['fr-CA', '«=one ’two’ three=»'],
    ['de', '„one ‚two‘ three“'],
    ['de-CH', '«one ‹two› three»'],
    ['vi', '“one ‘two’ three”'],
    ['ar', '«one ‹two› three»'],
    ['fa-IR', '«one ‹two› three»'],
    ['ru', '«one „two“ three»'],
    ['pl', '„one «two» three”'],
    ['sv', '”one ’two’ three”'],
    ['ja', '「one 『two』 three」'],
    ['zh-Hant-TW', '「one 『two』 three」'],
    ['es', '«one “two” three»'],
    ['es-MX', '“one ‘two’ three”'],
    ['he', '"one \'two\' three"'],
  ])('in %s: %s', (language, set) => {
    expect(type('"one \'two\' three"', language)).toBe(set)
  })

  it('without a language the letters decide', () => {
    expect([type('"one"', ''), type('"دو"', '', 'یک ')]).toEqual(['“one”', 'یک «دو»'])
  })

  it('inside words the single mark is an apostrophe', () => {
    expect(type("don't, l'été, '90s", 'en')).toBe('don’t, l’été, ’90s')
    expect(type("l'été d'abord", 'fr')).toBe('l’été d’abord')
  })

  it('opens after brackets and dashes', () => {
    expect(type('("one")', 'en')).toBe('(“one”)')
  })
})

describe('French spaces', () => {
  it('stand before ; : ! ? and inside guillemets, whether the writer types spaces or not', () => {
    const set = 'Quoi~? Oui~; non~: «~si~»~!'.replace('non~:', 'non=:')
    expect(type('Quoi? Oui; non: "si"!', 'fr')).toBe(set)
    expect(type('Quoi ? Oui ; non : " si " !', 'fr')).toBe(set)
  })

  it('leave runs of signs, times and addresses alone', () => {
    expect(type('Quoi?! À 10:30, voir https://a.example/b?c=d;e', 'fr')).toBe(
      'Quoi~?! À 10:30, voir https://a.example/b?c=d;e',
    )
  })

  it('are narrow only where Canada wants one', () => {
    expect(type('Quoi? Oui: non!', 'fr-CA')).toBe('Quoi? Oui=: non!')
  })

  it('are not for English', () => {
    expect(type('What? Yes: no!', 'en')).toBe('What? Yes: no!')
  })
})

describe('dashes and dots', () => {
  it('two hyphens are a dash, three a long one', () => {
    expect(type('one--two', 'en')).toBe('one–two')
    expect(type('one---two', 'en')).toBe('one—two')
  })

  it('a hyphen between spaces is a dash, one in a word stays', () => {
    expect(type('well-known - and so on', 'en')).toBe('well-known – and so on')
  })

  it('hyphens that begin a line stay, for lists and separators', () => {
    expect(type('--- ', 'en')).toBe('--- ')
    expect(type('- item', 'en')).toBe('- item')
  })

  it('three dots are one sign, in Chinese two', () => {
    expect([type('so...', 'en'), type('so...', 'zh')]).toEqual(['so…', 'so……'])
  })

  it('four dots are not touched twice', () => {
    expect(type('so....', 'en')).toBe('so….')
  })
})

it('addresses keep every sign', () => {
  expect(type('see http://a--b.example/"x" and a\'b--c@d.example', 'en')).toBe(
    'see http://a--b.example/"x" and a’b–c@d.example',
  )
})
