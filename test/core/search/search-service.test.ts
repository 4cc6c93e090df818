import { describe, expect, test } from 'vitest'
import type { BlockNode } from '../../../src/shared/content/document.ts'
import { deskOnLongBlog } from '../../support/desk-on-long-blog.ts'
import { deskOnPracticeBlog, newPost, paragraph, write } from '../../support/desk-on-practice-blog.ts'
import { cameraJpeg } from '../../support/camera-pictures.ts'
import { openDesk, type TestDesk } from '../../support/open-desk.ts'
import { findAll, groupOf, titlesFound, wordsMarked } from './find-all.ts'

const picture = (alt: string, caption = '', mediaId: string | null = null): BlockNode => ({
  type: 'picture',
  attrs: { mediaId, remoteId: null, url: 'https://blog.example/ferry.jpg', alt, caption, source: null },
})

describe('words', () => {
  test('in a row, begun, left out, in any place of the post', async () => {
    const { desk, blogId } = await deskOnPracticeBlog()
    await newPost(desk, blogId, 'Visa questions', paragraph('The visa section answers on Monday.'))
    await newPost(desk, blogId, 'Scholarships', paragraph('A question about visas.'), paragraph('Section two answers.'))
    await newPost(desk, blogId, 'The ferry', paragraph('Nothing of the kind.'))
    expect(await titlesFound(desk, 'visa')).toEqual(['Visa questions', 'Scholarships'])
    expect(await titlesFound(desk, 'vis quest')).toEqual(['Visa questions', 'Scholarships'])
    expect(await titlesFound(desk, '"section answers"')).toEqual(['Visa questions'])
    expect(await titlesFound(desk, '“visa section')).toEqual(['Visa questions'])
    expect(await titlesFound(desk, '"visa"')).toEqual(['Visa questions'])
    expect(await titlesFound(desk, 'visa -monday')).toEqual(['Scholarships'])
    expect(await titlesFound(desk, 'visa ferry')).toEqual([])
    expect(await titlesFound(desk, '')).toEqual([])
    expect(await titlesFound(desk, '-visa')).toEqual([])
    await desk.close()
  })

  test('in the title come before those in the text, and the newest before the others', async () => {
    const { desk, blogId, clock } = await deskOnPracticeBlog()
    for (const [title, text] of [
      ['Salt in the delta', 'One.'],
      ['One', 'Of salt.'],
      ['Two', 'More salt.'],
      ['Salt again', 'Two.'],
    ] as const) {
      clock.advance(60_000)
      await newPost(desk, blogId, title, paragraph(text))
    }
    expect(await titlesFound(desk, 'salt')).toEqual(['Salt again', 'Salt in the delta', 'Two', 'One'])
    await desk.close()
  })

  test('are shown in the line where most of them stand, with nothing but text around them', async () => {
    const { desk, blogId } = await deskOnPracticeBlog()
    const long =
      'Before it there is a good deal to be said about the river and the people who live on it, all of it true.'
    await newPost(
      desk,
      blogId,
      'A <b>post</b>',
      paragraph('The salt alone.'),
      paragraph(`${long} Then the <i>salt</i> came to the field, and ${long}`),
    )
    const [hit] = groupOf(await findAll(desk, 'salt field'), 'post').hits
    expect(hit?.passage?.text).toMatch(/^….* Then the <i>salt<\/i> came to the field, and .*…$/)
    expect(await wordsMarked(desk, 'salt field')).toEqual(['salt', 'field'])
    await desk.close()
  })
})

test('no text is refused', async () => {
  const { desk, blogId } = await deskOnPracticeBlog()
  await newPost(desk, blogId, 'Note: title', paragraph('AND OR NOT NEAR'))
  const junk = [
    '"',
    '""',
    '*',
    '^a',
    'a*',
    '(',
    ')',
    'AND',
    'OR NOT',
    'NEAR(a b)',
    'title:',
    'title:x',
    '{title}:x',
    'a:b:c',
    '-',
    '--',
    '-"',
    "'",
    '\u0000',
    '\ud800',
    '😀',
    '\\',
    '%_',
    ';--',
    'after:',
    'after:soon',
    'after:2026-99-99',
    'on:0000',
    'language:!',
    'is:what',
    'blog:',
    'blog:nowhere',
    'kind:x',
    'author:',
    'tag:""',
    '"a',
    'a"b',
    '«a»',
    'x'.repeat(100_000),
    'a '.repeat(50_000),
    '的'.repeat(5000),
  ]
  for (const text of junk) expect(await findAll(desk, text), text.slice(0, 20)).toHaveProperty('groups')
  expect(await titlesFound(desk, 'NOT AND')).toEqual(['Note: title'])
  expect(await titlesFound(desk, 'Note: title')).toEqual(['Note: title'])
  await desk.close()
})

