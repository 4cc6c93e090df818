import { expect, test } from 'vitest'
import { paragraph } from '../../support/desk-on-practice-blog.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { openLocked } from '../vault/locked-desk.ts'

test('samples are put away, and one in which words were called saved stays', async () => {
  const desk = openLocked(temporaryFolder())
  const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
  await desk.mutate('line', 'syncNow', { blogId })
  const posts = await desk.query('posts', 'list', { blogId })
  const kept: string[] = []
  for (const { id: postId } of posts) {
    const post = await desk.query('posts', 'get', { postId })
    await desk.mutate('posts', 'edit', {
      postId,
      window: 'w',
      sequence: 1,
      mergesSeen: post.mergeCount,
      title: post.title,
      excerpt: post.excerpt,
      language: post.language,
      direction: post.direction,
      categoryIds: post.categoryIds,
      tags: post.tags,
      caret: null,
      document: { type: 'doc', content: [...post.document.content, paragraph('Mine.')] },
    } as never)
    kept.push(postId)
  }
  desk.clock.advance(300)
  const answer = await desk.mutate('practice', 'removeSamples')
  expect(answer.removed).toBe(0)
  const still = (await desk.query('posts', 'list', { blogId })).map(({ id }) => id as string)
  expect(kept.filter((id) => !still.includes(id))).toEqual([])
  expect(() => desk.core.saveEdits()).not.toThrow()
  await desk.close()
})

test('after samples were put away the desk may still be locked', async () => {
  const desk = openLocked(temporaryFolder())
  const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
  await desk.mutate('line', 'syncNow', { blogId })
  const [sample] = await desk.query('posts', 'list', { blogId })
  const post = await desk.query('posts', 'get', { postId: sample?.id ?? '' })
  await desk.mutate('posts', 'edit', {
    postId: post.id,
    window: 'w',
    sequence: 1,
    mergesSeen: post.mergeCount,
    title: post.title,
    excerpt: post.excerpt,
    language: post.language,
    direction: post.direction,
    categoryIds: post.categoryIds,
    tags: post.tags,
    caret: null,
    document: { type: 'doc', content: [...post.document.content, paragraph('Mine.')] },
  } as never)
  desk.clock.advance(300)
  await desk.mutate('practice', 'removeSamples')
  desk.clock.advance(3_600_000)
  expect(() => desk.core.saveEdits()).not.toThrow()
  await desk.close()
})
