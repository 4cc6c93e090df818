import { expect, test } from 'vitest'
import { pictureAttributes } from '../../../../src/renderer/src/features/pictures/picture-attributes.ts'
import { isFound, isOnShelf, nameOf, sizeWords } from '../../../../src/renderer/src/features/pictures/picture-words.ts'
import type { MediaId, PostId, RemoteMediaId } from '../../../../src/shared/domain/ids.ts'
import type { LibraryPicture } from '../../../../src/shared/domain/media.ts'

const own: LibraryPicture = {
  mediaId: 'a'.repeat(64) as MediaId,
  onBlog: null,
  isOwn: true,
  fileName: 'IMG_2044.JPG',
  file: null,
  sent: null,
  alt: 'Bến phà lúc bình minh',
  altLanguage: 'vi',
  credit: 'Lan',
  isCutOut: false,
  usedIn: [],
}
const theirs: LibraryPicture = {
  ...own,
  mediaId: 'b'.repeat(64) as MediaId,
  isOwn: false,
  onBlog: { remoteId: 7 as RemoteMediaId, url: 'https://blog.example/a.jpg' },
  usedIn: [{ postId: 'p' as PostId, title: 'The ferry' }],
}

test('a picture is found by name, description, credit or post, without marks and in any order', () => {
  for (const search of ['', 'img_2044', 'ben pha', 'minh BINH', 'lan 2044'])
    expect(isFound(own, search), search).toBe(true)
  expect(isFound(theirs, 'ferry')).toBe(true)
  expect(isFound(own, 'ferry')).toBe(false)
})

test('a shelf holds what its name says', () => {
  const onShelves = (picture: LibraryPicture) =>
    (['all', 'own', 'blog', 'unused'] as const).filter((shelf) => isOnShelf(picture, shelf))
  expect(onShelves(own)).toEqual(['all', 'own', 'unused'])
  expect(onShelves(theirs)).toEqual(['all', 'blog'])
})

test('one’s own picture goes into a post by its file, one of the blog by its address, so that it does not go up again', () => {
  expect(pictureAttributes(own, 'vi')).toMatchObject({ mediaId: own.mediaId, remoteId: null, url: null })
  expect(pictureAttributes(theirs, 'vi')).toMatchObject({
    mediaId: null,
    remoteId: 7,
    url: 'https://blog.example/a.jpg',
  })
})

test('the description comes along in its own language only', () => {
  expect(pictureAttributes(own, 'vi-VN').alt).toBe('Bến phà lúc bình minh')
  expect(pictureAttributes(own, 'fr').alt).toBe('')
  expect(pictureAttributes({ ...own, altLanguage: '' }, 'fr').alt).toBe('Bến phà lúc bình minh')
})

test('a picture is called by what it shows, else by its file', () => {
  expect([nameOf(own), nameOf({ ...own, alt: ' ' })]).toEqual(['Bến phà lúc bình minh', 'IMG_2044.JPG'])
  expect(sizeWords({ widthPx: 2560, heightPx: 1920, sizeBytes: 1_200_000 })).toBe('2,560 × 1,920, 1.2 MB')
})
