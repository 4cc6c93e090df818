import { describe, expect, it } from 'vitest'
import { onlyThreadsIn, placeComments } from '../../../../src/renderer/src/features/comments/threads.ts'
import type { Comment } from '../../../../src/shared/domain/comment.ts'
import type { CommentId } from '../../../../src/shared/domain/ids.ts'
import { asId } from '../../fake-core.ts'
import { aComment } from './a-comment.ts'

const comment = (id: string, parentId: string | null, patch: Partial<Comment> = {}): Comment =>
  aComment(id, { parentId: parentId === null ? null : asId<CommentId>(parentId), ...patch })

const shape = (placed: ReturnType<typeof placeComments>) => placed.map(({ comment, depth }) => `${depth}${comment.id}`)

describe('threads', () => {
  it('answers follow what they answer, threads keep their order', () => {
    const comments = [
      comment('b', null),
      comment('a', null),
      comment('a1', 'a'),
      comment('b1', 'b'),
      comment('a11', 'a1'),
      comment('a2', 'a'),
    ]
    expect(shape(placeComments(comments))).toEqual(['0b', '1b1', '0a', '1a1', '2a11', '1a2'])
  })

  it('a comment whose parent is not here is shown all the same', () => {
    expect(shape(placeComments([comment('lost', 'gone')]))).toEqual(['0lost'])
  })

  it('unanswered shows whole threads', () => {
    const placed = placeComments([comment('a', null), comment('a1', 'a', { isUnanswered: true }), comment('b', null)])
    expect(shape(onlyThreadsIn('unanswered', placed))).toEqual(['0a', '1a1'])
  })
})
