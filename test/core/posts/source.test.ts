import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { BlockNode, PostDocument } from '../../../src/shared/content/document.ts'
import { AppError } from '../../../src/shared/errors.ts'
import { createChangeFeed } from '../../../src/main/core/change-feed.ts'
import { createPostsService } from '../../../src/main/core/posts/posts-service.ts'
import { createDesk } from '../../../src/main/core/store/desk.ts'
import { openStore } from '../../../src/main/core/store/open-store.ts'
import { systemRandom } from '../../../src/main/host/system-random.ts'
import { createManualClock } from '../../fakes/manual-clock.ts'
import { putTestBlog } from '../../support/stored.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

function postWith(document: PostDocument) {
  const desk = createDesk(openStore({ databasePath: join(temporaryFolder(), 'desk.db'), key: null }))
  const posts = createPostsService({
    desk,
    clock: createManualClock(),
    random: systemRandom,
    feed: createChangeFeed(),
    log: { info() {}, warn() {}, error() {} },
    holdMs: 0,
    onQueued() {},
    profile: () => ({ name: '', byBlog: {} }),
  })
  const { id: postId, ...post } = posts.create({ blogId: putTestBlog(desk).id, kind: 'post' })
  posts.edit({
    postId,
    window: 'one',
    sequence: 1,
    mergesSeen: null,
    title: post.title,
    excerpt: '',
    language: '',
    direction: 'ltr',
    categoryIds: [],
    tags: [],
    document,
    caret: null,
  })
  return { posts, postId }
}

const paragraph = (text: string): BlockNode => ({
  type: 'paragraph',
  attrs: { dir: null, source: null },
  content: [{ type: 'text', text }],
})

test('the source is what was typed last, before it was committed', () => {
  const { posts, postId } = postWith({ type: 'doc', content: [paragraph('Hello')] })
  expect(posts.source(postId)).toEqual({ markup: '<!-- wp:paragraph -->\n<p>Hello</p>\n<!-- /wp:paragraph -->' })
})

test('a source that is read again and sent is the same, byte for byte, however broken it is', () => {
  const { posts, postId } = postWith({ type: 'doc', content: [paragraph('Hello')] })
  for (const markup of ['loose <b>words', '<!-- wp:group --><div>', '<!-- wp:paragraph -->\n<p>a</p>\n', '']) {
    const document = posts.readSource({ postId, markup })
    const again = postWith(document)
    expect(again.posts.source(again.postId)).toEqual({ markup })
  }
})

test('a source in which a picture of this laptop would lose its file is refused', () => {
  const { posts, postId } = postWith({ type: 'doc', content: [paragraph('Hello')] })
  const markup = `loose <img src="attache-picture:${'a'.repeat(64)}">`
  expect(() => posts.readSource({ postId, markup })).toThrow(AppError)
})
