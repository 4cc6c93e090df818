import type { Hono } from 'hono'
import { commentJson } from './comment-json.ts'
import { canEditComment, canReadComment } from './comment-rights.ts'
import { addComment, storedComment } from './comment-writes.ts'
import { listPage } from './list-page.ts'
import { restUrl } from './links.ts'
import { asksForNotes, createNote, isNote, listNotes } from './notes.ts'
import { canEditPost, canReadPost } from './post-rights.ts'
import { readBound, readContext } from './posts-routes.ts'
import type { PracticeComment, PracticePost } from './practice-state.ts'
import type { PracticeSite } from './practice-site.ts'
import { notAllowed, RestError } from './rest-error.ts'
import { type Answer, type Ask, restRoute } from './rest-route.ts'
import { can } from './roles.ts'

interface Found {
  comment: PracticeComment
  post: PracticePost
}

const postOf = (site: PracticeSite, comment: PracticeComment): PracticePost | undefined =>
  site.state.posts.find((post) => post.id === comment.postId)

function getComment(site: PracticeSite, id: number): Found {
  const comment = site.state.comments.find((candidate) => candidate.id === id)
  const post = comment && postOf(site, comment)
  if (comment === undefined || post === undefined) {
    throw new RestError(404, 'rest_comment_invalid_id', 'Invalid comment ID.')
  }
  return { comment, post }
}

function requireEditContext(ask: Ask, ofNote: PracticePost | null): 'view' | 'edit' {
  const context = readContext(ask)
  const isAllowed = ofNote ? canEditPost(ask.viewer, ofNote) : can(ask.viewer, 'moderate_comments')
  if (context === 'edit' && !isAllowed) {
    throw notAllowed(ask.viewer, 'rest_forbidden_context', 'Sorry, you are not allowed to edit comments.')
  }
  return context
}

function hasStatus(asked: string): (comment: PracticeComment) => boolean {
  if (asked === 'any') return () => true
  if (asked === 'all') return ({ status }) => status === 'approved' || status === 'hold'
  const wanted = asked === 'approve' ? 'approved' : asked
  return ({ status }) => status === wanted
}

function requirePlainQuery(ask: Ask): void {
  if (can(ask.viewer, 'edit_posts')) return
  const forbidden = ['author', 'author_exclude', 'author_email'].filter((name) => ask.params.has(name))
  if ((ask.params.text('status') ?? 'approve') !== 'approve') forbidden.push('status')
  if (forbidden.length > 0) {
    throw notAllowed(ask.viewer, 'rest_forbidden_param', `Query parameter not permitted: ${forbidden.join(', ')}`)
  }
}

function listComments(site: PracticeSite, ask: Ask): Answer {
  const { params, viewer } = ask
  if (asksForNotes(ask)) return listNotes(site, ask)
  const postIds = params.integers('post') ?? []
  const hidden = site.state.posts.find((post) => postIds.includes(post.id) && !canReadPost(viewer, post))
  if (hidden !== undefined) {
    throw notAllowed(viewer, 'rest_cannot_read_post', 'Sorry, you are not allowed to read the post for this comment.')
  }
  const context = requireEditContext(ask, null)
  requirePlainQuery(ask)
  const isAsked = hasStatus(params.text('status') ?? 'approve')
  const after = readBound(site, ask, 'after')
  const before = readBound(site, ask, 'before')
  const among = (name: string) => {
    const ids = params.integers(name)
    return (id: number) => ids === null || ids.length === 0 || ids.includes(id)
  }
  const [inPosts, inAuthors, inParents, inInclude] = [among('post'), among('author'), among('parent'), among('include')]
  const search = (params.text('search') ?? '').toLowerCase()
  const orderBy = params.oneOf('orderby', ['date_gmt', 'date', 'id'], 'date_gmt')
  const sign = params.oneOf('order', ['asc', 'desc'], 'desc') === 'asc' ? 1 : -1
  const comments = site.state.comments
    .filter(
      (comment) =>
        !isNote(comment) &&
        isAsked(comment) &&
        inPosts(comment.postId) &&
        inAuthors(comment.authorId) &&
        inParents(comment.parentId) &&
        inInclude(comment.id) &&
        (after === null || comment.createdGmt > after) &&
        (before === null || comment.createdGmt < before) &&
        `${comment.authorName} ${comment.content}`.toLowerCase().includes(search),
    )
    .toSorted((left, right) =>
      orderBy === 'id' || left.createdGmt === right.createdGmt
        ? sign * (left.id - right.id)
        : sign * (left.createdGmt < right.createdGmt ? -1 : 1),
    )
  return listPage(ask, comments, {
    pastEnd: 'empty',
    toJson: (comment) => {
      const post = postOf(site, comment)
      if (post === undefined || !canReadComment(viewer, comment, post)) return null
      return commentJson(site, comment, post, context)
    },
  })
}

function readComment(site: PracticeSite, ask: Ask): Answer {
  const { comment, post } = getComment(site, ask.id)
  const context = requireEditContext(ask, isNote(comment) ? post : null)
  if (!canReadComment(ask.viewer, comment, post)) {
    throw notAllowed(ask.viewer, 'rest_cannot_read', 'Sorry, you are not allowed to read this comment.')
  }
  return { json: commentJson(site, comment, post, context) }
}

