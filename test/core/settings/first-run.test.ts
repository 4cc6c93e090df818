import { expect, test } from 'vitest'
import { openDesk } from '../../support/open-desk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const USUAL = { role: 'Attachée', place: 'Tunis', language: 'ar' }

test('what was said before there was a blog is what a blog begins with, and the language that of a new post', async () => {
  const desk = openDesk(temporaryFolder())
  try {
    await desk.mutate('settings', 'set', { profile: { name: 'Amira Solheim', byBlog: {}, usual: USUAL } })
    const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
    const { profile } = await desk.query('settings', 'get')
    expect(profile).toEqual({
      name: 'Amira Solheim',
      byBlog: { [blogId]: { role: 'Attachée', place: 'Tunis' } },
      usual: USUAL,
    })
    expect(await desk.mutate('posts', 'create', { blogId })).toMatchObject({ language: 'ar', direction: 'rtl' })
  } finally {
    await desk.close()
  }
})

test('a blog that is signed in to once more keeps the role that was said for it', async () => {
  const desk = openDesk(temporaryFolder())
  try {
    const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
    const byBlog = { [blogId]: { role: '', place: '' } }
    await desk.mutate('settings', 'set', { profile: { name: '', byBlog, usual: USUAL } })
    await desk.mutate('blogs', 'connectPractice')
    expect((await desk.query('settings', 'get')).profile.byBlog).toEqual(byBlog)
  } finally {
    await desk.close()
  }
})

test('where nobody said a language, a new post has none and reads from left to right', async () => {
  const desk = openDesk(temporaryFolder())
  try {
    const { id: blogId } = await desk.mutate('blogs', 'connectPractice')
    expect(await desk.mutate('posts', 'create', { blogId })).toMatchObject({ language: '', direction: 'ltr' })
  } finally {
    await desk.close()
  }
})
