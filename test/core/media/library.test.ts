import { describe, expect, test } from 'vitest'
import { deskOnPracticeBlog, newPost, paragraph, write } from '../../support/desk-on-practice-blog.ts'
import { ferry, ferryNumbered, pictureOf } from '../../support/pictures.ts'

const TRASH_KEPT_MS = 30 * 86_400_000

async function deskWithPicture() {
  const on = await deskOnPracticeBlog()
  const picture = await on.desk.mutate('media', 'add', ferry)
  const library = () => on.desk.query('media', 'library', { blogId: on.blogId })
  return { ...on, picture, library }
}

describe('the library', () => {
  test('shows the newest first and says in which posts each is', async () => {
    const { desk, blogId, clock, picture, library } = await deskWithPicture()
    clock.advance(1000)
    const newer = await desk.mutate('media', 'add', { fileName: 'b.gif', bytes: ferryNumbered(2) })
    const postId = await newPost(desk, blogId, 'The ferry', paragraph('At dawn.'), pictureOf(picture.id))
    expect(await library()).toMatchObject([
      { mediaId: newer.id, usedIn: [], isOwn: true, onBlog: null },
      { mediaId: picture.id, usedIn: [{ postId, title: 'The ferry' }], fileName: 'ferry.gif' },
    ])
    await desk.close()
  })

  test('knows a picture that went to the blog with a post as one picture, and where it is there', async () => {
    const { desk, blogId, picture, library, syncUntilQuiet } = await deskWithPicture()
    const postId = await newPost(desk, blogId, 'The ferry', paragraph('At dawn.'), pictureOf(picture.id))
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await syncUntilQuiet()
    await library()
    await expect.poll(library).toMatchObject([
      {
        mediaId: picture.id,
        onBlog: { url: expect.stringContaining('/wp-content/uploads/') as string },
        usedIn: [{ postId, title: 'The ferry' }],
      },
    ])
    await desk.close()
  })

  test('lists what only the blog has by its name, once, however many posts show it', async () => {
    const on = await deskOnPracticeBlog({ contents: 'embassy' })
    const library = () => on.desk.query('media', 'library', { blogId: on.blogId })
    await library()
    await expect.poll(async () => (await library()).length).toBeGreaterThan(2)
    const pictures = await library()
    expect(new Set(pictures.map(({ onBlog }) => onBlog?.remoteId)).size).toBe(pictures.length)
    for (const { mediaId, isOwn, fileName, usedIn } of pictures) {
      expect({ mediaId, isOwn }).toEqual({ mediaId: null, isOwn: false })
      expect(fileName).not.toBe('')
      expect(usedIn.length).toBeGreaterThan(0)
    }
    await on.desk.close()
  })

  test('remembers what is said of a picture, and tells every window', async () => {
    const { desk, picture, library } = await deskWithPicture()
    desk.events.length = 0
    await desk.mutate('media', 'describe', { mediaId: picture.id, alt: 'Con phà', altLanguage: 'vi', credit: 'Lan' })
    expect(await library()).toMatchObject([{ alt: 'Con phà', altLanguage: 'vi', credit: 'Lan' }])
    expect(desk.events).toContainEqual({ topic: 'media' })
    await desk.close()
  })

  test('remembers the description under which a picture was sent, unless it has one', async () => {
    const { desk, blogId, picture, library } = await deskWithPicture()
    const postId = await newPost(desk, blogId, 'The ferry', pictureOf(picture.id))
    await write(desk, postId, { language: 'en' })
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    expect(await library()).toMatchObject([{ alt: 'A ferry', altLanguage: 'en' }])
    await desk.mutate('media', 'describe', { mediaId: picture.id, alt: 'Another', altLanguage: 'en', credit: '' })
    await write(desk, postId, { title: 'The ferry again' })
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    expect(await library()).toMatchObject([{ alt: 'Another' }])
    await desk.close()
  })
})

describe('a picture in the trash', () => {
  test('is out of the library and comes back with everything, also when it is added again', async () => {
    const { desk, picture, library } = await deskWithPicture()
    await desk.mutate('media', 'setTrashed', { mediaId: picture.id, isTrashed: true })
    expect(await library()).toEqual([])
    await desk.mutate('media', 'setTrashed', { mediaId: picture.id, isTrashed: false })
    expect(await library()).toHaveLength(1)
    await desk.mutate('media', 'setTrashed', { mediaId: picture.id, isTrashed: true })
    expect(await desk.mutate('media', 'add', ferry)).toMatchObject({ id: picture.id, isNew: false })
    expect(await library()).toHaveLength(1)
    await desk.close()
  })

  test('is not one that a post uses', async () => {
    const { desk, blogId, picture } = await deskWithPicture()
    const postId = await newPost(desk, blogId, 'The ferry', pictureOf(picture.id))
    const trash = desk.mutate('media', 'setTrashed', { mediaId: picture.id, isTrashed: true })
    await expect(trash).rejects.toMatchObject({ data: { kind: 'not-allowed-now', why: 'a-post-uses-it' } })
    await write(desk, postId, { blocks: [paragraph('No ferry today.')] })
    await desk.mutate('media', 'setTrashed', { mediaId: picture.id, isTrashed: true })
    await desk.close()
  })

  test('is gone after thirty days, and stays while an old version of a post shows it', async () => {
    const { desk, blogId, clock, picture, openOther, profileFolder } = await deskWithPicture()
    const other = await desk.mutate('media', 'add', { fileName: 'b.gif', bytes: ferryNumbered(2) })
    const postId = await newPost(desk, blogId, 'The ferry', pictureOf(other.id))
    clock.advance(60_000)
    await write(desk, postId, { blocks: [paragraph('No ferry today.')] })
    for (const { id: mediaId } of [picture, other])
      await desk.mutate('media', 'setTrashed', { mediaId, isTrashed: true })
    await desk.close()
    clock.advance(TRASH_KEPT_MS + 1)
    const again = openOther(profileFolder)
    await expect(again.query('media', 'get', { mediaId: picture.id })).rejects.toMatchObject({
      data: { kind: 'no-such-item' },
    })
    const { bytes } = await again.query('media', 'read', { mediaId: other.id })
    expect(bytes).toHaveLength(37)
    await again.close()
  })
})