describe('what can be found', () => {
  test('is what came down from the blog too: posts, comments, descriptions of pictures', async () => {
    const { desk, blogId, as, rest, visitorComment } = await deskOnPracticeBlog()
    await rest('POST', 'posts', {
      title: 'The delta',
      status: 'publish',
      content:
        '<!-- wp:image {"id":7} -->\n<figure class="wp-block-image"><img src="https://blog.example/f.jpg" alt="An old ferry" class="wp-image-7"/><figcaption>At low <em>tide</em></figcaption></figure>\n<!-- /wp:image -->\n\n<!-- wp:paragraph -->\n<p>Three <strong>prov</strong>inces.</p>\n<!-- /wp:paragraph -->',
    })
    const { items } = await as('editor').listPosts({ pageNumber: 1, modifiedAfter: null })
    await visitorComment(items[0]?.remoteId ?? 0, 'Which boat did you take?')
    await rest('POST', 'comments/1', { status: 'approved' })
    await desk.mutate('line', 'syncNow', { blogId })

    expect(await titlesFound(desk, 'provinces')).toEqual(['The delta'])
    expect(groupOf(await findAll(desk, 'boat'), 'comment')).toMatchObject({
      count: 1,
      hits: [{ kind: 'comment', authorName: 'Lan', postTitle: { text: 'The delta' }, passage: { ranges: [[6, 10]] } }],
    })
    expect(groupOf(await findAll(desk, 'ferry'), 'picture')).toMatchObject({
      hits: [{ kind: 'picture', number: 0, postTitle: { text: 'The delta' }, passage: { text: 'An old ferry' } }],
    })
    expect(groupOf(await findAll(desk, 'tide'), 'picture').count).toBe(1)

    const [comment] = groupOf(await findAll(desk, 'boat'), 'comment').hits
    const commentId = comment?.kind === 'comment' ? comment.commentId : ''
    await desk.mutate('replyDrafts', 'keep', { commentId, text: 'The one from the northern pier.' })
    expect(groupOf(await findAll(desk, 'northern pier'), 'comment').hits).toMatchObject([
      { commentId, isInAnswer: true, passage: { text: 'The one from the northern pier.' } },
    ])
    expect(groupOf(await findAll(desk, 'boat'), 'comment').hits).toMatchObject([{ commentId, isInAnswer: false }])
    await desk.mutate('replyDrafts', 'keep', { commentId, text: '' })
    expect((await findAll(desk, 'northern pier')).groups).toEqual([])

    await rest('POST', 'comments/1', { status: 'spam' })
    await rest('DELETE', `posts/${items[0]?.remoteId}?force=true`)
    await desk.mutate('line', 'syncNow', { blogId })
    expect((await findAll(desk, 'ferry')).groups).toEqual([])
    await desk.close()
  })

  test('follows every edit, and each picture of it', async () => {
    const { desk, blogId } = await deskOnPracticeBlog()
    const postId = await newPost(desk, blogId, 'First', paragraph('Harbour.'), picture('A crane', 'At noon'))
    expect(groupOf(await findAll(desk, 'noon crane'), 'picture').count).toBe(1)
    await write(desk, postId, { title: 'Second', blocks: [paragraph('Garden.'), picture(''), picture('A gate')] })
    expect(await titlesFound(desk, 'first')).toEqual([])
    expect((await findAll(desk, 'crane')).groups).toEqual([])
    expect(await titlesFound(desk, 'second garden')).toEqual(['Second'])
    expect(groupOf(await findAll(desk, 'gate'), 'picture').hits).toMatchObject([{ number: 1 }])
    await desk.close()
  })

  test('in the trash only when asked for', async () => {
    const { desk, blogId } = await deskOnPracticeBlog()
    const postId = await newPost(desk, blogId, 'Old plans', paragraph('The bridge.'), picture('A bridge'))
    await desk.mutate('posts', 'setTrashed', { postId, isTrashed: true })
    expect((await findAll(desk, 'bridge')).groups).toEqual([])
    expect(await titlesFound(desk, 'bridge', { shelf: 'trash' })).toEqual(['Old plans'])
    expect(await titlesFound(desk, 'bridge is:trash')).toEqual(['Old plans'])
    await desk.mutate('posts', 'setTrashed', { postId, isTrashed: false })
    expect(await titlesFound(desk, 'bridge')).toEqual(['Old plans'])
    await desk.close()
  })
})

