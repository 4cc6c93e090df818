import type { BlogId } from '../../../shared/domain/ids.ts'
import { isAppError } from '../../../shared/errors.ts'
import type { BlogApi } from '../blog-api/blog-api.ts'
import { areOfferedLanguagesDue, noteOfferedLanguages, offeredLanguages } from '../blogs/offered-languages.ts'
import type { PullPorts } from './pull-ports.ts'

/** Whether and in which languages the blog links posts, hourly. What cannot be had keeps nobody from anything, and is believed as before. */
export async function learnOfferedLanguages(
  { desk, clock }: Pick<PullPorts, 'desk' | 'clock'>,
  api: Pick<BlogApi, 'listOfferedLanguages'>,
  blogId: BlogId,
): Promise<void> {
  if (!areOfferedLanguagesDue(desk, blogId, clock.now())) return
  try {
    noteOfferedLanguages(desk, blogId, await api.listOfferedLanguages(), clock.now())
  } catch (error) {
    if (!isAppError(error)) throw error
    noteOfferedLanguages(desk, blogId, offeredLanguages(desk, blogId) ?? null, clock.now())
  }
}
