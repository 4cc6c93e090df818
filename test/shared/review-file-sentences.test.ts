import { expect, test } from 'vitest'
import type { ReviewId } from '../../src/shared/domain/ids.ts'
import type { ReviewFileFault } from '../../src/shared/errors.ts'
import { reviewFileRefusal } from '../../src/shared/review-file-refusal.ts'
import { fromWordSentences, takenReviewSentence } from '../../src/shared/review-file-sentences.ts'

const faults: Record<ReviewFileFault, true> = {
  'not-a-review-file': true,
  damaged: true,
  'older-format': true,
  'newer-format': true,
  'passphrase-needed': true,
  'wrong-passphrase': true,
  'key-needed': true,
  'wrong-key': true,
  'signature-broken': true,
  'picture-damaged': true,
  'too-much-to-send': true,
  'too-much-work': true,
  'too-large': true,
  'too-many-parts': true,
  swells: true,
  'too-deep': true,
  'bad-name': true,
  'not-understood': true,
}

test('each refusal of a review file says what happened in words of its own, what was kept, and what to do', () => {
  const said = Object.keys(faults).map((why) => reviewFileRefusal(why as ReviewFileFault))
  expect(new Set(said.map(({ what }) => what)).size).toBe(said.length)
  for (const sentence of said.flatMap(({ what, kept, next }) => [what, kept, next]))
    expect(sentence).toMatch(/^[A-Z“].*\.$/)
})

test('what came in a file is told in a sentence, and a decision alone is not called nothing', () => {
  const told = (isNew: boolean, isChanged: boolean, newSuggestions: number, newNotes: number): string =>
    takenReviewSentence({ id: 'r' as ReviewId, title: '', isNew, isChanged, newSuggestions, newNotes })
  expect(told(true, true, 0, 0)).toBe('New on this desk.')
  expect(told(true, true, 3, 1)).toBe('New on this desk, with 3 suggestions and 1 note.')
  expect(told(false, true, 1, 2)).toBe('1 new suggestion and 2 new notes.')
  expect(told(false, true, 0, 0)).toBe('It went on: how it stands is new.')
  expect(told(false, false, 0, 0)).toBe('Nothing in it is new: all of it was here already.')
})

test('what came from Word says what was not tracked and what was left out', () => {
  const nothing = {
    newSuggestions: 0,
    newNotes: 0,
    newReplies: 0,
    isTracked: true,
    leftOut: { pictures: 0, drawings: 0 },
  }
  expect(fromWordSentences(nothing)).toEqual(['Nothing in it is new: all of it was here already.'])
  expect(
    fromWordSentences({
      ...nothing,
      newSuggestions: 2,
      newReplies: 1,
      isTracked: false,
      leftOut: { pictures: 1, drawings: 2 },
    }),
  ).toEqual([
    '2 new suggestions, 1 new answer.',
    'Some of it was changed in Word without being tracked. It is a suggestion here all the same.',
    'Left out: 1 new picture and 2 drawings. Add what is needed here.',
  ])
})
