import { expect, test } from 'vitest'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { paragraph, type } from '../../support/desk-on-practice-blog.ts'
import { openDesk } from '../../support/open-desk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test.each([
  { typed: 'all', howMany: 100 },
  { typed: 'one', howMany: 1 },
])('samples with words that were called saved stay, and the desk may still be locked: $typed', async ({ howMany }) => {
  const clock = createManualClock()
  const desk = openDesk(temporaryFolder(), { clock })
  const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
  await desk.mutate('line', 'syncNow', { blogId })
  const posts = await desk.query('posts', 'list', { blogId })
  const mine = posts.slice(0, howMany).map(({ id }) => id)
  for (const postId of mine) await type(desk, postId, { blocks: [paragraph('Mine.')] })
  clock.advance(300)
  expect(await desk.mutate('practice', 'removeSamples')).toMatchObject({ kept: mine.length })
  const still = (await desk.query('posts', 'list', { blogId })).map(({ id }) => id)
  expect(mine.filter((id) => !still.includes(id))).toEqual([])
  clock.advance(3_600_000)
  expect(() => desk.core.saveEdits()).not.toThrow()
  await desk.close()
})
