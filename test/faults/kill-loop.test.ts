import { expect, test } from 'vitest'
import { servePracticeBlog } from '../support/serve-practice-blog.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { runKills } from './kill-loop.ts'

const KILLS = 15

test(`${KILLS} kills of the real program while typing and syncing lose no save`, { timeout: 180_000 }, async () => {
  const blog = await servePracticeBlog({ contents: 'empty' })
  const { acknowledged, ...rest } = await runKills({ kills: KILLS, seed: 'test', blog, folder: temporaryFolder() })
  await blog.stop()
  expect(acknowledged).toBeGreaterThan(KILLS)
  expect(rest).toMatchObject({ kills: KILLS, lost: 0, damaged: 0, doubled: 0, notes: [] })
})
