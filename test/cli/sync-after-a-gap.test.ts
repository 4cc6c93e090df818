import { expect, test } from 'vitest'
import type { OutboxEntry } from '../../src/shared/domain/outbox-entry.ts'
import { newPost } from '../support/desk-on-practice-blog.ts'
import { lineWasAwayFor } from '../support/line-was-away.ts'
import { openDesk } from '../support/open-desk.ts'
import { laptop } from '../support/run-attache.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

test('sync on the command line is itself the Go that a window would ask for', async () => {
  const profile = temporaryFolder()
  const desk = openDesk(profile)
  const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
  await desk.mutate('line', 'syncNow', { blogId })
  await desk.mutate('settings', 'set', { arrivals: 'ask' })
  const postId = await newPost(desk, blogId, 'From the air')
  await desk.mutate('posts', 'publish', { postId, as: 'publish' })
  await desk.close()
  expect(lineWasAwayFor(profile, 11)).toBe(1)

  const { sent, open } = await laptop(profile, '').json<{ sent: OutboxEntry[]; open: OutboxEntry[] }>('sync')
  expect(sent.map(({ what }) => what)).toEqual(['From the air'])
  expect(open).toEqual([])
})
