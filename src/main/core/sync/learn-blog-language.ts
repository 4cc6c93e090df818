import type { BlogId } from '../../../shared/domain/ids.ts'
import { isAppError } from '../../../shared/errors.ts'
import type { BlogApi } from '../blog-api/blog-api.ts'
import { isLanguageDue, noteLanguage } from '../blogs/blog-language.ts'
import type { PullPorts } from './pull-ports.ts'

/** Which way the blog's pages run. A front page that cannot be had keeps nobody from anything. */
export async function learnBlogLanguage(
  { desk, clock }: Pick<PullPorts, 'desk' | 'clock'>,
  api: Pick<BlogApi, 'readSiteLanguage'>,
  blogId: BlogId,
): Promise<void> {
  if (!isLanguageDue(desk, blogId, clock.now())) return
  try {
    noteLanguage(desk, blogId, await api.readSiteLanguage(), clock.now())
  } catch (error) {
    if (!isAppError(error)) throw error
    noteLanguage(desk, blogId, null, clock.now())
  }
}
