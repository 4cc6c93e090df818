import type { BlogId } from '../../../shared/domain/ids.ts'
import { isAppError } from '../../../shared/errors.ts'
import type { BlogApi } from '../blog-api/blog-api.ts'
import { areWritersDue, noteWriters } from '../comments/writers.ts'
import type { PullPorts } from './pull-ports.ts'

/** Whose answers count beside one's own, hourly. A blog that keeps its people to itself keeps nobody from anything: who wrote its posts is known. */
export async function learnWriters(
  { desk, clock }: Pick<PullPorts, 'desk' | 'clock'>,
  api: Pick<BlogApi, 'listWriterIds'>,
  blogId: BlogId,
): Promise<void> {
  if (!areWritersDue(desk, blogId, clock.now())) return
  try {
    noteWriters(desk, blogId, await api.listWriterIds(), clock.now())
  } catch (error) {
    if (!isAppError(error)) throw error
    noteWriters(desk, blogId, null, clock.now())
  }
}