test('a search is narrowed by what stands beside the words', async () => {
  const { desk, blogId, clock } = await deskOnPracticeBlog()
  const farsi = await newPost(desk, blogId, 'Farsi', paragraph('Visa.'))
  await write(desk, farsi, { language: 'fa-IR', tags: ['Study abroad'] })
  clock.advance(40 * 24 * 3_600_000)
  const live = await newPost(desk, blogId, 'Live', paragraph('Visa.'))
  await desk.mutate('posts', 'publish', { postId: live, as: 'publish' })
  await desk.mutate('line', 'syncNow', { blogId })
  await newPost(desk, blogId, 'Draft', paragraph('Visa.'))

  const found = async (text: string, filters = {}) => (await titlesFound(desk, text, filters)).toSorted()
  expect(await found('visa')).toEqual(['Draft', 'Farsi', 'Live'])
  expect(await found('visa language:fa')).toEqual(['Farsi'])
  expect(await found('visa', { language: 'fa-IR' })).toEqual(['Farsi'])
  expect(await found('visa', { language: 'fa-AF' })).toEqual([])
  expect(await found('tag:"study abroad"')).toEqual(['Farsi'])
  expect(await found('tag:stud')).toEqual(['Farsi'])
  expect(await found('visa author:maren')).toEqual(['Draft', 'Farsi', 'Live'])
  expect(await found('visa author:lan')).toEqual([])
  expect(await found('visa is:draft')).toEqual(['Draft', 'Farsi'])
  expect(await found('visa', { shelf: 'on-the-blog' })).toEqual(['Live'])
  expect(await found('visa before:2026-12')).toEqual(['Farsi'])
  expect(await found('visa on:2026-11')).toEqual(['Farsi'])
  expect(await found('visa after:2026-12')).toEqual(['Draft', 'Live'])
  expect(await found('visa', { from: '2026-11-21', until: '2026-11-21' })).toEqual(['Farsi'])
  expect(await found('visa', { blogId })).toEqual(['Draft', 'Farsi', 'Live'])
  expect(await found('visa blog:elsewhere')).toEqual([])
  expect(await found('kind:comment visa')).toEqual([])
  await desk.close()
})

describe('the index', () => {
  test('is behind after a save that was cut off, and catches up with the next start', async () => {
    const { desk, blogId, profileFolder } = await deskOnPracticeBlog()
    const postId = await newPost(desk, blogId, 'Before', paragraph('Harbour.'))
    await findAll(desk, 'harbour')
    await write(desk, postId, { title: 'After', blocks: [paragraph('Garden.')] })
    await desk.close()
    const again = openDesk(profileFolder)
    expect(await titlesFound(again, 'harbour')).toEqual([])
    expect(await titlesFound(again, 'garden')).toEqual(['After'])
    await again.close()
  })

  test('of a long first pull says how much is missing while it fills, the newest first', async () => {
    const { desk, blogId } = await deskOnLongBlog({ posts: 300, comments: 100 })
    await desk.mutate('line', 'syncNow', { blogId })
    const first = await desk.query('search', 'find', { text: 'words', filters: {} })
    expect(first.pendingCount).toBe(350)
    expect(groupOf(await findAll(desk, 'words of post'), 'post').count).toBe(300)
    expect(groupOf(await findAll(desk, 'comment'), 'comment').count).toBe(100)
    await desk.close()
  })

  test('fills by itself, and tells the windows', async () => {
    const { desk, blogId, clock } = await deskOnPracticeBlog()
    await newPost(desk, blogId, 'Quiet', paragraph('Lantern.'))
    desk.events.length = 0
    desk.core.start()
    clock.advance(1_000)
    expect(desk.events.filter(({ topic }) => topic === 'search')).toHaveLength(1)
    const postId = await newPost(desk, blogId, 'Later', paragraph('Candle.'))
    await write(desk, postId, { title: 'Later still' })
    clock.advance(10_000)
    const { pendingCount, groups } = await desk.query('search', 'find', { text: 'candle', filters: {} })
    expect({ pendingCount, titles: groups.flatMap(({ hits }) => hits.map(({ postTitle }) => postTitle.text)) }).toEqual(
      {
        pendingCount: 0,
        titles: ['Later still'],
      },
    )
    await desk.close()
  })
})

