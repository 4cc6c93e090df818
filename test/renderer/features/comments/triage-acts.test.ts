import { describe, expect, it } from 'vitest'
import {
  asSeen,
  changedWords,
  doneWords,
  toChange,
  undoneWords,
} from '../../../../src/renderer/src/features/comments/triage-acts.ts'
import type { Comment } from '../../../../src/shared/domain/comment.ts'
import type { CommentId, EntryId } from '../../../../src/shared/domain/ids.ts'
import { waitingEntry } from '../outbox/waiting-entries.ts'
import { aComment } from './a-comment.ts'
import { asId } from '../../fake-core.ts'

const decidedTo = (to: 'hold' | 'spam'): Comment['moderation'] => ({
  id: asId<EntryId>('entry'),
  to,
  state: 'held',
  heldUntil: null,
  isStopping: false,
})

const ids = (comments: Comment[]): string[] => comments.map(({ id }) => id)

describe('an act on comments', () => {
  it('changes only those that are not so already, by what the person decided last', () => {
    const comments = [
      aComment('one'),
      aComment('two', { status: 'hold' }),
      aComment('three', { moderation: decidedTo('hold') }),
    ]
    expect(ids(toChange(comments, 'hold'))).toEqual(['one'])
    expect(ids(toChange(comments, 'approve'))).toEqual(['two', 'three'])
  })

  it('leaves replies that wait in the outbox alone', () => {
    const reply = aComment('reply', { entry: waitingEntry('reply', { kind: 'send-reply', state: 'held' }) })
    for (const act of ['approve', 'hold', 'spam', 'trash', 'flag', 'unread'] as const)
      expect(toChange([reply], act)).toEqual([])
  })

  it('flags the rest when some are flagged, and takes the flags away when all are', () => {
    const [flagged, other] = [aComment('flagged', { isFlagged: true }), aComment('other')]
    expect(ids(toChange([flagged, other], 'flag'))).toEqual(['other'])
    expect(ids(toChange([flagged], 'flag'))).toEqual(['flagged'])
  })

  it('sends what was seen, with what had been decided', () => {
    expect(asSeen(aComment('one', { print: 'ab', moderation: decidedTo('spam') }))).toEqual({
      commentId: asId<CommentId>('one'),
      print: 'ab',
      status: 'approved',
      decided: 'spam',
    })
  })
})

describe('what is said', () => {
  it('names one, and counts several', () => {
    expect(doneWords('spam', [aComment('Lan')])).toBe('What Lan wrote goes to the spam.')
    expect(doneWords('spam', [aComment('Lan'), aComment('Minh')])).toBe('2 comments go to the spam.')
    expect(doneWords('flag', [aComment('Lan', { isFlagged: true })])).toBe('What Lan wrote is flagged no more.')
    expect(changedWords(1)).toMatch(/^One comment was changed since you saw it/)
  })

  it('an undo that comes too late, or after another decision, says so', () => {
    expect(undoneWords({ takenBack: 1, replaced: 0, left: 0 })).toBe('Taken back. Nothing was sent.')
    expect(undoneWords({ takenBack: 0, replaced: 1, left: 0 })).toBe('You have decided otherwise since; that stands.')
    expect(undoneWords({ takenBack: 2, replaced: 0, left: 1 })).toBe(
      '2 taken back. Nothing of them was sent. One is on the blog or on its way: decide again to change it.',
    )
  })
})
