import { expect, test } from 'vitest'
import { deskOnPracticeBlog } from '../../support/desk-on-practice-blog.ts'
import { checkLine } from '../../../src/main/core/sync/check-line.ts'
import { createDesk } from '../../../src/main/core/store/desk.ts'
import { openStore } from '../../../src/main/core/store/open-store.ts'
import { profileIn } from '../../../src/main/host/profile.ts'

async function connectedAuthor() {
  const on = await deskOnPracticeBlog({ userName: 'author', contents: 'embassy' })
  await on.desk.close()
  const store = openStore({ databasePath: profileIn(on.profileFolder).databasePath, key: null })
  const blog = createDesk(store).blogs.getBlog(on.blogId)
  store.close()
  return { api: on.as('author'), blog, clock: on.clock }
}

test('a gate that finds everything as it was brings no news', async () => {
  const { api, blog, clock } = await connectedAuthor()
  expect(blog.postsCursor).not.toBeNull()
  expect(await checkLine(api, blog, clock)).toMatchObject({ blog, isNews: false })
})

test('an author who became an editor may do more from this round on, and everything is read again', async () => {
  const { api, blog, clock } = await connectedAuthor()
  const promoted = {
    ...api,
    whoAmI: async () => ({ ...(await api.whoAmI()), roles: ['editor'], canEditOthersPosts: true, canPublish: true }),
  }
  const checked = await checkLine(promoted, blog, clock)
  expect(checked).toMatchObject({
    isNews: true,
    blog: {
      id: blog.id,
      roles: ['editor'],
      rights: { canEditOthersPosts: true },
      postsCursor: null,
      commentsCursor: null,
    },
  })
})

test('a contributor who became an author gets at their posts that are out, so everything is read again', async () => {
  const { api, blog, clock } = await connectedAuthor()
  const before = { ...blog, rights: { ...blog.rights, canPublish: false } }
  expect(await checkLine(api, before, clock)).toMatchObject({ blog: { postsCursor: null, commentsCursor: null } })
})

test('the blog’s new time zone is in the receipts of this round', async () => {
  const { api, blog, clock } = await connectedAuthor()
  const moved = {
    ...api,
    describe: async () => ({ ...(await api.describe()), timeZone: '', gmtOffsetHours: -3.5 }),
  }
  const { blog: renewed } = await checkLine(moved, blog, clock)
  expect(renewed).toMatchObject({ timeZone: 'UTC-03:30', gmtOffsetHours: -3.5, postsCursor: blog.postsCursor })
})
