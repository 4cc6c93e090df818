import { expect } from 'vitest'
import type { BlogId, PostId } from '../../../src/shared/domain/ids.ts'
import { deskOnPracticeBlog, newPost, paragraph, syncUntilQuiet } from '../../support/desk-on-practice-blog.ts'
import type { TestDesk } from '../../support/open-desk.ts'
import { FERRY, withParagraphs } from './reviewing.ts'

/** Ann, who writes, and Mai, who edits, each with a desk and an account of her own on one blog. */
export async function twoAccounts(options: Parameters<typeof deskOnPracticeBlog>[0] = {}) {
  const on = await deskOnPracticeBlog({ userName: 'author', ...options })
  const mai = await on.openAs('editor')
  const postId = await newPost(on.desk, on.blogId, 'The ferry at Can Tho', ...FERRY.map(paragraph))
  const send = (desk: TestDesk, blogId: BlogId) => syncUntilQuiet(desk, blogId, on.clock)
  return {
    ...on,
    mai,
    postId,
    annSends: () => send(on.desk, on.blogId),
    maiSends: () => send(mai.desk, mai.blogId),
    remoteId: async () => (await on.desk.query('posts', 'get', { postId })).remoteId ?? 0,
    async close() {
      await mai.desk.close()
      await on.desk.close()
    },
  }
}

export const ask = (desk: TestDesk, postId: PostId, more: { lookAt?: string } = {}) =>
  desk.mutate('reviews', 'ask', {
    postId,
    of: 'Mai',
    by: '2026-12-01',
    lookAt: 'Is the hour right?',
    through: 'blog',
    name: 'Ann',
    ...more,
  })

export const theOnly = async (desk: TestDesk) => {
  const queue = (await desk.query('reviews', 'queue')).filter(({ title }) => title === 'The ferry at Can Tho')
  expect(queue).toHaveLength(1)
  return await desk.query('reviews', 'get', { reviewId: queue[0]?.id ?? '' })
}
export const propose = async (desk: TestDesk, ...texts: string[]) => {
  const { id, given } = await theOnly(desk)
  return desk.mutate('reviews', 'propose', { reviewId: id, words: withParagraphs(given, ...texts), name: 'Mai' })
}
export const conclude = async (
  desk: TestDesk,
  decision: 'approve' | 'approve-with-changes' | 'send-back',
  words = '',
) => desk.mutate('reviews', 'conclude', { reviewId: (await theOnly(desk)).id, decision, words, name: 'Mai' })
