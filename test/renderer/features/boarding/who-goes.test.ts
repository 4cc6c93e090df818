import { expect, it } from 'vitest'
import { whoGoes } from '../../../../src/renderer/src/features/boarding/who-goes.ts'
import type { EntryId, PostId } from '../../../../src/shared/domain/ids.ts'
import type { EntryKind } from '../../../../src/shared/domain/outbox-entry.ts'
import { asId } from '../../fake-core.ts'

const id = (name: string): EntryId => asId<EntryId>(name)
const entry = (name: string, kind: EntryKind, post: string, ...waitsFor: string[]) => ({
  id: id(name),
  kind,
  postId: asId<PostId>(post),
  commentId: null,
  waitsFor: waitsFor.map(id),
})
const fates = (entries: ReturnType<typeof entry>[], ...kept: string[]) =>
  Object.fromEntries(whoGoes(entries, new Set(kept.map(id))))

const entries = [
  entry('shared picture', 'upload-picture', 'a'),
  entry('own picture', 'upload-picture', 'b'),
  entry('first of a', 'publish-post', 'a', 'shared picture'),
  entry('first of b', 'publish-post', 'b', 'shared picture', 'own picture'),
  entry('second of b', 'update-post', 'b'),
  entry('reply under b', 'send-reply', 'b'),
  entry('second reply under b', 'send-reply', 'b'),
]

it('everything goes unless it is kept, pictures with their posts', () => {
  expect(fates(entries)).toEqual({
    'shared picture': 'needed',
    'own picture': 'needed',
    'first of a': 'chosen',
    'first of b': 'chosen',
    'second of b': 'chosen',
    'reply under b': 'chosen',
    'second reply under b': 'chosen',
  })
})

it('what is kept keeps its own pictures and what comes later for the same post', () => {
  expect(fates(entries, 'first of b', 'reply under b')).toEqual({
    'shared picture': 'needed',
    'own picture': 'behind',
    'first of a': 'chosen',
    'first of b': 'kept',
    'second of b': 'behind',
    'reply under b': 'kept',
    'second reply under b': 'behind',
  })
})

it('a picture whose post is not in the list is for the person to choose', () => {
  expect(fates([entry('alone', 'upload-picture', 'a')])).toEqual({ alone: 'chosen' })
  expect(fates([entry('alone', 'upload-picture', 'a')], 'alone')).toEqual({ alone: 'kept' })
})