test('the index fills the gaps that a pull leaves, and waits while there is something to store', async () => {
  const { desk, blogId, clock } = await deskOnPracticeBlog()
  await newPost(desk, blogId, 'Quiet', paragraph('Lantern.'))
  const hasFilled = (): boolean => desk.events.some(({ topic }) => topic === 'search')
  const evenlyMs = clock.elapsedMs
  desk.core.start()
  clock.advance(190)
  // As after each page.
  await desk.mutate('line', 'setPaused', { blogId, isPaused: true })
  desk.events.length = 0
  clock.advance(15)
  expect(hasFilled()).toBe(false)
  // What was to be done at a moment is done later: there was more to do than to wait.
  clock.elapsedMs = () => evenlyMs() + 30
  clock.advance(10)
  expect(hasFilled()).toBe(false)
  clock.advance(20)
  expect(hasFilled()).toBe(true)
  await desk.close()
})

describe('the picture library', () => {
  async function deskWithLibrary() {
    const on = await deskOnPracticeBlog()
    const add = async (fileName: string, widthPx: number, words: { alt: string; credit: string }) => {
      const bytes = new Uint8Array(await cameraJpeg({ orientation: 1, widthPx, heightPx: 20 }))
      const { id } = await on.desk.mutate('media', 'add', { fileName, bytes })
      await on.desk.mutate('media', 'describe', { mediaId: id, altLanguage: 'fr', ...words })
      return id
    }
    const harbour = await add('IMG_2044.jpg', 30, { alt: 'Le port à l’aube', credit: 'Lan Trần' })
    const mill = await add('moulin-vieux.jpg', 31, { alt: '', credit: '' })
    const library = async (text: string, filters: Parameters<typeof findAll>[2] = {}) =>
      (await findAll(on.desk, text, filters)).library
    return { ...on, harbour, mill, library }
  }

  test('is found by description, file name and credit where no post shows the picture', async () => {
    const { desk, blogId, harbour, mill, library } = await deskWithLibrary()
    for (const text of ['aube', 'img 2044', 'tran', 'author:lan'])
      expect((await library(text)).map(({ mediaId }) => mediaId)).toEqual([harbour])
    expect(await library('vieux')).toMatchObject([{ mediaId: mill, passage: null }])
    const [hit] = await library('port -moulin')
    expect(hit?.passage).toEqual({ text: 'Le port à l’aube', ranges: [[3, 7]] })
    for (const text of ['port moulin', 'port -aube', 'port tag:sea', 'port is:drafts', 'port kind:post', ''])
      expect(await library(text)).toEqual([])
    expect(await library('port', { language: 'fr', from: '2026-01-01' })).toHaveLength(1)
    expect(await library('port', { language: 'en' })).toEqual([])
    await newPost(desk, blogId, 'The harbour', picture('Le port', '', harbour))
    expect(await library('aube')).toEqual([])
    await desk.close()
  })
})

test('a tag is chosen by the whole name, from those of the blogs and of what is written here', async () => {
  const { desk, blogId, rest, clock } = await deskOnPracticeBlog()
  await rest('POST', 'tags', { name: 'Ferries' })
  clock.advance(48 * 3_600_000)
  await desk.mutate('line', 'syncNow', { blogId })
  await write(desk, await newPost(desk, blogId, 'One', paragraph('Salt.')), { tags: ['Study abroad'] })
  await newPost(desk, blogId, 'Two', paragraph('Salt.'))
  expect(await desk.query('search', 'tags')).toEqual(['Ferries', 'Study abroad'])
  expect(await titlesFound(desk, 'salt', { tag: 'Study abroad' })).toEqual(['One'])
  expect(await titlesFound(desk, '', { tag: 'Study abroad' })).toEqual(['One'])
  expect(await titlesFound(desk, 'salt', { tag: 'Study ab' })).toEqual([])
  await desk.close()
})