function requireCommentable(site: PracticeSite, ask: Ask): PracticePost {
  const post = site.state.posts.find(({ id }) => id === ask.params.integer('post'))
  const refusal = (code: string, message: string) => new RestError(403, code, message)
  if (post === undefined) {
    throw refusal('rest_comment_invalid_post_id', 'Sorry, you are not allowed to create this comment without a post.')
  }
  if (post.status === 'draft' || post.status === 'trash') {
    throw refusal(`rest_comment_${post.status}_post`, 'Sorry, you are not allowed to create a comment on this post.')
  }
  if (!canReadPost(ask.viewer, post)) {
    throw notAllowed(
      ask.viewer,
      'rest_cannot_read_post',
      'Sorry, you are not allowed to read the post for this comment.',
    )
  }
  if (post.commentStatus === 'closed') {
    throw refusal('rest_comment_closed', 'Sorry, comments are closed for this item.')
  }
  return post
}

const STATUSES = ['approved', 'approve', 'hold', 'unapproved', 'spam', 'trash'] as const

function requestedStatus(ask: Ask): 'approved' | 'hold' | 'spam' | 'trash' {
  const asked = ask.params.oneOf('status', STATUSES, 'approved')
  if (asked === 'approve') return 'approved'
  return asked === 'unapproved' ? 'hold' : asked
}

const isModeratorField = (ask: Ask, name: string) => ask.params.has(name) && !can(ask.viewer, 'moderate_comments')

function createComment(site: PracticeSite, ask: Ask): Answer {
  const { viewer, params } = ask
  if (asksForNotes(ask)) return createNote(site, ask)
  if (viewer === null) {
    throw new RestError(401, 'rest_comment_login_required', 'Sorry, you must be logged in to comment.')
  }
  for (const name of ['author', 'status'].filter((field) => isModeratorField(ask, field))) {
    if (name === 'author' && params.integer('author') === viewer.id) continue
    const message = `Sorry, you are not allowed to edit '${name}' for comments.`
    throw notAllowed(viewer, `rest_comment_invalid_${name}`, message)
  }
  const post = requireCommentable(site, ask)
  if (params.has('type') && params.text('type') !== 'comment') {
    throw new RestError(400, 'rest_invalid_comment_type', 'Cannot create a comment with that type.')
  }
  const content = (params.rawText('content') ?? '').trim()
  if (content === '') throw new RestError(400, 'rest_comment_content_invalid', 'Invalid comment content.')
  if (Buffer.byteLength(content) > 65_525) {
    throw new RestError(400, 'comment_content_column_length', 'Comment field exceeds maximum length allowed.')
  }
  const added = {
    post,
    parentId: params.integer('parent') ?? 0,
    viewer,
    authorName: viewer.displayName,
    authorEmail: viewer.email,
    authorUrl: '',
    userAgent: params.text('author_user_agent') ?? ask.header('User-Agent') ?? '',
    content,
  }
  const comment = addComment(site, added, 400)
  if (params.has('status')) comment.status = requestedStatus(ask)
  const context = can(viewer, 'moderate_comments') ? 'edit' : 'view'
  const headers = { Location: restUrl(site, `comments/${comment.id}`) }
  return { status: 201, json: commentJson(site, comment, post, context), headers }
}

/** As on WordPress 7.1 any update, a change of status too, replaces the stored user agent by that of the one who changes it. */
function changeComment(site: PracticeSite, ask: Ask): Answer {
  const { comment, post } = getComment(site, ask.id)
  if (!canEditComment(ask.viewer, post)) {
    throw notAllowed(ask.viewer, 'rest_cannot_edit', 'Sorry, you are not allowed to edit this comment.')
  }
  const content = ask.params.rawText('content')?.trim() ?? null
  if (content === '') throw new RestError(400, 'rest_comment_content_invalid', 'Invalid comment content.')
  const status = ask.params.has('status') ? requestedStatus(ask) : comment.status
  if (ask.params.has('type') && ask.params.text('type') !== 'comment') {
    throw new RestError(404, 'rest_comment_invalid_type', 'Sorry, you are not allowed to change the comment type.')
  }
  if (content !== null) comment.content = storedComment(site, ask.viewer, content)
  comment.status = status
  comment.userAgent = ask.params.text('author_user_agent') ?? ask.header('User-Agent') ?? comment.userAgent
  return { json: commentJson(site, comment, post, 'edit') }
}

function deleteComment(site: PracticeSite, ask: Ask): Answer {
  const { comment, post } = getComment(site, ask.id)
  if (!canEditComment(ask.viewer, post)) {
    throw notAllowed(ask.viewer, 'rest_cannot_delete', 'Sorry, you are not allowed to delete this comment.')
  }
  if (ask.params.isSet('force')) {
    const previous = commentJson(site, comment, post, 'edit')
    site.state.comments.splice(site.state.comments.indexOf(comment), 1)
    return { json: { deleted: true, previous } }
  }
  if (comment.status === 'trash') {
    throw new RestError(410, 'rest_already_trashed', 'The comment has already been trashed.')
  }
  comment.status = 'trash'
  return { json: commentJson(site, comment, post, 'edit') }
}

export function addCommentsRoutes(app: Hono, site: PracticeSite): void {
  const comments = '/wp-json/wp/v2/comments'
  const one = `${comments}/:id{[0-9]+}`
  app.get(
    comments,
    restRoute(site, (ask) => listComments(site, ask)),
  )
  app.post(
    comments,
    restRoute(site, (ask) => createComment(site, ask)),
  )
  app.get(
    one,
    restRoute(site, (ask) => readComment(site, ask)),
  )
  app.on(
    ['POST', 'PUT', 'PATCH'],
    one,
    restRoute(site, (ask) => changeComment(site, ask)),
  )
  app.delete(
    one,
    restRoute(site, (ask) => deleteComment(site, ask)),
  )
}
