import type { BlockNode } from '../../src/shared/content/document.ts'
import type { PostEdit } from '../../src/shared/contract/inputs.ts'
import type { BlogId, PostId } from '../../src/shared/domain/ids.ts'
import type { TestDesk } from './open-desk.ts'

export const paragraph = (text: string): BlockNode => ({
  type: 'paragraph',
  attrs: { dir: null, source: null },
  content: [{ type: 'text', text }],
})

let lastSequence = 0

type Written = Partial<PostEdit> & { blocks?: BlockNode[] }

/** Writes into a post as a window does, and saves. */
export async function write(desk: TestDesk, postId: PostId, edit: Written): Promise<void> {
  await type(desk, postId, edit)
  await desk.mutate('posts', 'flush', { postId })
}

/** The same with the hands still on the keys: it is saved by the clock. */
export async function type(desk: TestDesk, postId: PostId, edit: Written): Promise<void> {
  const { blocks, ...fields } = edit
  const post = await desk.query('posts', 'get', { postId })
  const { title, document, excerpt, language, direction, categoryIds, tags } = post
  lastSequence += 1
  await desk.mutate('posts', 'edit', {
    postId,
    sequence: lastSequence,
    title,
    document: blocks ? { type: 'doc', content: blocks } : document,
    excerpt,
    language,
    direction,
    categoryIds,
    tags,
    caret: null,
    ...fields,
  })
}

/** A new post with a title and one paragraph, saved. */
export async function newPost(desk: TestDesk, blogId: BlogId, title: string, ...blocks: BlockNode[]): Promise<PostId> {
  const { id } = await desk.mutate('posts', 'create', { blogId })
  await write(desk, id, { title, blocks: blocks.length > 0 ? blocks : [paragraph(`${title}, and what came of it.`)] })
  return id
}
