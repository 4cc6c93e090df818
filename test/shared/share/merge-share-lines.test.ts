import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ShareLine } from '../../../src/shared/domain/share-line.ts'
import { mergeShareLines } from '../../../src/shared/share/merge-share-lines.ts'

const line = (id: string, text: string, change: Partial<ShareLine> = {}): ShareLine => ({
  id,
  kind: 'platform',
  platform: 'mastodon',
  platformName: '',
  ownLimit: null,
  language: '',
  text,
  ...change,
})
const one = line('1', 'It leaves at six.')
const two = line('2', 'A ferry.')

describe('share lines of two desks', () => {
  test('take what only one side wrote, took out or added', () => {
    const mine = [line('1', 'It leaves at seven.'), two, line('3', 'Mine.')]
    const theirs = [one, line('4', 'Theirs.')]
    expect(mergeShareLines({ base: [one, two], mine, theirs })).toEqual([
      line('1', 'It leaves at seven.'),
      line('3', 'Mine.'),
      line('4', 'Theirs.'),
    ])
  })

  test('keep both texts where both wrote, mine first, and the field that one side changed', () => {
    const mine = [line('1', 'Mine.')]
    const theirs = [line('1', 'Theirs.', { language: 'vi' })]
    expect(mergeShareLines({ base: [one], mine, theirs })).toEqual([line('1', 'Mine.\n\nTheirs.', { language: 'vi' })])
  })

  test('keep a line that one side took out while the other wrote on in it', () => {
    const written = [line('1', 'It leaves at seven.')]
    expect(mergeShareLines({ base: [one], mine: [], theirs: written })).toEqual(written)
    expect(mergeShareLines({ base: [one], mine: written, theirs: [] })).toEqual(written)
  })

  test('lose no words that either side wrote, and are the other side where one wrote nothing', () => {
    const text = fc.stringMatching(/^[a-c]{1,4}$/)
    const lines = fc.uniqueArray(fc.record({ id: fc.constantFrom('1', '2', '3', '4'), text }), {
      selector: ({ id }) => id,
    })
    const all = lines.map((each) => each.map(({ id, text: words }) => line(id, words)))
    fc.assert(
      fc.property(all, all, all, (base, mine, theirs) => {
        expect(mergeShareLines({ base, mine, theirs: base })).toEqual(mine)
        const had = new Set(base.map((each) => `${each.id} ${each.text}`))
        const merged = mergeShareLines({ base, mine, theirs })
        for (const written of [...mine, ...theirs].filter((each) => !had.has(`${each.id} ${each.text}`)))
          expect(merged.find(({ id }) => id === written.id)?.text).toContain(written.text)
      }),
    )
  })
})
