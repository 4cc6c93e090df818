import type { PostKind } from '../../../../shared/domain/post.ts'
import type { BlogApi, PostsApi } from '../blog-api.ts'
import { readErrorBody } from './answer-errors.ts'
import { notTheBlog } from './blog-address.ts'
import { expectJson } from './http.ts'
import { toBlogUser } from './mapping.ts'
import { INDEX_FIELDS, readIndex } from './read-index.ts'
import { refuseMovedBlog } from './refuse-moved-blog.ts'
import { revokeOwnPassword } from './revoke-password.ts'
import { userSchema } from './schemas.ts'
import { createSignedLine, type LineOptions } from './signed-line.ts'
import { readSiteLanguage } from './site-language.ts'
import { wordpressComments } from './wordpress-comments.ts'
import { wordpressLanguages } from './wordpress-languages.ts'
import { wordpressMedia } from './wordpress-media.ts'
import { wordpressPictures } from './wordpress-pictures.ts'
import { wordpressPosts } from './wordpress-posts.ts'
import { wordpressNotes, wordpressProposals } from './wordpress-review.ts'
import { wordpressTerms } from './wordpress-terms.ts'
import { wordpressWriters } from './wordpress-writers.ts'

/**
 * A signed-in line to a WordPress of version 5.7 or later. Sends GET and POST only, follows no redirect and retries
 * nothing. `timeoutMs` is the longest silence that is waited out (30 s).
 */
export function createWordpressBlogApi(options: LineOptions): BlogApi {
  const { connection } = options
  const line = createSignedLine(options)

  async function describe() {
    const answer = await line.askUnsigned({ path: '', query: { _fields: INDEX_FIELDS } })
    await refuseMovedBlog(answer, options)
    const description = readIndex(answer, connection.restRoot)
    if (!isSamePlace(description.url, connection.url)) throw notTheBlog('other-blog', hostOf(description.url))
    return description
  }

  const ofKind = (kind: PostKind): PostsApi => ({
    ...api,
    ...wordpressPosts(line, kind),
    ...wordpressProposals(line, kind),
  })

  const api: BlogApi = {
    describe,
    ofKind,

    async whoAmI() {
      const query = { context: 'edit', _fields: 'id,username,name,roles,capabilities' }
      const answer = await line.ask({ path: 'wp/v2/users/me', query })
      // A blog that looks at no application password answers as if none had been sent, right or wrong.
      if (readErrorBody(answer)?.code === 'rest_not_logged_in' && (await describe()).approvalUrl === null) {
        throw notTheBlog('application-passwords-off', hostOf(connection.url))
      }
      return toBlogUser(expectJson(answer, userSchema), answer.headers.get('date'))
    },

    revokeOwnPassword: () => revokeOwnPassword(line),

    readSiteLanguage: () => readSiteLanguage(options),

    ...wordpressLanguages(line),
    ...wordpressWriters(line),
    ...wordpressTerms(line),
    ...wordpressComments(line, options),
    ...wordpressNotes(line, options),
    ...wordpressMedia(line),
    ...wordpressPictures(line, options),
  }
  return api
}

function isSamePlace(left: string, right: string): boolean {
  return placeOf(left) === placeOf(right)
}

/** Without the scheme: a blog behind TLS may still call itself `http:`. */
function placeOf(address: string): string | null {
  const url = URL.parse(address)
  return url && `${url.host}${url.pathname.replace(/\/+$/, '')}`
}

function hostOf(address: string): string | null {
  return URL.parse(address)?.host ?? null
}
