import { z } from 'zod'
import { AppError } from '../../../../shared/errors.ts'
import type { BlogApi } from '../blog-api.ts'
import { answerError, readErrorBody } from './answer-errors.ts'
import { expectJson } from './http.ts'
import { inLanguagesSchema, offeredLanguageSchema } from './schemas.ts'
import type { SignedLine } from './signed-line.ts'

/**
 * Polylang Pro: `pll/v1/languages`, and the fields `lang` and `translations` of each post (polylang.pro/doc/rest-api). The free plugin has
 * the list without the fields, so one post is looked at too.
 */
export function wordpressLanguages(line: SignedLine): Pick<BlogApi, 'listOfferedLanguages'> {
  return {
    async listOfferedLanguages() {
      const answer = await line.ask({ path: 'pll/v1/languages', query: { _fields: 'slug,locale' } })
      const error = answerError(answer)
      if (error && readErrorBody(answer)) return null
      if (error) throw new AppError(error)
      const languages = expectJson(answer, z.array(offeredLanguageSchema).max(500))
      const query = { context: 'edit', status: 'any', per_page: 1, _fields: 'lang,translations' }
      const posts = await line.read(z.array(inLanguagesSchema), { path: 'wp/v2/posts', query })
      if (!posts.some(({ lang, translations }) => lang !== undefined && translations !== undefined)) return null
      return languages.map(({ slug, locale }) => ({ code: slug, tag: locale.replaceAll('_', '-') }))
    },
  }
}
