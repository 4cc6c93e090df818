import { commentJson } from './comment-json.ts'
import { storedComment } from './comment-writes.ts'
import { listPage } from './list-page.ts'
import { restUrl } from './links.ts'
import { canEditPost, canReadPost } from './post-rights.ts'
import { readContext } from './posts-routes.ts'
import type { PracticeComment } from './practice-state.ts'
import type { PracticeSite } from './practice-site.ts'
import { notAllowed, RestError } from './rest-error.ts'
import type { Answer, Ask } from './rest-route.ts'
import { can } from './roles.ts'

/** Notes as WordPress 7.1 keeps them: comments of another type, for those who may edit the post. */
export const isNote = ({ noteStatus }: PracticeComment): boolean => noteStatus !== undefined
export const asksForNotes = ({ params }: Ask): boolean => params.text('type') === 'note'

export function listNotes(site: PracticeSite, ask: Ask): Answer {
  const { params, viewer } = ask
  const postIds = params.integers('post') ?? []
  const posts = site.state.posts.filter(({ id }) => postIds.includes(id))
  if (posts.some((post) => !canReadPost(viewer, post))) {
    throw notAllowed(viewer, 'rest_cannot_read_post', 'Sorry, you are not allowed to read the post for this comment.')
  }
  if (readContext(ask) !== 'edit' || postIds.length === 0 || posts.some((post) => !canEditPost(viewer, post))) {
    throw notAllowed(viewer, 'rest_forbidden_context', 'Sorry, you are not allowed to edit comments.')
  }
  const notes = site.state.comments
    .filter((comment) => isNote(comment) && postIds.includes(comment.postId))
    .filter(({ status }) => status === 'approved' || status === 'hold')
    .toSorted((one, other) => (one.createdGmt === other.createdGmt ? other.id - one.id : 0) || laterFirst(one, other))
  return listPage(ask, notes, {
    pastEnd: 'empty',
    toJson(note) {
      const post = posts.find(({ id }) => id === note.postId)
      return post ? commentJson(site, note, post, 'edit') : null
    },
  })
}

const laterFirst = (one: PracticeComment, other: PracticeComment): number =>
  one.createdGmt < other.createdGmt ? 1 : -1

/** Neither a duplicate nor a flood is looked for. */
export function createNote(site: PracticeSite, ask: Ask): Answer {
  const { viewer, params } = ask
  if (viewer === null) {
    throw new RestError(401, 'rest_comment_login_required', 'Sorry, you must be logged in to comment.')
  }
  const post = site.state.posts.find(({ id }) => id === params.integer('post'))
  if (post === undefined || !canEditPost(viewer, post)) {
    throw notAllowed(viewer, 'rest_cannot_create_note', 'Sorry, you are not allowed to create notes for this post.')
  }
  const noteStatus = verdictIn(params.value('meta'))
  const content = params.rawText('content')?.trim() ?? ''
  if (content === '' && noteStatus === null) {
    throw new RestError(400, 'rest_comment_content_invalid', 'Invalid comment content.')
  }
  const note: PracticeComment = {
    id: site.state.nextCommentId,
    postId: post.id,
    parentId: params.integer('parent') ?? 0,
    authorId: viewer.id,
    authorName: viewer.displayName,
    authorEmail: viewer.email,
    authorUrl: '',
    authorIp: '127.0.0.1',
    userAgent: params.text('author_user_agent') ?? ask.header('User-Agent') ?? '',
    content: storedComment(site, viewer, content),
    status: params.oneOf('status', ['hold', 'approved'], 'approved'),
    createdGmt: site.nowGmt(),
    noteStatus,
  }
  site.state.nextCommentId += 1
  site.state.comments.push(note)
  const headers = { Location: restUrl(site, `comments/${note.id}`) }
  const context = can(viewer, 'moderate_comments') ? 'edit' : 'view'
  return { status: 201, json: commentJson(site, note, post, context), headers }
}

function verdictIn(meta: unknown): 'resolved' | 'reopen' | null {
  const { _wp_note_status: verdict } = (meta ?? {}) as { _wp_note_status?: unknown }
  return verdict === 'resolved' || verdict === 'reopen' ? verdict : null
}
