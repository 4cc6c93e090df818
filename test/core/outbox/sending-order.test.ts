import { describe, expect, test } from 'vitest'
import { inSendingOrder, placeBefore, positionOfNew, type Placed } from '../../../src/main/core/outbox/sending-order.ts'
import type { EntryId } from '../../../src/shared/domain/ids.ts'

const id = (name: string): EntryId => name as EntryId

/** `text a`, `picture p`, `post b waits for p`: made in this order, each at the place of its number. */
function entries(...lines: string[]): Placed[] {
  return lines.map((line, index) => {
    const [kind = '', name = '', , , ...waitsFor] = line.split(' ')
    return {
      id: id(name),
      kind: kind === 'picture' ? 'upload-picture' : kind === 'reply' ? 'send-reply' : 'publish-post',
      lane: kind === 'reply' ? 'thread' : name,
      waitsFor: waitsFor.map(id),
      position: index + 1,
      sequence: index + 1,
    }
  })
}

const namesOf = (open: Placed[]): string => open.map((entry) => entry.id).join(' ')
const withNew = (open: Placed[], entry: Placed): Placed[] => [
  ...open,
  { ...entry, position: positionOfNew(entry, open) ?? Number.NaN, sequence: open.length + 1 },
]

/** All entries one after the other, each where it goes by itself. */
const queued = (...lines: string[]): string => namesOf(inSendingOrder(entries(...lines).reduce(withNew, [])))

function moved(open: Placed[], name: string, before: string | null): string {
  const place = placeBefore(open, id(name), before === null ? null : id(before))
  if (typeof place === 'string') return place
  return namesOf(
    inSendingOrder(open.map((entry) => (entry.id === name ? { ...entry, position: place.position } : entry))),
  )
}

describe('where a new entry stands', () => {
  test('last, when all of it is text', () => {
    expect(queued('text a', 'text b', 'reply c')).toBe('a b c')
  })

  test('text does not wait behind posts with pictures, and a post comes after its pictures', () => {
    expect(queued('picture p', 'text a waits for p', 'text b', 'reply c', 'picture q', 'text d waits for q')).toBe(
      'b c p a q d',
    )
  })

  test('an entry never stands before one of its own lane, or before what it waits for', () => {
    const [picture, post, text, later] = entries('picture p', 'text a waits for p', 'text b', 'text c waits for a')
    const open = [picture, post, text].flatMap((entry) => (entry ? [entry] : [])).reduce(withNew, [])
    expect(namesOf(inSendingOrder(later ? withNew(open, later) : []))).toBe('b p a c')
    const [sameLane] = entries('text x').map((entry) => ({ ...entry, lane: 'a' }))
    expect(namesOf(inSendingOrder(sameLane ? withNew(open, sameLane) : []))).toBe('b p a x')
  })

  test('a text that the person put behind a post with pictures keeps the next one behind it, too', () => {
    const open = entries('picture p', 'text a waits for p', 'text b')
    expect(namesOf(inSendingOrder(entries('text c').reduce(withNew, open)))).toBe('p a b c')
  })
})

describe('a move', () => {
  const open = entries('text a', 'picture p', 'text b waits for p', 'text c')

  test('puts an entry before another, or last', () => {
    expect(moved(open, 'c', 'a')).toBe('c a p b')
    expect(moved(open, 'a', 'c')).toBe('p b a c')
    expect(moved(open, 'a', null)).toBe('p b c a')
  })

  test('takes the pictures of a post along', () => {
    expect(moved(open, 'b', 'a')).toBe('p b a c')
    expect(moved(open, 'b', null)).toBe('a c p b')
  })

  test('leaves a picture with the first of two posts that show it', () => {
    const shared = entries('text a', 'picture p', 'text b waits for p', 'text c waits for p')
    expect(moved(shared, 'c', 'b')).toBe('a p c b')
    expect(moved(shared, 'b', null)).toBe('a p c b')
  })

  test('that would tear apart what builds on one another is refused', () => {
    const thread = entries('reply a', 'text b', 'reply c')
    expect(moved(thread, 'c', 'a')).toBe('torn')
    expect(moved(thread, 'a', null)).toBe('torn')
    expect(moved(thread, 'c', 'b')).toBe('a c b')
    expect(moved(entries('text a', 'text b waits for a'), 'b', 'a')).toBe('torn')
  })

  test('to what is not there, of what is not there, or of a picture is refused', () => {
    expect(moved(open, 'a', 'nowhere')).toBe('torn')
    expect(moved(open, 'nowhere', 'a')).toBe('torn')
    expect(moved(open, 'p', 'a')).toBe('torn')
    expect(moved(open, 'a', 'a')).toBe('torn')
  })

  test('between two with no number between them says so', () => {
    const tight = entries('text a', 'text b', 'text c').map((entry, index) => ({
      ...entry,
      position: index === 0 ? 1 : 1 + Number.EPSILON,
    }))
    expect(moved(tight, 'c', 'b')).toBe('no-room')
  })
})
