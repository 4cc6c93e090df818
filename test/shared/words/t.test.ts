import { afterEach, describe, expect, it } from 'vitest'
import { dateFormat } from '../../../src/shared/words/date-words.ts'
import { LONG_ENGLISH, speechFor } from '../../../src/shared/words/languages.ts'
import { numberWords } from '../../../src/shared/words/number-words.ts'
import { speak } from '../../../src/shared/words/speak.ts'
import { begin, onSpeech, spokenNow } from '../../../src/shared/words/spoken.ts'
import { t } from '../../../src/shared/words/t.ts'

const english = speechFor('en', [])
afterEach(() => speak(english))

describe('a sentence', () => {
  it('is said in English without a catalogue', () => {
    expect(t('Sent to {name}.', { name: 'A {b} <c>' })).toBe('Sent to A {b} <c>.')
    expect(t('{count, plural, =0 {Nobody} one {# post} other {# posts}}', { count: 1234 })).toBe('1,234 posts')
    expect(t('{count, plural, =0 {Nobody} one {# post} other {# posts}}', { count: 0 })).toBe('Nobody')
    expect(t('{count, number} of them', { count: 1234 })).toBe('1,234 of them')
  })

  it('leaves what a person wrote as it is, signs that Lingui would read among it', () => {
    const path = String.raw`C:\u0041\x42\new`
    expect(t('The file {path} cannot be read.', { path })).toBe(`The file ${path} cannot be read.`)
  })

  it('is said by the catalogue, and told apart by its context', () => {
    begin({ language: 'fr', formatLocale: 'fr-FR' }, { Held: ['Retenu'], 'of a reply\u0004Held': ['Retenue'] })
    expect([t('Held'), t('Held', {}, 'of a reply'), t('Post')]).toEqual(['Retenu', 'Retenue', 'Post'])
  })

  it('keeps the order of a Latin name in Arabic', () => {
    begin({ language: 'ar', formatLocale: 'ar' }, { '{name} left': ['غادر ', ['name']] })
    expect(t('{name} left', { name: 'Ana (Oslo)' })).toBe('غادر \u2068Ana (Oslo)\u2069')
    expect(t('{name} left', { name: 'آنا' })).toBe('غادر آنا')
  })

  it('chooses in Arabic by the word of the program, also inside another choice', async () => {
    await speak(speechFor('ar', ['ar-EG']))
    const may = (publish: string): string =>
      t(
        'The sign-in works. This account may {publish, select, yes {publish} other {not publish}} and may {upload, select, yes {upload pictures} other {not upload pictures}}.',
        { publish, upload: 'no' },
      )
    expect(may('yes')).toContain('، ولا')
    expect(may('yes')).not.toContain('لا يجوز لهذا')
    expect(may('no')).toContain('لا يجوز لهذا')
    begin({ language: 'ar', formatLocale: 'ar' }, {})
    const nested =
      '{count, plural, one {{kind, select, post {P} other {O}}} other {{kind, select, post {PP} other {OO}}}}'
    expect(t(nested, { count: 2, kind: 'post' })).toBe('PP')
  })

  it('keeps the order of a date in figures in Arabic', () => {
    begin({ language: 'ar', formatLocale: 'ar' }, {})
    expect(t('on {day}', { day: '2026-11-28 18:15' })).toBe('on \u20682026-11-28 18:15\u2069')
    expect(t('on {day}', { day: '١١:١٧ ص' })).toBe('on ١١:١٧ ص')
  })

  it('is longer, in brackets and with accents in the long English', async () => {
    await speak(speechFor('as-the-computer', [LONG_ENGLISH]))
    expect(t('Send {what} to <b>us</b>', { what: 'it' })).toBe('⟦Séñd it tô <b>üs</b>~~~~~⟧')
  })
})

describe('the language', () => {
  it('is the person’s choice, else the first offered one of the computer, else English', () => {
    expect(speechFor('vi', ['fr-CA'])).toEqual({ language: 'vi', formatLocale: 'vi-VN' })
    expect(speechFor('as-the-computer', ['fa', 'en-US', 'en-GB'])).toEqual({ language: 'en', formatLocale: 'en-US' })
    expect(speechFor('as-the-computer', [])).toEqual({ language: 'en', formatLocale: 'en-GB' })
  })

  it('writes digits as the country does that the computer names', async () => {
    await speak(speechFor('ar', ['en-GB', 'ar-EG']))
    expect([numberWords(1234), dateFormat({ dateStyle: 'long', timeZone: 'UTC' }).format(0)]).toEqual([
      '١٬٢٣٤',
      '١ يناير ١٩٧٠',
    ])
    await speak(speechFor('ar', ['ar-MA']))
    expect(numberWords(1234)).toBe('1.234')
  })

  it('dates by the calendar of the blog everywhere', () => {
    begin({ language: 'ar', formatLocale: 'ar-SA-u-ca-islamic-umalqura' }, {})
    expect(dateFormat({ year: 'numeric', timeZone: 'UTC' }).resolvedOptions().calendar).toBe('gregory')
  })

  it('is the one asked for last, and told to whoever draws', async () => {
    const told: string[] = []
    const stop = onSpeech(() => told.push(spokenNow().language))
    await Promise.all([speak(speechFor('fr', [])), speak(speechFor('vi', []))])
    stop()
    expect(told).toEqual(['vi'])
  })
})
