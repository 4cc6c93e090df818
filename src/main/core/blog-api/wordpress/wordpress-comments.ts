import type { BlogApi } from '../blog-api.ts'
import { toRemoteComment } from './mapping.ts'
import { moveToTrash } from './move-to-trash.ts'
import { COMMENT_FIELDS, COMMENTER_FIELDS, commenterSchema, commentSchema } from './schemas.ts'
import { requireSuccess, type LineOptions, type SignedLine } from './signed-line.ts'
import { withStoredRel } from './stored-links.ts'
import { spanQuery, timedPage } from './timed-list.ts'

const COMMENTS = 'wp/v2/comments'
const BY_DATE = { before: 'before', after: 'after', orderBy: 'date' }

/** Comments over the REST interface. Notes (WordPress 6.9) are comments of another type and never appear here. */
export function wordpressComments(
  line: SignedLine,
  { connection }: Pick<LineOptions, 'connection'>,
): Pick<
  BlogApi,
  'listComments' | 'getComment' | 'createReply' | 'readCommenter' | 'setCommentStatus' | 'trashComment'
> {
  return {
    async listComments({ pageNumber, state, after, postIds, authorId, canModerate, ...part }) {
      const query = {
        // `all` is approved and held; WordPress leaves out what the user may not read.
        status: state ?? 'all',
        after,
        ...spanQuery(BY_DATE, part),
        post: postIds,
        author: authorId,
        context: canModerate ? 'edit' : 'view',
        _fields: COMMENT_FIELDS,
      }
      const page = await line.readPage(commentSchema, pageNumber, { path: COMMENTS, query })
      return timedPage(page, (comment) => comment.date, toRemoteComment)
    },

    async createReply({ postRemoteId, parentRemoteId, text, token }) {
      const userAgent = `Attache token/${token}`
      const comment = await line.read(commentSchema, {
        path: COMMENTS,
        query: { _fields: COMMENT_FIELDS },
        // In the body too: a host may set its own User-Agent, and WordPress stores the field for every role.
        json: {
          post: postRemoteId,
          parent: parentRemoteId,
          content: withStoredRel(text, connection.url),
          author_user_agent: userAgent,
        },
        headers: { 'user-agent': userAgent },
      })
      return toRemoteComment(comment)
    },

    async getComment(id, { canModerate }) {
      const query = { context: canModerate ? 'edit' : 'view', _fields: COMMENT_FIELDS }
      return toRemoteComment(await line.read(commentSchema, { path: `${COMMENTS}/${id}`, query }))
    },

    async readCommenter(id) {
      const query = { context: 'edit', _fields: COMMENTER_FIELDS }
      const commenter = await line.read(commenterSchema, { path: `${COMMENTS}/${id}`, query })
      return { email: commenter.author_email, ip: commenter.author_ip, website: commenter.author_url }
    },

    async setCommentStatus(id, status) {
      requireSuccess(
        await line.ask({ method: 'POST', path: `${COMMENTS}/${id}`, query: { _fields: 'id' }, json: { status } }),
      )
    },

    trashComment: (id) => moveToTrash(line, `${COMMENTS}/${id}`),
  }
}
