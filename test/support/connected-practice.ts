import type { BlogId } from '../../src/shared/domain/ids.ts'
import { openDesk } from './open-desk.ts'

/** A profile on which the practice blog is connected and pulled, closed again. */
export async function connectedPractice(profileFolder: string): Promise<BlogId> {
  const desk = openDesk(profileFolder)
  const { id } = await desk.mutate('blogs', 'connectPractice')
  await desk.mutate('line', 'syncNow', { blogId: id })
  await desk.close()
  return id
}
