import { describe, expect, it, test } from 'vitest'
import { areNearTags, tagShapeOf } from '../../../src/shared/tags/near-tags.ts'
import { listNearPairs } from '../../../src/shared/tags/tag-use.ts'

const areNear = (one: string, other: string): boolean => areNearTags(tagShapeOf(one), tagShapeOf(other))

describe('nearly the same tag', () => {
  test.each([
    ['Visa', 'visas', 'case and a plural'],
    ['climat', 'climate', 'a mute e'],
    ['Éducation', 'education', 'an accent that was left out'],
    ['co-operation', 'Cooperation', 'a hyphen'],
    ['web site', 'website', 'a space'],
    ['human right', 'Human Rights', 'a plural in one of the words'],
    ['embassy', 'embassies', 'a plural in -ies'],
    ['journal', 'journaux', 'a French plural'],
    ['bureau', 'Bureaux', 'another'],
    ['organisation', 'organization', 'a spelling'],
    ['colour', 'color', 'another spelling'],
    ['centre', 'center', 'and a third'],
    ['consulate', 'consolate', 'a slip in a long word'],
    ['parliament', 'parlaiment', 'two letters exchanged'],
    ['học bổng', 'hoc bong', 'Vietnamese written without its marks'],
    ['مكتبة', 'مكتبه', 'a form of an Arabic letter'],
    ['المناخ', 'مناخ', 'the Arabic article'],
    ['إيران', 'ايران', 'a hamza'],
    ['سیاست', 'سياست', 'a Persian letter beside an Arabic one'],
    ['#travel', 'travel', 'a sign that is no letter'],
    ['культура', 'Культура', 'case in another alphabet'],
  ])('“%s” and “%s”: %s', (one, other) => {
    expect([areNear(one, other), areNear(other, one)]).toEqual([true, true])
  })

  test.each([
    ['Iran', 'Iraq'],
    ['Iceland', 'Ireland'],
    ['Gambia', 'Zambia'],
    ['Austria', 'Australia'],
    ['Niger', 'Nigeria'],
    ['Russia', 'Russian'],
    ['COP27', 'COP28'],
    ['election 2010', 'elections 2011'],
    ['bán', 'bạn'],
    ['thương mại', 'thường mại'],
    ['news', 'new'],
    ['trade', 'trader'],
    ['election', 'selection'],
    ['expert', 'export'],
    ['energy', 'énergie'],
    ['كاتب', 'كتاب'],
    ['文化', '文学'],
    ['North Korea', 'South Korea'],
    ['!!!', '???'],
  ])('“%s” and “%s” are two tags', (one, other) => {
    expect([areNear(one, other), areNear(other, one)]).toEqual([false, false])
  })

  it('is never a tag and itself, also with other spaces or put together from other code points', () => {
    for (const name of ['visas', 'học bổng', 'مكتبة', '文化', ''])
      for (const same of [name, ` ${name} `, name.normalize('NFD')]) expect(areNear(name, same)).toBe(false)
  })

  test.each(['en', 'fr', 'vi', 'ar', 'de'])('no two countries are, by their names in %s', (locale) => {
    const pairs = listNearPairs(countriesIn(locale)).map(([one, other]) => `${one.name} ~ ${other.name}`)
    // One letter inside a word: the price of seeing color and colour.
    expect(pairs).toEqual(locale === 'fr' ? ['Saint-Martin ~ Saint-Marin'] : [])
  })

  it('is the same from both sides, whatever was typed', () => {
    const names = SYLLABLES.flatMap((one) => SYLLABLES.map((other) => `${one}${other}`))
    for (const one of names) {
      const shape = tagShapeOf(one)
      expect(areNearTags(shape, tagShapeOf(one))).toBe(false)
      for (const other of names) {
        const counterpart = tagShapeOf(other)
        if (areNearTags(shape, counterpart) !== areNearTags(counterpart, shape)) expect.fail(`${one} and ${other}`)
      }
    }
  })
})

const SYLLABLES = [
  'visa',
  'visas',
  'Vísa',
  'climat',
  'climate',
  ' ',
  '-',
  'ị',
  'ال',
  'كتب',
  'y',
  'ies',
  '7',
  'ss',
  'eau',
  'x',
]

function countriesIn(locale: string): { name: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' })
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  const codes = letters.flatMap((one) => letters.map((other) => `${one}${other}`))
  return [...new Set(codes.flatMap((code) => names.of(code) ?? []))].map((name) => ({ name }))
}
