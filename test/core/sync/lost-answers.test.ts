import { cpSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { BlockNode } from '../../../src/shared/content/document.ts'
import type { PostId } from '../../../src/shared/domain/ids.ts'
import type { PostsApi } from '../../../src/main/core/blog-api/blog-api.ts'
import {
  deskOnPracticeBlog,
  newPost,
  paragraph,
  syncUntilQuiet,
  type DeskOnBlog,
} from '../../support/desk-on-practice-blog.ts'
import type { TestDesk } from '../../support/open-desk.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/**
 * One whole flight: a post with a picture and a tag, and a reply under a visitor's comment. Then the same flight again and
 * again, each time with another request going wrong in another way. Whatever goes wrong, the blog ends with one of each.
 */
async function boardFlight(): Promise<DeskOnBlog & { postId: PostId; remoteIdOfFirst: number }> {
  const on = await deskOnPracticeBlog({ userName: 'author' })
  const { desk, blogId } = on
  const first = await newPost(desk, blogId, 'An earlier post')
  await desk.mutate('posts', 'publish', { postId: first, as: 'publish' })
  await on.syncUntilQuiet()
  const [earlier] = (await on.as('administrator').listPosts({ pageNumber: 1, modifiedAfter: null })).items
  const remoteIdOfFirst = Number(earlier?.remoteId)
  await on.visitorComment(remoteIdOfFirst, 'Will you come back?')
  await desk.mutate('line', 'syncNow', { blogId })

  const picture = await desk.mutate('media', 'add', {
    fileName: 'ferry.gif',
    bytes: new Uint8Array(Buffer.from(ONE_PIXEL_GIF, 'base64')),
  })
  const block: BlockNode = {
    type: 'picture',
    attrs: { mediaId: picture.id, remoteId: null, url: null, alt: 'A ferry', caption: '', source: null },
  }
  const postId = await newPost(desk, blogId, 'The ferry', paragraph('At dawn.'), block)
  const post = await desk.query('posts', 'get', { postId })
  await desk.mutate('posts', 'edit', { ...post, postId, sequence: 1_000_000, tags: ['rivers'], caret: null })
  await desk.mutate('posts', 'publish', { postId, as: 'publish' })
  const [comment] = await desk.query('comments', 'list', { blogId, postId: first })
  await desk.mutate('comments', 'reply', { commentId: comment?.id ?? '', text: 'On Thursday, with the numbers.' })
  on.line.seen.length = 0
  return { ...on, postId, remoteIdOfFirst }
}

const ONE_PIXEL_GIF = 'R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='

/** What anybody could find on the blog. */
async function cargo(api: PostsApi): Promise<object> {
  const { items: posts } = await api.listPosts({ pageNumber: 1, modifiedAfter: null })
  const { items: comments } = await api.listComments({
    pageNumber: 1,
    after: null,
    postIds: null,
    authorId: null,
    canModerate: true,
  })
  const { items: tags } = await api.listTerms('tag', { pageNumber: 1 })
  const ferries = posts.filter(({ title }) => title === 'The ferry')
  const pictureIds = ferries.flatMap(({ content }) =>
    [...content.matchAll(/wp-image-(\d+)/g)].map(([, id]) => Number(id)),
  )
  return {
    public: posts
      .filter(({ status }) => status === 'publish')
      .map(({ title }) => title)
      .toSorted(),
    drafts: posts.filter(({ status }) => status !== 'publish').length,
    tags: tags.map(({ name }) => name),
    picturesShown: pictureIds.length,
    replies: comments
      .filter(({ authorId }) => authorId !== null)
      .map(({ contentHtml }) => contentHtml.replaceAll(/<[^>]+>|\n/g, '')),
  }
}

const WHOLE = {
  public: ['An earlier post', 'The ferry'],
  drafts: 0,
  tags: ['rivers'],
  picturesShown: 1,
  replies: ['On Thursday, with the numbers.'],
}

async function requestsOfAQuietFlight(): Promise<{ index: number; isWrite: boolean; name: string }[]> {
  const flight = await boardFlight()
  await flight.syncUntilQuiet()
  expect(await cargo(flight.as('administrator'))).toEqual(WHOLE)
  await flight.desk.close()
  return flight.line.seen.map(({ isWrite, method, path }, index) => ({ index, isWrite, name: `${method} ${path}` }))
}

const requests = await requestsOfAQuietFlight()
const writes = requests.filter(({ isWrite }) => isWrite)

test('the flight writes at least a draft, a picture, a tag, the words, the flip and the reply', () => {
  expect(writes.length).toBeGreaterThanOrEqual(6)
})

describe('every thing is on the blog once', () => {
  for (const fate of ['lost-after', 'lost-before'] as const) {
    for (const { index, name } of requests) {
      test(`when request ${index}, ${name}, is ${fate}`, async () => {
        const flight = await boardFlight()
        flight.line.fateOf = (_request, at) => (at === index ? fate : 'ok')
        await flight.syncUntilQuiet()
        expect(await cargo(flight.as('administrator'))).toEqual(WHOLE)
        expect(flight.libraryCount()).toBe(1)
        await flight.desk.close()
      })
    }
  }

  for (const { index, name } of writes) {
    test(`when the answers of request ${index}, ${name}, and of the three after it are lost`, async () => {
      const flight = await boardFlight()
      flight.line.fateOf = (_request, at) => (at >= index && at < index + 4 ? 'lost-after' : 'ok')
      await flight.syncUntilQuiet()
      expect(await cargo(flight.as('administrator'))).toEqual(WHOLE)
      expect(flight.libraryCount()).toBe(1)
      await flight.desk.close()
    })
  }
})

describe('a laptop that dies in the middle sends everything once after the next start', () => {
  for (const moment of ['before', 'after'] as const) {
    for (const { index, name } of writes) {
      test(`killed ${moment} the blog carried out request ${index}, ${name}`, async () => {
        const flight = await boardFlight()
        const afterwards = temporaryFolder()
        flight.line.onRequest = (_request, at) => {
          // What a kill at this moment leaves on the disk; the process itself gets no further than the dead line.
          if (at === index) cpSync(flight.profileFolder, afterwards, { recursive: true })
        }
        flight.line.fateOf = (_request, at) =>
          at < index ? 'ok' : at === index && moment === 'after' ? 'lost-after' : 'lost-before'
        await flight.desk.mutate('line', 'syncNow', { blogId: flight.blogId })
        await flight.desk.close()

        flight.line.fateOf = () => 'ok'
        const restarted: TestDesk = flight.openOther(afterwards)
        await syncUntilQuiet(restarted, flight.blogId, flight.clock)
        expect(await cargo(flight.as('administrator'))).toEqual(WHOLE)
        expect(flight.libraryCount()).toBe(1)
        await restarted.close()
      })
    }
  }
})
