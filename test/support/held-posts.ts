import type { BlogId } from '../../src/shared/domain/ids.ts'
import type { TestDesk } from './open-desk.ts'

/** A post of one paragraph for each title, published and kept in the outbox, so that no blog takes it at once. */
export async function holdPosts(
  desk: TestDesk,
  blogId: BlogId,
  posts: readonly { title: string; text: string }[],
): Promise<void> {
  for (const { title, text } of posts) {
    const { id: postId, ...post } = await desk.mutate('posts', 'create', { blogId })
    const document = {
      type: 'doc' as const,
      content: [
        {
          type: 'paragraph' as const,
          attrs: { dir: null, source: null },
          content: [{ type: 'text' as const, text }],
        },
      ],
    }
    await desk.mutate('posts', 'edit', { ...post, postId, sequence: 1, title, document, caret: null })
    await desk.mutate('posts', 'flush', { postId })
    const { id: entryId } = await desk.mutate('posts', 'publish', { postId, as: 'publish' })
    await desk.mutate('outbox', 'hold', { entryId })
  }
}
