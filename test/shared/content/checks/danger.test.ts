import { describe, expect, test } from 'vitest'
import type { UtcIso } from '../../../../src/shared/domain/ids.ts'
import { isIban } from '../../../../src/shared/content/checks/rules/personal-data.ts'
import { checked, inWords, paragraph, rulesOf, text } from './checked.ts'

describe('what should not be public', () => {
  test.each([
    ['The cable was RESTRICTED.', 'house/protective-marking'],
    ['OFFICIAL-SENSITIVE', 'house/protective-marking'],
    ['Un câble CONFIDENTIEL DÉFENSE.', 'house/protective-marking'],
    ['هذا سري للغاية', 'house/protective-marking-arabic'],
    ['Write to lan.tran@mail.example for it.', 'personal-email'],
    ['Call her on +84 912 345 678.', 'personal-phone'],
    ['Call 0912 345 678.', 'personal-phone'],
    ['IBAN GB82 WEST 1234 5698 7654 32', 'personal-iban'],
    ['They live at 21.02851, 105.80482.', 'coordinates'],
    ['Meet at 21°01′42″N 105°48′17″E.', 'coordinates'],
    ['Her passport is B1234567, she said.', 'house/passport-number'],
    ['Her passport is X99, she said.', undefined],
    ['Her passport is B12345678, she said.', 'house/passport-number'],
    ['TODO check the figure', 'house/left-to-do'],
    ['XXX people came', 'house/left-to-do'],
    ['Lorem ipsum dolor sit amet', 'house/filling'],
  ])('%s', (words, rule) => {
    expect(new Set(inWords(words))).toEqual(
      new Set(rule === undefined ? [] : [rule, ...(words.startsWith('Lorem') ? ['house/filling'] : [])]),
    )
  })

  test.each([
    'It was a secret that the road was restricted and confidential talks went on.',
    'Between 2009 and 2010 it was 1,234,567 dong, on 21.11.2026, and 21-11-2026.',
    'Write to press@embassy.example, or call the emergency line of the embassy: +84 24 3936 0500.',
    'The number 123456789 stands alone, and so does B12345678.',
    'It rose by 3.5 to 21.02 and fell to 105.8.',
    'What there is to do today.',
  ])('nothing is wrong with: %s', (words) => {
    expect(inWords(words)).toEqual([])
  })

  test('an account number counts only with its check digits', () => {
    expect(isIban('GB82 WEST 1234 5698 7654 32')).toBe(true)
    expect(isIban('DE89370400440532013000')).toBe(true)
    expect(isIban('GB83 WEST 1234 5698 7654 32')).toBe(false)
  })

  test('a note and a suggestion of a colleague are left over', () => {
    const note = text('forty', [{ type: 'kept', attrs: { open: '<mark class="wp-note" data-id="7">' } }])
    const suggestion = text('fifty', [{ type: 'kept', attrs: { open: '<ins>' } }])
    const carrying = { ...paragraph('Words.'), attrs: { kept: { attributes: { metadata: { noteId: 12 } }, html: {} } } }
    const { findings } = checked({ blocks: [paragraph('We met ', note, ' or ', suggestion, ' people.'), carrying] })
    expect(findings.map(({ sentence }) => sentence)).toEqual([
      'There is a note at “forty”.',
      'The suggestion at “fifty” is not decided.',
      'A block carries a note of a colleague.',
    ])
  })
})

describe('fields', () => {
  test('a title, a language and a short excerpt are looked for', () => {
    const run = checked({ title: ' ', language: '', excerpt: 'salt and rice '.repeat(19), blocks: [] })
    expect(rulesOf(run)).toEqual(['title-empty', 'excerpt-too-long', 'language-not-set'])
  })
})

describe('the day at the blog', () => {
  const evening = {
    goesOutAt: '2026-11-21T20:00:00.000Z' as UtcIso,
    hereZone: 'Europe/Paris',
    blogZone: 'Asia/Ho_Chi_Minh',
  }

  test('another day there is said, with the word in the text that would be wrong', () => {
    const { findings } = checked({ blocks: [paragraph('We met today.')], circumstances: evening })
    expect(findings).toMatchObject([
      {
        rule: 'other-day-at-blog',
        sentence: 'It goes out on 22 November at the blog, while it is 21 November here. The text says “today”.',
        where: { in: 'text', path: [0], from: 7, to: 12 },
      },
    ])
  })

  test('an offset is a zone as well, and the same day is fine', () => {
    const circumstances = { ...evening, blogZone: 'UTC+01:00' }
    const run = checked({ blocks: [], circumstances })
    expect(run.findings).toEqual([])
    expect(run.fine.map(({ sentence }) => sentence)).toContain('Date falls on the same day at the blog')
  })
})

describe('names', () => {
  const list = ['Nguyễn Minh Triết', 'Ban Ki-moon', 'Reykjavík', 'António Guterres', 'Hanoi']
  const found = (words: string) =>
    checked({ blocks: [paragraph(words)], names: list }).findings.map(({ sentence }) => sentence)

  test.each([
    ['Then Antonio Guterres spoke.', 'António Guterres'],
    ['Then António Gutteres spoke.', 'António Guterres'],
    ['President Nguyen Minh Triet came.', 'Nguyễn Minh Triết'],
    ['The meeting in Reykjavik.', 'Reykjavík'],
    ['We flew to Hanio.', 'Hanoi'],
    ['Secretary Ban Ki-mon said.', 'Ban Ki-moon'],
  ])('%s', (words, name) => {
    expect(found(words)).toEqual([expect.stringContaining(`“${name}”`)])
  })

  test('a name as it stands in the list, its plural, its capitals and its possessive are right', () => {
    expect(found('António Guterres’s plan, REYKJAVÍK, Hanoi’s lakes, the Hanois of this world, and Nguyễn.')).toEqual(
      [],
    )
  })

  test('the fix keeps what follows the name', () => {
    const { findings } = checked({ blocks: [paragraph('It was Hanio’s day.')], names: list })
    expect(findings[0]?.fixes[0]?.change).toMatchObject({ expected: 'Hanio’s', text: 'Hanoi’s' })
  })
})