test('an author is chosen by the whole name, from those whose posts are here', async () => {
  const { desk, blogId } = await deskOnPracticeBlog()
  await newPost(desk, blogId, 'Salt', paragraph('Of salt.'))
  const [author = ''] = await desk.query('search', 'authors')
  expect(author).not.toBe('')
  expect(await titlesFound(desk, 'salt', { author })).toContain('Salt')
  expect(await titlesFound(desk, 'salt', { author: 'Nobody Here' })).toEqual([])
  expect(await titlesFound(desk, '', { author })).toContain('Salt')
  await desk.close()
})

describe('where a post was written from', () => {
  const signed = (desk: TestDesk, postId: string, place: string) =>
    desk.mutate('posts', 'setFacts', { postId, byline: { role: 'Ambassador', place } })
  const from = (desk: TestDesk, blogId: string, place: string) =>
    desk.mutate('settings', 'set', { profile: { name: '', byBlog: { [blogId]: { role: '', place } } } })

  test('narrows a search, by a name that is offered or by words of it that are typed', async () => {
    const { desk, blogId } = await deskOnPracticeBlog()
    const visa = (title: string) => newPost(desk, blogId, title, paragraph('Visa.'), picture(`Visa desk of ${title}`))
    const one = await visa('One')
    await signed(desk, one, 'Hà Nội')
    await signed(desk, await visa('Two'), 'HANOI ')
    await signed(desk, await visa('Three'), 'Hà Nội')
    await signed(desk, await visa('Four'), 'Nội Bài')
    await signed(desk, await visa('Five'), '河内市')
    await visa('Six')
    const found = async (...asked: Parameters<typeof titlesFound> extends [unknown, ...infer Rest] ? Rest : never) =>
      (await titlesFound(desk, ...asked)).toSorted()
    expect(await desk.query('search', 'places')).toEqual(['Hà Nội', 'Nội Bài', '河内市'])
    expect(await found('visa', { place: 'Hà Nội' })).toEqual(['One', 'Three', 'Two'])
    expect(await found('', { place: 'Nội Bài' })).toEqual(['Four'])
    expect(await found('visa place:noi')).toEqual(['Four', 'One', 'Three'])
    expect(await found('place:"ha noi"')).toEqual(['One', 'Three'])
    expect(await found('place:河内')).toEqual(['Five'])
    expect(await found('visa place:delhi')).toEqual([])
    expect(await found('place:bai visa is:draft')).toEqual(['Four'])
    const answer = await findAll(desk, 'visa', { place: 'Nội Bài' })
    expect(answer.groups.map(({ kind, count }) => [kind, count])).toEqual([
      ['post', 1],
      ['picture', 1],
    ])
    expect(groupOf(answer, 'post').hits).toMatchObject([{ place: 'Nội Bài' }])
    await desk.mutate('posts', 'setTrashed', { postId: one, isTrashed: true })
    expect(await found('visa', { place: 'Hà Nội', shelf: 'trash' })).toEqual(['One'])
    await desk.close()
  })

  test('is the place of the profile until the post has been sent; a colleague’s post has none of it', async () => {
    const { desk, blogId, rest } = await deskOnPracticeBlog()
    await rest('POST', 'posts', { title: 'Theirs', status: 'publish', content: '<p>x</p>' })
    await desk.mutate('line', 'syncNow', { blogId })
    const sent = await newPost(desk, blogId, 'Sent')
    await newPost(desk, blogId, 'Draft')
    await from(desk, blogId, 'Hanoi')
    expect(await desk.query('search', 'places')).toEqual(['Hanoi'])
    expect((await titlesFound(desk, '', { place: 'Hanoi' })).toSorted()).toEqual(['Draft', 'Sent'])
    await desk.mutate('posts', 'publish', { postId: sent, as: 'publish' })
    await desk.mutate('line', 'syncNow', { blogId })
    await from(desk, blogId, 'Tehran')
    expect(await titlesFound(desk, '', { place: 'Hanoi' })).toEqual(['Sent'])
    expect(await titlesFound(desk, '', { place: 'Tehran' })).toEqual(['Draft'])
    await from(desk, blogId, '')
    expect(await desk.query('search', 'places')).toEqual(['Hanoi'])
    await desk.close()
  })
})
