import { openPracticeLine } from '../../src/main/core/blogs/practice-line.ts'
import { unsealedFiles } from '../../src/main/core/vault/sealed-files.ts'
import { systemClock } from '../../src/main/host/system-clock.ts'
import { systemRandom } from '../../src/main/host/system-random.ts'
import { profileIn } from '../../src/main/host/profile.ts'
import { makeAnchor } from '../../src/shared/content/anchors/make-anchor.ts'
import { readPost } from '../../src/shared/content/checks/readable-post.ts'
import type { BlockNode } from '../../src/shared/content/document.ts'
import type { BlogId, PostId } from '../../src/shared/domain/ids.ts'
import { blogHasLanguages } from '../support/blog-has-languages.ts'
import { newPost, paragraph, write as writeInto } from '../support/write-posts.ts'
import { lineWasAwayFor } from '../support/line-was-away.ts'
import { openDesk, type TestDesk } from '../support/open-desk.ts'
import type { Language } from '../../src/shared/words/languages.ts'
import { fillDesk } from './full-desk.ts'

/**
 * Changed here and on the blog; in another language than its source; public, and linked on the blog with a post in French; for those
 * who know a word; a page that stands under another once it goes.
 */
export type PostsToLookAt = Record<'changed' | 'translated' | 'published' | 'withPassword' | 'page', PostId>

/**
 * As a full desk, and with what takes long to come to by hand: a post that was changed here and on the blog, a review in which
 * something is suggested and noted, a post in two languages of which one was changed since, tags that look alike, and what waits
 * for a Go after landing.
 */
export async function fillDeskToLookAt(
  profileFolder: string,
  language: Language | 'as-the-computer',
): Promise<PostsToLookAt> {
  await fillDesk(profileFolder, language)
  await changeOnBlog(profileFolder)
  const desk = openDesk(profileFolder)
  const [blog] = await desk.query('blogs', 'list')
  if (!blog) throw new Error('no practice blog')
  const find = await findIn(desk, blog.id)
  const changed = find(CHANGED)
  await changeHere(desk, changed)
  await suggest(desk, find('What the oyster farmers'))
  const translated = await translate(desk, find('Five minutes at the consular'))
  const page = await writePages(desk, blog.id)
  await desk.mutate('posts', 'setSticky', { postId: find(PUBLISHED), isSticky: true })
  await desk.mutate('line', 'syncNow', { blogId: blog.id })
  await desk.mutate('settings', 'set', { arrivals: 'ask' })
  for (const [title, text] of [
    ['Three bridges before noon', 'The second one sings.'],
    ['بيت على النهر', 'يسكن فيه ثلاثة إخوة وقارب واحد.'],
  ] as const) {
    const postId = await newPost(desk, blog.id, title, paragraph(text))
    await writeInto(desk, postId, { tags: ['visa', 'students'] })
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
  }
  await desk.close()
  blogHasLanguages(profileFolder, LANGUAGES, [
    { en: find('Five minutes at the consular') },
    { en: find(PUBLISHED), fr: find('Le marché du samedi') },
  ])
  lineWasAwayFor(profileFolder, 11)
  return { changed, translated, published: find(PUBLISHED), withPassword: find(WITH_PASSWORD), page }
}

const PUBLISHED = 'We gave you the wrong bus'
const LANGUAGES = [
  { code: 'en', tag: 'en-GB' },
  { code: 'fr', tag: 'fr-FR' },
  { code: 'ar', tag: 'ar' },
]

/** A public one, and one that waits to stand under it. */
async function writePages(desk: TestDesk, blogId: BlogId): Promise<PostId> {
  const write = async (title: string, text: string): Promise<PostId> => {
    const { id } = await desk.mutate('posts', 'create', { blogId, kind: 'page' })
    await writeInto(desk, id, { title, blocks: [paragraph(text)] })
    return id
  }
  const about = await write('About this blog', 'Three people in Hanoi write here, and one who reads.')
  await desk.mutate('posts', 'publish', { postId: about, as: 'publish' })
  await desk.mutate('line', 'syncNow', { blogId })
  const page = await write('Opening hours', 'From nine to four, and by telephone in the evening.')
  const { remoteId } = await desk.query('posts', 'get', { postId: about })
  if (remoteId === null) throw new Error('the page did not go out')
  await desk.mutate('pages', 'setParent', { postId: page, parentId: remoteId })
  return page
}

