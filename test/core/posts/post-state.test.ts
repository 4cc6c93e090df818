import { expect, test } from 'vitest'
import type { PostState } from '../../../src/shared/domain/post.ts'
import { postState } from '../../../src/main/core/posts/post-state.ts'

type Facts = Parameters<typeof postState>[0]
const quiet: Facts = {
  isTrashed: false,
  hasWorkingCopy: false,
  hasStickyWish: false,
  hasParentWish: false,
  hasIncoming: false,
  remoteStatus: 'publish',
}

const table: [string, Partial<Facts>, Parameters<typeof postState>[1], PostState][] = [
  ['a post the blog has never seen', { remoteStatus: null, hasWorkingCopy: true }, [], 'draft'],
  ['a live post', {}, [], 'published'],
  ['a live post with unsent changes', { hasWorkingCopy: true }, [], 'edited'],
  ['a live post that is to stay at the top, unsent', { hasStickyWish: true }, [], 'edited'],
  ['a post in the outbox', { hasWorkingCopy: true }, ['ready'], 'waits'],
  ['a post of which one picture needs a person', { hasWorkingCopy: true }, ['blocked', 'ready'], 'needs-you'],
  ['a post changed on both sides', { hasWorkingCopy: true, hasIncoming: true }, [], 'changed-on-both'],
  ['a scheduled post', { remoteStatus: 'future' }, [], 'scheduled'],
  ['a post that waits for an editor', { remoteStatus: 'pending' }, [], 'pending'],
  ['a post in the trash of the blog', { remoteStatus: 'trash' }, [], 'in-trash'],
  ['a post deleted on the blog', { remoteStatus: 'deleted' }, [], 'in-trash'],
  [
    'a post in the trash of the blog, with words of the person',
    { remoteStatus: 'trash', hasWorkingCopy: true },
    [],
    'off-the-blog',
  ],
  ['a post that could not be sent because it was deleted', { remoteStatus: 'deleted' }, ['needs-you'], 'off-the-blog'],
  ['a post in the trash of this desk', { remoteStatus: null, isTrashed: true }, [], 'in-trash'],
]

test.each(table)('%s', (_name, facts, entries, expected) => {
  expect(postState({ ...quiet, ...facts }, entries)).toBe(expected)
})
