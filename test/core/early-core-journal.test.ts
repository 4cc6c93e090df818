import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { openLocked } from './vault/locked-desk.ts'
import { paragraph } from '../support/desk-on-practice-blog.ts'

const words = { excerpt: '', language: '', direction: 'ltr' as const, categoryIds: [], tags: [], caret: null }

test('a list that was shown before the journal was read is told of what was in it', async () => {
  const folder = join(temporaryFolder(), 'desk')
  const desk = openLocked(folder)
  const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
  const { id: postId } = await desk.mutate('posts', 'create', { blogId })
  desk.clock.advance(10_000)
  await desk.mutate('posts', 'edit', {
    ...words,
    postId,
    window: 'w',
    sequence: 1,
    title: 'The ferry',
    document: { type: 'doc', content: [paragraph('Saved.')] },
  } as never)
  desk.clock.advance(250)
  const killed = join(temporaryFolder(), 'killed')
  cpSync(folder, killed, { recursive: true })
  await desk.close()

  const next = openLocked(killed)
  const events: string[] = []
  next.core.onChange((event) => events.push(event.topic))
  const shown = await next.query('posts', 'newest', { blogId, limit: 1 })
  events.length = 0
  await next.query('settings', 'get')
  await next.query('posts', 'lastOpened')
  next.clock.advance(1)
  const then = await next.query('posts', 'newest', { blogId, limit: 1 })
  expect(then[0]?.title).toBe('The ferry')
  // Either it was right at once, or the window is told to ask again.
  expect(shown[0]?.title === 'The ferry' || events.includes('posts')).toBe(true)
  await next.close()
})
