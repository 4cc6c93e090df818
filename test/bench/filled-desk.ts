import { openDesk as openDeskInWorker } from '../../src/main/host/node/open-desk.ts'
import type { Blog } from '../../src/shared/domain/blog.ts'
import type { BlogId } from '../../src/shared/domain/ids.ts'
import { fillWithPosts } from '../support/fill-with-posts.ts'

/** Made, filled and left by the program itself, so that it lies as a person's does. */
export async function filledDesk(
  folder: string,
  size: number,
): Promise<{ folder: string; blogId: BlogId; size: number }> {
  const core = openDeskInWorker(folder)
  const response = await core.call({ type: 'mutation', path: 'blogs.connectPractice', input: undefined })
  await core.close()
  if (!response.ok) throw new Error(JSON.stringify(response.error))
  const { id: blogId } = response.data as Blog
  fillWithPosts(folder, blogId, size, 'lighthousekeeper')
  return { folder, blogId, size }
}
