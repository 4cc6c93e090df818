import type { BlogId } from '../../../shared/domain/ids.ts'
import { isAppError } from '../../../shared/errors.ts'
import type { BlogApi } from '../blog-api/blog-api.ts'
import { areOfferedLanguagesDue, noteOfferedLanguages, offeredLanguages } from '../blogs/offered-languages.ts'
import type { PullPorts } from './pull-ports.ts'

/** Whether and in which languages the blog links posts, hourly. What cannot be had keeps nobody from anything, and is believed as before. `beside`: what is asked for at the same time. */
export async function learnOfferedLanguages(
  { desk, clock }: Pick<PullPorts, 'desk' | 'clock'>,
  api: Pick<BlogApi, 'listOfferedLanguages'>,
  blogId: BlogId,
  beside: Promise<void>,
): Promise<void> {
  if (!areOfferedLanguagesDue(desk, blogId, clock.now())) return
  try {
    noteOfferedLanguages(desk, blogId, await api.listOfferedLanguages(), clock.now())
  } catch (error) {
    if (!isAppError(error)) throw error
    // Where the line is gone nothing is said of the blog, and it is asked again with the next round.
    await beside
    noteOfferedLanguages(desk, blogId, offeredLanguages(desk, blogId) ?? null, clock.now())
  }
}
