import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  agree,
  followSource,
  followTranslation,
  openCount,
  placesIn,
  tiedState,
  tieTexts,
  type Tie,
} from '../../../../src/shared/content/pairs/tie.ts'

const SOURCE = ['The ferry waits for nobody.', 'It leaves at six.', 'Take bread with you.']
const WORDS = ['Le bac n’attend personne.', 'Il part à six heures.', 'Emportez du pain.']
const states = (tie: Tie) => tie.map(tiedState)
const begun = tieTexts(SOURCE, SOURCE)
const withFirst = (count: number): string[] => SOURCE.map((words, at) => (at < count ? WORDS[at] : words) ?? '')
/** One paragraph written over after the other, with a save between them, as a translator does. */
const translated = [1, 2, 3].reduce((tie, count) => followTranslation(tie, withFirst(count)), begun)

describe('a text that is being translated', () => {
  test('has nothing said at first, and a paragraph said once other words stand there', () => {
    expect(states(begun)).toEqual(['new', 'new', 'new'])
    expect(states(followTranslation(begun, withFirst(1)))).toEqual(['said', 'new', 'new'])
    expect(translated).toEqual(SOURCE.map((words, at) => ({ said: words, source: words, translation: WORDS[at] })))
  })

  test('has the first of two paragraphs that were made one tied to it, and the other to be looked at', () => {
    const joined = followTranslation(begun, ['Le bac n’attend personne et part à six heures.', SOURCE[2] ?? ''])
    expect(states(joined)).toEqual(['said', 'new', 'new'])
    expect(states(agree(joined, 1))).toEqual(['said', 'said', 'new'])
  })

  test('keeps its place while a paragraph is emptied to be written anew', () => {
    const emptied = followTranslation(translated, [WORDS[0] ?? '', '', WORDS[2] ?? ''])
    expect(followTranslation(emptied, [WORDS[0] ?? '', 'Départ à six heures.', WORDS[2] ?? ''])[1]).toEqual({
      said: SOURCE[1],
      source: SOURCE[1],
      translation: 'Départ à six heures.',
    })
  })
})

describe('a source that moves on', () => {
  test('marks what changed, and a person unmarks it', () => {
    const moved = followSource(translated, [SOURCE[0] ?? '', 'It leaves at seven.', SOURCE[2] ?? ''])
    expect(states(moved)).toEqual(['said', 'changed', 'said'])
    expect(moved[1]?.said).toBe('It leaves at six.')
    const written = followTranslation(moved, [WORDS[0] ?? '', 'Il part à sept heures.', WORDS[2] ?? ''])
    expect(states(written)).toEqual(['said', 'changed', 'said'])
    expect(openCount(agree(written, 1))).toBe(0)
  })

  test('is in order again when it says again what was translated', () => {
    const moved = followSource(translated, [SOURCE[0] ?? '', 'It leaves at seven.', SOURCE[2] ?? ''])
    expect(openCount(followSource(moved, SOURCE))).toBe(0)
  })

  test('has a new paragraph to be translated, which is said once somebody writes it in its place', () => {
    const longer = [SOURCE[0] ?? '', 'Nobody has seen it wait.', ...SOURCE.slice(1)]
    const moved = followSource(translated, longer)
    expect(states(moved)).toEqual(['said', 'new', 'said', 'said'])
    const written = followTranslation(moved, [WORDS[0] ?? '', 'On ne l’a jamais vu attendre.', ...WORDS.slice(1)])
    expect(states(written)).toEqual(['said', 'said', 'said', 'said'])
  })

  test('leaves what it took out to the translator', () => {
    const shorter = followSource(translated, [SOURCE[0] ?? '', SOURCE[2] ?? ''])
    expect(states(shorter)).toEqual(['said', 'gone', 'said'])
    expect(agree(shorter, 1)[1]).toEqual({ said: null, source: null, translation: WORDS[1] })
    expect(states(followTranslation(shorter, [WORDS[0] ?? '', WORDS[2] ?? '']))).toEqual(['said', 'said'])
  })
})

type Step = { side: 'source' | 'translation'; how: 'replace' | 'insert' | 'remove'; at: number }

/** Two texts whose paragraphs are numbered: which belongs to which is known, whatever is written. */
test('one paragraph changed at a time, on either side, no other loses its counterpart', () => {
  const step = fc.record<Step>({
    side: fc.constantFrom('source', 'translation'),
    how: fc.constantFrom('replace', 'replace', 'insert', 'remove'),
    at: fc.nat(1000),
  })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 8 }), fc.array(step, { maxLength: 25 }), (size, steps) => {
      let made = 0
      const fresh = (id: number) => ({ id, words: `words number ${(made += 1)}` })
      const ids = Array.from({ length: size }, (_, id) => id)
      const texts = { source: ids.map(fresh), translation: ids.map(fresh) }
      const wordsOf = (side: 'source' | 'translation') => texts[side].map(({ words }) => words)
      let tie = tieTexts(wordsOf('source'), wordsOf('translation'))
      // A paragraph without a counterpart may find one beside it: from then on its place is its own.
      const loose = new Set<number>()
      for (const { side, how, at } of steps) {
        const blocks = texts[side]
        const place = at % (blocks.length + (how === 'insert' ? 1 : 0))
        const there = blocks[place]
        if (how === 'insert') blocks.splice(place, 0, fresh(1000 + made))
        else if (how === 'replace' && there) blocks[place] = fresh(there.id)
        else if (blocks.length > 1 && there) {
          loose.add(there.id)
          blocks.splice(place, 1)
        }
        tie = side === 'source' ? followSource(tie, wordsOf(side)) : followTranslation(tie, wordsOf(side))
      }
      expect(tie.flatMap(({ source }) => source ?? [])).toEqual(wordsOf('source'))
      const places = placesIn(tie, wordsOf('translation'))
      const found = places.flatMap((each) => each ?? [])
      expect(found).toEqual(found.toSorted((one, other) => one - other))
      for (const { id, words } of texts.source) {
        const counterpart = texts.translation.find((block) => block.id === id)
        if (!counterpart || loose.has(id)) continue
        expect(tie.find(({ source }) => source === words)?.translation).toBe(counterpart.words)
      }
    }),
  )
})
