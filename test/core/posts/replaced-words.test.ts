import { expect, test } from 'vitest'
import { documentToText } from '../../../src/shared/content/document-to-text.ts'
import type { BlockNode } from '../../../src/shared/content/document.ts'
import { deskOnPracticeBlog, newPost, paragraph } from '../../support/desk-on-practice-blog.ts'

/** A window that was shown the post before a colleague added a paragraph at its end, and types on without a look. */
async function windowWithOldWords() {
  const on = await deskOnPracticeBlog()
  const postId = await newPost(on.desk, on.blogId, 'Ferries', paragraph('One.'), paragraph('Two.'))
  await on.desk.mutate('posts', 'publish', { postId, as: 'publish' })
  await on.syncUntilQuiet()
  const shown = await on.desk.query('posts', 'get', { postId })
  if (shown.remoteId === null) throw new Error('not sent')
  const colleague = on.as('administrator')
  on.clock.advance(60_000)
  const { content } = await colleague.getPost(shown.remoteId)
  await colleague.updatePost(shown.remoteId, {
    content: `${content}\n\n<!-- wp:paragraph -->\n<p>Three, says a colleague.</p>\n<!-- /wp:paragraph -->`,
  })
  await on.desk.mutate('line', 'syncNow', { blogId: on.blogId })
  let sequence = 5_000
  const types = async (...blocks: BlockNode[]) => {
    sequence += 1
    const { title, excerpt, language, direction, categoryIds, tags, mergeCount: mergesSeen } = shown
    const words = {
      title,
      document: { type: 'doc' as const, content: blocks },
      excerpt,
      language,
      direction,
      categoryIds,
      tags,
    }
    await on.desk.mutate('posts', 'edit', { postId, window: 'old', sequence, mergesSeen, ...words, caret: null })
    await on.desk.mutate('posts', 'flush', { postId })
    const { document } = await on.desk.query('posts', 'get', { postId })
    return documentToText(document)
  }
  /** Of the last event about the post, which a window follows unless it is its own. */
  const toldOf = () => on.desk.events.findLast((event) => event.topic === 'posts' && event.postId === postId)
  return { ...on, postId, shown, types, toldOf }
}

test('keys of a window that still shows the old words do not undo what came in', async () => {
  const { desk, types } = await windowWithOldWords()
  expect(await types(paragraph('One, b'), paragraph('Two.'))).toBe('One, b\nTwo.\nThree, says a colleague.')
  expect(await types(paragraph('One, but longer.'), paragraph('Two.'))).toBe(
    'One, but longer.\nTwo.\nThree, says a colleague.',
  )
  await desk.close()
})

test('where they touch what came in, both stay', async () => {
  const { desk, types } = await windowWithOldWords()
  const text = await types(paragraph('One.'), paragraph('Two.'), paragraph('Three, says the author.'))
  expect(text).toContain('Three, says the author.')
  expect(text).toContain('Three, says a colleague.')
  await desk.close()
})

test('a window is told that words are all its own only where it saw everything that came into them', async () => {
  const { blogId, desk, postId, shown, types, toldOf } = await windowWithOldWords()
  await types(paragraph('One, b'), paragraph('Two.'))
  expect(toldOf()).toEqual({ topic: 'posts', blogId, postId })
  const { document, mergeCount, ...words } = await desk.query('posts', 'get', { postId })
  expect(mergeCount).toBeGreaterThan(shown.mergeCount)
  const { title, excerpt, language, direction, categoryIds, tags } = words
  const edit = { postId, title, excerpt, language, direction, categoryIds, tags, caret: null, mergesSeen: mergeCount }
  const typed = { type: 'doc' as const, content: [...document.content, paragraph('Four.')] }
  await desk.mutate('posts', 'edit', { ...edit, document: typed, window: 'new', sequence: 1 })
  await desk.mutate('posts', 'flush', { postId })
  expect(toldOf()).toEqual({ topic: 'posts', blogId, postId, typedIn: 'new' })
  // Two windows, of which neither knows the other's.
  await desk.mutate('posts', 'edit', { ...edit, document, window: 'new', sequence: 2 })
  await desk.mutate('posts', 'edit', { ...edit, document: typed, window: 'other', sequence: 1 })
  await desk.mutate('posts', 'flush', { postId })
  expect(toldOf()).toEqual({ topic: 'posts', blogId, postId })
})