async function findIn(desk: TestDesk, blogId: BlogId) {
  const posts = await desk.query('posts', 'list', { blogId })
  return (title: string): PostId => {
    const found = posts.find((post) => post.title.startsWith(title))
    if (!found) throw new Error(`no post ${title}`)
    return found.id
  }
}

/** The first paragraph is said otherwise, the second goes, and one is added. */
async function suggest(desk: TestDesk, postId: PostId): Promise<void> {
  const review = await desk.query('reviews', 'find', { postId })
  if (!review) throw new Error('nobody was asked')
  const { given } = await desk.query('reviews', 'get', { reviewId: review.id })
  const [first, , ...others] = given.document.content
  if (!first) throw new Error('nothing to suggest')
  const anchor = makeAnchor(readPost(given), { in: 'text', path: [2], from: 0, to: 12 })
  await desk.mutate('reviews', 'addNote', {
    reviewId: review.id,
    anchor,
    words: 'Who says so? A name would help.',
    name: 'Mai Pham',
  })
  const content = [added(first, 'This spring, '), ...others, paragraph('They asked us to come back in March.')]
  await desk.mutate('reviews', 'propose', {
    reviewId: review.id,
    words: { ...given, document: { type: 'doc', content } },
    name: 'Mai Pham',
  })
}

async function translate(desk: TestDesk, sourceId: PostId): Promise<PostId> {
  const postId = await desk.mutate('pairs', 'begin', { postId: sourceId, language: 'ar' })
  const { document } = await desk.query('posts', 'get', { postId })
  const [, ...others] = document.content
  await writeInto(desk, postId, {
    title: 'خمس دقائق عند شباك القنصلية',
    blocks: [paragraph('من يقف أمام الشباك لا يملك أكثر من خمس دقائق.'), ...others],
  })
  const source = await desk.query('posts', 'get', { postId: sourceId })
  const [first, ...rest] = source.document.content
  if (first) await writeInto(desk, sourceId, { language: 'en', blocks: [added(first, 'Now as before: '), ...rest] })
  return postId
}

const CHANGED = 'Forty questions'
const WITH_PASSWORD = 'Học bổng'

/** What somebody with the same account does in a browser: two paragraphs said otherwise, one more, and a word that readers have to know. */
async function changeOnBlog(profileFolder: string): Promise<void> {
  const { find, put } = await onBlog(profileFolder)
  const changed = find(CHANGED)
  const theirs = changed.content.raw
    .replace('Last Monday', 'On the first Monday of May')
    .replace('There were nine of those.', 'There were eleven of those.')
  const more = '<!-- wp:paragraph -->\n<p>The printer is late.</p>\n<!-- /wp:paragraph -->'
  await put(changed.id, { content: `${theirs}\n\n${more}` })
  await put(find(WITH_PASSWORD).id, { password: 'heron' })
}

async function onBlog(profileFolder: string) {
  const line = openPracticeLine({
    folder: profileIn(profileFolder).practiceFolder,
    fileSeal: unsealedFiles,
    clock: systemClock,
    random: systemRandom,
    isCut: () => false,
  })()
  const headers = {
    authorization: `Basic ${Buffer.from(`${line.userName}:${line.applicationPassword}`).toString('base64')}`,
    'content-type': 'application/json',
  }
  const posts = `${line.url}wp-json/wp/v2/posts`
  const answer = await line.fetch(`${posts}?context=edit&per_page=100`, { headers })
  const all = (await answer.json()) as { id: number; title: { raw: string }; content: { raw: string } }[]
  return {
    find(title: string) {
      const post = all.find((each) => each.title.raw.startsWith(title))
      if (!post) throw new Error(`no post ${title}`)
      return post
    },
    async put(id: number, fields: Record<string, string>): Promise<void> {
      const written = await line.fetch(`${posts}/${id}`, { method: 'POST', headers, body: JSON.stringify(fields) })
      if (!written.ok) throw new Error(`the blog refused: ${written.status}`)
    },
  }
}

async function changeHere(desk: TestDesk, postId: PostId): Promise<void> {
  const { document } = await desk.query('posts', 'get', { postId })
  const [first, second, ...others] = document.content
  if (!first || !second) throw new Error('too short to change')
  await writeInto(desk, postId, { blocks: [added(first, 'Two weeks ago: '), added(second, 'In truth, '), ...others] })
}

/** A paragraph with words before its own. */
function added(block: BlockNode, words: string): BlockNode {
  if (block.type !== 'paragraph') throw new Error('not a paragraph')
  return { ...block, content: [{ type: 'text', text: words }, ...(block.content ?? [])] }
}
