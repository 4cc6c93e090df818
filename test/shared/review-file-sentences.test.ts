import { expect, test } from 'vitest'
import type { ReviewFileFault } from '../../src/shared/errors.ts'
import { reviewFileRefusal } from '../../src/shared/review-file-sentences.ts'

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
