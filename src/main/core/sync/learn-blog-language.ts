import type { BlogId } from '../../../shared/domain/ids.ts'
import { isAppError } from '../../../shared/errors.ts'
import type { BlogApi } from '../blog-api/blog-api.ts'
import { isLanguageDue, noteLanguage } from '../blogs/blog-language.ts'
import type { PullPorts } from './pull-ports.ts'

/** Which way the blog's pages run. A front page that cannot be had keeps nobody from anything. `beside`: what is asked for at the same time. */
export async function learnBlogLanguage(
  { desk, clock }: Pick<PullPorts, 'desk' | 'clock'>,
  api: Pick<BlogApi, 'readSiteLanguage'>,
  blogId: BlogId,
  beside: Promise<void>,
): Promise<void> {
  if (!isLanguageDue(desk, blogId, clock.now())) return
  try {
    noteLanguage(desk, blogId, await api.readSiteLanguage(), clock.now())
  } catch (error) {
    if (!isAppError(error)) throw error
    // Where the line is gone nothing is said of the blog, and it is asked again with the next round.
    await beside
    noteLanguage(desk, blogId, null, clock.now())
  }
}
