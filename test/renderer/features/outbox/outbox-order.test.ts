import { describe, expect, it } from 'vitest'
import { dropPlace, placesOf } from '../../../../src/renderer/src/features/outbox/outbox-order.ts'
import type { EntryId } from '../../../../src/shared/domain/ids.ts'
import { asId } from '../../fake-core.ts'
import { waitingEntry } from './waiting-entries.ts'

const id = (name: string): EntryId => asId<EntryId>(name)
const a = waitingEntry('a')
const picture = waitingEntry('picture', { kind: 'upload-picture' })
const b = waitingEntry('b', { waitsFor: [picture.id] })
const c = waitingEntry('c')
const waiting = [a, picture, b, c]

describe('the place of a line', () => {
  it('counts what has a place of its own, and says where one step leads', () => {
    expect([...placesOf(waiting)]).toEqual([
      ['a', { number: 1, ofCount: 3, down: 'c' }],
      ['b', { number: 2, ofCount: 3, up: 'a', down: null }],
      ['c', { number: 3, ofCount: 3, up: 'b' }],
    ])
  })

  it('after a drop is before the upper half of a line and behind its lower', () => {
    expect(dropPlace(waiting, a, true)).toEqual({ before: id('a') })
    expect(dropPlace(waiting, a, false)).toEqual({ before: id('b') })
    expect(dropPlace(waiting, c, false)).toEqual({ before: null })
  })

  it('after a drop on a picture is before its post', () => {
    expect(dropPlace(waiting, picture, false)).toEqual({ before: id('b') })
  })
})
