import { openPracticeLine } from '../../src/main/core/blogs/practice-line.ts'
import { unsealedFiles } from '../../src/main/core/vault/sealed-files.ts'
import { systemClock } from '../../src/main/host/system-clock.ts'
import { systemRandom } from '../../src/main/host/system-random.ts'
import { profileIn } from '../../src/main/host/profile.ts'
import { makeAnchor } from '../../src/shared/content/anchors/make-anchor.ts'
import { readPost } from '../../src/shared/content/checks/readable-post.ts'
import type { BlockNode } from '../../src/shared/content/document.ts'
import type { PostId } from '../../src/shared/domain/ids.ts'
import { newPost, paragraph, write } from '../support/write-posts.ts'
import { lineWasAwayFor } from '../support/line-was-away.ts'
import { openDesk, type TestDesk } from '../support/open-desk.ts'
import type { Language } from '../../src/shared/words/languages.ts'
import { fillDesk } from './full-desk.ts'

/** Changed here and on the blog; in another language than its source; public, as it is. */
export type PostsToLookAt = Record<'changed' | 'translated' | 'published', PostId>

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
  await desk.mutate('line', 'syncNow', { blogId: blog.id })
  await desk.mutate('settings', 'set', { arrivals: 'ask' })
  for (const [title, text] of [
    ['Three bridges before noon', 'The second one sings.'],
    ['بيت على النهر', 'يسكن فيه ثلاثة إخوة وقارب واحد.'],
  ] as const) {
    const postId = await newPost(desk, blog.id, title, paragraph(text))
    await write(desk, postId, { tags: ['visa', 'students'] })
    await desk.mutate('posts', 'publish', { postId, as: 'publish' })
  }
  await desk.close()
  lineWasAwayFor(profileFolder, 11)
  return { changed, translated, published: find('We gave you the wrong bus') }
}

async function findIn(desk: TestDesk, blogId: Parameters<typeof newPost>[1]) {
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
  await write(desk, postId, {
    title: 'خمس دقائق عند شباك القنصلية',
    blocks: [paragraph('من يقف أمام الشباك لا يملك أكثر من خمس دقائق.'), ...others],
  })
  const source = await desk.query('posts', 'get', { postId: sourceId })
  const [first, ...rest] = source.document.content
  if (first) await write(desk, sourceId, { blocks: [added(first, 'Now as before: '), ...rest] })
  return postId
}

const CHANGED = 'Forty questions'

/** What somebody with the same account makes of the post in a browser: two paragraphs said otherwise, and one more. */
async function changeOnBlog(profileFolder: string): Promise<void> {
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
  const post = all.find(({ title }) => title.raw.startsWith(CHANGED))
  if (!post) throw new Error(`no post ${CHANGED}`)
  const theirs = post.content.raw
    .replace('Last Monday', 'On the first Monday of May')
    .replace('There were nine of those.', 'There were eleven of those.')
  const more = '<!-- wp:paragraph -->\n<p>The printer is late.</p>\n<!-- /wp:paragraph -->'
  const body = JSON.stringify({ content: `${theirs}\n\n${more}` })
  const written = await line.fetch(`${posts}/${post.id}`, { method: 'POST', headers, body })
  if (!written.ok) throw new Error(`the blog refused: ${written.status}`)
}

async function changeHere(desk: TestDesk, postId: PostId): Promise<void> {
  const { document } = await desk.query('posts', 'get', { postId })
  const [first, second, ...others] = document.content
  if (!first || !second) throw new Error('too short to change')
  await write(desk, postId, { blocks: [added(first, 'Two weeks ago: '), added(second, 'In truth, '), ...others] })
}

/** A paragraph with words before its own. */
function added(block: BlockNode, words: string): BlockNode {
  if (block.type !== 'paragraph') throw new Error('not a paragraph')
  return { ...block, content: [{ type: 'text', text: words }, ...(block.content ?? [])] }
}
