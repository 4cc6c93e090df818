import type { RemotePostId } from '../../../../shared/domain/ids.ts'
import type { PostKind } from '../../../../shared/domain/post.ts'
import type { BlogApi, PostsApi, RemoteRevision, TimedPage } from '../blog-api.ts'
import type { ProposalCalls } from '../review-calls.ts'
import { toPublishedPost } from './published-post.ts'
import {
  fromGmt,
  modifiedAtIn,
  revisionIdIn,
  TRASHED_SUFFIX,
  toGmt,
  toRemotePost,
  toRemoteRevision,
  toWordpressFields,
} from './mapping.ts'
import {
  POST_FIELDS,
  POST_ID_FIELDS,
  postIdSchema,
  postSchema,
  PUBLISHED_FIELDS,
  PUBLISHED_ID_FIELDS,
  publishedIdSchema,
  publishedSchema,
  REVISION_FIELDS,
  revisionSchema,
  type WordpressRevision,
} from './schemas.ts'
import { isDoctorSlug } from './doctor-draft.ts'
import { moveToTrash } from './move-to-trash.ts'
import type { CountedPage, SignedLine } from './signed-line.ts'
import { spanQuery, timedPage } from './timed-list.ts'

type PostCalls = Omit<PostsApi, keyof BlogApi | keyof ProposalCalls>

export const POSTS_PATH = { post: 'wp/v2/posts', page: 'wp/v2/pages' } as const satisfies Record<PostKind, string>
const BY_CHANGE = { before: 'modified_before', after: 'modified_after', orderBy: 'modified' }
/** WordPress refuses a post without title, text and excerpt; its own editor starts a post with this. */
const EMPTY_PARAGRAPH = '<!-- wp:paragraph -->\n<p></p>\n<!-- /wp:paragraph -->'
/** So many drafts under one slug would need as many lost answers in a row. */
const MAX_SIBLINGS = 12
/** Of a hundred: nobody's laptop was away for longer. */
const MOST_REVISION_PAGES = 20

/** Posts, or pages, over the REST interface: those the user may edit, because `context=edit` carries the raw text, and published ones to read. */
export function wordpressPosts(line: SignedLine, kind: PostKind): PostCalls {
  const path = POSTS_PATH[kind]
  const edit = { context: 'edit', _fields: POST_FIELDS }

  async function write(to: string, json: Record<string, unknown>) {
    return toRemotePost(await line.read(postSchema, { path: to, query: { _fields: POST_FIELDS }, json }), kind)
  }

  return {
    async listPosts({ pageNumber, modifiedAfter, ...part }) {
      // WordPress turns a time with a zone into the site's own before it compares with `modified`.
      const since = modifiedAfter === null ? {} : { modified_after: modifiedAfter }
      const query = { ...edit, status: 'any', ...since, ...spanQuery(BY_CHANGE, part) }
      const page = await line.readPage(postSchema, pageNumber, { path, query })
      return withoutDoctors(page, (post) => toRemotePost(post, kind))
    },

    async listPostIds({ pageNumber, isInTrash, ...part }) {
      const query = {
        context: 'edit',
        _fields: POST_ID_FIELDS,
        status: isInTrash ? 'trash' : 'any',
        ...spanQuery(BY_CHANGE, part),
      }
      const page = await line.readPage(postIdSchema, pageNumber, { path, query })
      return withoutDoctors(page, (post) => ({ remoteId: post.id as RemotePostId, isSticky: post.sticky }))
    },

    async listPublishedIds({ pageNumber, authorId, ...part }) {
      const query = { _fields: PUBLISHED_ID_FIELDS, status: 'publish', author: authorId, ...spanQuery(BY_CHANGE, part) }
      const page = await line.readPage(publishedIdSchema, pageNumber, { path, query })
      return timedPage(
        page,
        (post) => post.modified,
        (post) => ({ remoteId: post.id as RemotePostId, modifiedAt: fromGmt(post.modified_gmt) }),
      )
    },

    async readPublished(ids) {
      const query = { _fields: PUBLISHED_FIELDS, status: 'publish', include: [...ids] }
      const { items } = await line.readPage(publishedSchema, 1, { path, query })
      return items.map((post) => toPublishedPost(post, kind))
    },

    async getPost(id) {
      return toRemotePost(await line.read(postSchema, { path: `${path}/${id}`, query: edit }), kind)
    },

    async listRevisionsSince(id, revision) {
      const query = { context: 'edit', _fields: REVISION_FIELDS }
      const since = revisionIdIn(revision)
      let isSinceAutosave = false
      // By id: what is saved between two pages moves the last of one page to the next.
      const found = new Map<number, RemoteRevision>()
      for (let pageNumber = 1; pageNumber <= MOST_REVISION_PAGES; pageNumber += 1) {
        const { items, isLast } = await line.readPage(revisionSchema, pageNumber, {
          path: `${path}/${id}/revisions`,
          query,
        })
        // The newest first; an autosave keeps its id and is put forward with each save.
        const revisions = items.filter((each) => !isAutosave(each))
        for (const each of revisions) if (each.id > since) found.set(each.id, toRemoteRevision(each))
        isSinceAutosave ||= items.some((each) => each.id === since && isAutosave(each))
        if (isLast || revisions.some((each) => each.id <= since)) break
      }
      const saved = [...found].toSorted(([one], [other]) => one - other).map(([, each]) => each)
      // The id of an autosave that was put forward is older than what was saved before the tag: then the time tells.
      return isSinceAutosave ? saved.filter(({ savedAt }) => savedAt >= modifiedAtIn(revision)) : saved
    },

    async findPostsBySlugFamily(slug) {
      const siblings = Array.from({ length: MAX_SIBLINGS }, (_, index) => (index === 0 ? slug : `${slug}-${index + 1}`))
      const slugs = siblings.flatMap((each) => [each, `${each}${TRASHED_SUFFIX}`])
      const query = { ...edit, slug: slugs, status: 'any,trash', orderby: 'id', order: 'asc' }
      const { items } = await line.readPage(postSchema, 1, { path, query })
      return items.map((post) => toRemotePost(post, kind))
    },

    createDraft({ slug, title }) {
      return write(path, {
        status: 'draft',
        slug,
        title,
        ...(title.trim() === '' ? { content: EMPTY_PARAGRAPH } : {}),
      })
    },

    updatePost(id, fields) {
      return write(`${path}/${id}`, toWordpressFields(fields))
    },

    setPostStatus(id, flip) {
      const { status, ...time } = flip
      if (!('publishAt' in time)) return write(`${path}/${id}`, { status })
      const { publishAt } = time
      return write(`${path}/${id}`, { status, date_gmt: publishAt === null ? null : toGmt(publishAt) })
    },

    trashPost: (id) => moveToTrash(line, `${path}/${id}`),
  }
}

/** The draft of somebody's site doctor is no post of the blog, and gone in a moment. */
function withoutDoctors<Raw extends { slug: string; modified: string }, Item>(
  page: CountedPage<Raw>,
  toItem: (raw: Raw) => Item,
): TimedPage<Item> {
  const timed = timedPage(
    page,
    (post) => post.modified,
    (post) => post,
  )
  return { ...timed, items: timed.items.filter(({ slug }) => !isDoctorSlug(slug)).map(toItem) }
}

const isAutosave = ({ slug }: WordpressRevision): boolean => slug.includes('-autosave')
