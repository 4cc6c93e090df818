import { join } from 'node:path'
import { expect, test } from 'vitest'
import { noteOfferedLanguages } from '../../../src/main/core/blogs/offered-languages.ts'
import { noteWriters } from '../../../src/main/core/comments/writers.ts'
import { createDesk, type Desk } from '../../../src/main/core/store/desk.ts'
import { openStore } from '../../../src/main/core/store/open-store.ts'
import type { BlogId, RemoteUserId } from '../../../src/shared/domain/ids.ts'
import { putTestBlog } from '../../support/stored.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const user = (id: number): RemoteUserId => id as RemoteUserId
const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 29, hour))
const french = { code: 'fr', name: 'Français', tag: 'fr-FR' }

/** Of the hourly answers of a blog only a new one is a reason for windows to read their lists again. */
test.each<{ of: string; note: (desk: Desk, blogId: BlogId, isOther: boolean, now: Date) => void }>([
  {
    of: 'who writes there',
    note: (desk, blogId, isOther, now) => noteWriters(desk, blogId, isOther ? [user(2), user(3)] : [user(2)], now),
  },
  {
    of: 'which languages it offers',
    note: (desk, blogId, isOther, now) => noteOfferedLanguages(desk, blogId, isOther ? [french] : null, now),
  },
])('$of is news when it is another than before', ({ note }) => {
  const store = openStore({ databasePath: join(temporaryFolder(), 'desk.sqlite'), key: null })
  const desk = createDesk(store)
  const { id } = putTestBlog(desk)
  const isNews = (isOther: boolean, hour: number): boolean => {
    const before = desk.writtenCount()
    note(desk, id, isOther, at(hour))
    return desk.writtenCount() !== before
  }
  expect([isNews(false, 1), isNews(false, 2), isNews(true, 3), isNews(true, 4), isNews(false, 5)]).toEqual([
    true,
    false,
    true,
    false,
    true,
  ])
  store.close()
})
