import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { salvage } from '../../../src/main/core/store/salvage.ts'
import { useKey } from '../../../src/main/core/store/use-key.ts'
import { newPost } from '../../support/desk-on-practice-blog.ts'
import { openDesk } from '../../support/open-desk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const keys = {
  database: new Uint8Array(32).fill(1),
  files: new Uint8Array(32).fill(2),
  passwords: new Uint8Array(32).fill(3),
}

function opened(path: string): Database.Database {
  const database = new Database(path)
  useKey(database, keys.database)
  return database
}

test('a desk of which the blog’s texts are lost stays no line shut: its posts are read anew, or have their last version', async () => {
  const folder = temporaryFolder()
  const desk = openDesk(folder, { keys })
  const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
  await desk.mutate('line', 'syncNow', { blogId })
  const sent = await newPost(desk, blogId, 'On the blog')
  await desk.mutate('posts', 'publish', { postId: sent, as: 'publish' })
  await desk.mutate('line', 'syncNow', { blogId })
  await newPost(desk, blogId, 'Only here')
  await desk.close()

  const path = join(folder, 'desk.sqlite')
  copyFileSync(path, join(folder, 'damaged.sqlite'))
  const damaged = opened(join(folder, 'damaged.sqlite'))
  damaged.exec('DROP TABLE bases; DROP TABLE working_copies;')
  const copy = opened(path)
  copy.exec('DELETE FROM bases; DELETE FROM working_copies;')
  expect(salvage(damaged, copy).flatMap(({ name, isWhole }) => (isWhole ? [] : [name]))).toEqual(
    expect.arrayContaining(['bases', 'working_copies']),
  )
  damaged.close()
  copy.close()

  const mended = openDesk(folder, { keys })
  await mended.mutate('line', 'syncNow', { blogId })
  expect(await mended.query('line', 'list')).toMatchObject([{ state: 'open', reason: null }])
  const posts = await mended.query('posts', 'list', { blogId })
  expect(posts.length).toBeGreaterThan(2)
  for (const { id: postId, title } of posts)
    expect(await mended.query('posts', 'get', { postId })).toMatchObject({ title })
  expect(posts.filter(({ title }) => title === 'On the blog')).toHaveLength(1)
  await mended.close()
})
