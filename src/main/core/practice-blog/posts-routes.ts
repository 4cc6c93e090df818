import type { Hono } from 'hono'
import { listPage } from './list-page.ts'
import { restUrl } from './links.ts'
import { postJson, type RestContext, revisionJson, versionsOf } from './post-json.ts'
import { canDeletePost, canEditPost, canReadPost } from './post-rights.ts'
import { createPost, trashPost, updatePost } from './post-writes.ts'
import type { PracticePost } from './practice-state.ts'
import type { PracticeSite } from './practice-site.ts'
import { invalidParam, notAllowed, RestError } from './rest-error.ts'
import { type Answer, type Ask, restRoute } from './rest-route.ts'
import { can } from './roles.ts'
import { readDate } from './site-time.ts'

const LISTED = ['publish', 'future', 'draft', 'pending', 'private', 'trash', 'any'] as const
const ORDERS = ['date', 'modified', 'id', 'slug', 'title', 'author', 'include', 'relevance'] as const

export const readContext = (ask: Ask): RestContext => ask.params.oneOf('context', ['view', 'edit'], 'view')

/** Throws 404 with WordPress's code. */
export function getPost(site: PracticeSite, id: number): PracticePost {
  const post = site.state.posts.find((candidate) => candidate.id === id)
  if (post === undefined) throw new RestError(404, 'rest_post_invalid_id', 'Invalid post ID.')
  return post
}

/** A date to compare with, in UTC. */
export function readBound(site: PracticeSite, ask: Ask, name: string): string | null {
  const text = ask.params.text(name)
  if (text === null) return null
  const gmt = readDate(text, site.zone, 'site')
  if (gmt === null) throw invalidParam(name, 'Invalid date.')
  return gmt
}

function readStatuses(ask: Ask): string[] {
  const asked = ask.params.list('status') ?? ['publish']
  for (const status of asked) {
    if (status !== 'publish' && !can(ask.viewer, 'edit_posts')) throw invalidParam('status', 'Status is forbidden.')
    if (!LISTED.some((known) => known === status)) {
      throw invalidParam('status', `status[0] is not one of ${LISTED.join(', ')}.`)
    }
  }
  return asked
}

function matches(site: PracticeSite, ask: Ask): (post: PracticePost) => boolean {
  const statuses = readStatuses(ask)
  const bounds = {
    after: readBound(site, ask, 'after'),
    before: readBound(site, ask, 'before'),
    modifiedAfter: readBound(site, ask, 'modified_after'),
    modifiedBefore: readBound(site, ask, 'modified_before'),
  }
  const among = (name: string) => {
    const wanted = ask.params.integers(name)
    return (ids: number[]) => wanted === null || wanted.length === 0 || ids.some((id) => wanted.includes(id))
  }
  const inAuthors = among('author')
  const inInclude = among('include')
  const inCategories = among('categories')
  const inTags = among('tags')
  const excluded = ask.params.integers('exclude') ?? []
  const slugs = ask.params.list('slug')
  // `WP_Query` leaves out nothing of what is asked for by number.
  const isByNumber = (ask.params.integers('include') ?? []).length > 0
  const isTopAsked = ask.params.has('sticky') && (ask.params.isSet('sticky') || !isByNumber)
  const isAtTop = isTopAsked ? ask.params.isSet('sticky') : null
  const words = (ask.params.text('search') ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return (post) => {
    const date = post.dateGmt ?? post.modifiedGmt
    const text = `${post.title} ${post.excerpt} ${post.content}`.toLowerCase()
    return (
      (statuses.includes(post.status) || (statuses.includes('any') && post.status !== 'trash')) &&
      (bounds.after === null || date > bounds.after) &&
      (bounds.before === null || date < bounds.before) &&
      (bounds.modifiedAfter === null || post.modifiedGmt > bounds.modifiedAfter) &&
      (bounds.modifiedBefore === null || post.modifiedGmt < bounds.modifiedBefore) &&
      inAuthors([post.authorId]) &&
      inInclude([post.id]) &&
      inCategories(post.categoryIds) &&
      inTags(post.tagIds) &&
      !excluded.includes(post.id) &&
      (slugs === null || slugs.includes(post.slug)) &&
      (isAtTop === null || isAtTop === (post.isSticky === true)) &&
      words.every((word) => text.includes(word))
    )
  }
}

function inOrder(ask: Ask): (left: PracticePost, right: PracticePost) => number {
  const orderBy = ask.params.oneOf('orderby', ORDERS, 'date')
  const sign = ask.params.oneOf('order', ['asc', 'desc'], 'desc') === 'asc' ? 1 : -1
  const included = ask.params.integers('include') ?? []
  const key = (post: PracticePost): string | number => {
    switch (orderBy) {
      case 'id':
        return post.id
      case 'modified':
        return post.modifiedGmt
      case 'slug':
        return post.slug
      case 'title':
        return post.title.toLowerCase()
      case 'author':
        return post.authorId
      case 'include':
        // The order of `include` itself, whichever way `order` points.
        return sign * included.indexOf(post.id)
      case 'date':
      case 'relevance':
        return post.dateGmt ?? post.modifiedGmt
      default:
        return orderBy satisfies never
    }
  }
  return (left, right) => {
    const [a, b] = [key(left), key(right)]
    if (a === b) return sign * (left.id - right.id)
    return a < b ? -sign : sign
  }
}

function listPosts(site: PracticeSite, ask: Ask): Answer {
  const context = readContext(ask)
  if (context === 'edit' && !can(ask.viewer, 'edit_posts')) {
    const message = 'Sorry, you are not allowed to edit posts in this post type.'
    throw notAllowed(ask.viewer, 'rest_forbidden_context', message)
  }
  const posts = site.state.posts.filter(matches(site, ask)).toSorted(inOrder(ask))
  const isVisible = context === 'edit' ? canEditPost : canReadPost
  return listPage(ask, posts, {
    pastEnd: 'error',
    toJson: (post) => (isVisible(ask.viewer, post) ? postJson(site, post, ask.viewer, context) : null),
  })
}

function readPost(site: PracticeSite, ask: Ask): Answer {
  const post = getPost(site, ask.id)
  const context = readContext(ask)
  if (context === 'edit' && !canEditPost(ask.viewer, post)) {
    throw notAllowed(ask.viewer, 'rest_forbidden_context', 'Sorry, you are not allowed to edit this post.')
  }
  if (!canReadPost(ask.viewer, post)) {
    throw notAllowed(ask.viewer, 'rest_forbidden', 'Sorry, you are not allowed to do that.')
  }
  return { json: postJson(site, post, ask.viewer, context) }
}

function createNewPost(site: PracticeSite, ask: Ask): Answer {
  const { viewer } = ask
  if (viewer === null || !can(viewer, 'edit_posts')) {
    throw notAllowed(viewer, 'rest_cannot_create', 'Sorry, you are not allowed to create posts as this user.')
  }
  const post = createPost(site, ask.params, viewer)
  const headers = { Location: restUrl(site, `posts/${post.id}`) }
  return { status: 201, json: postJson(site, post, viewer, 'edit'), headers }
}

function changePost(site: PracticeSite, ask: Ask): Answer {
  const post = getPost(site, ask.id)
  const { viewer } = ask
  if (viewer === null || !canEditPost(viewer, post)) {
    throw notAllowed(viewer, 'rest_cannot_edit', 'Sorry, you are not allowed to edit this post.')
  }
  updatePost(site, post, ask.params, viewer)
  return { json: postJson(site, post, viewer, 'edit') }
}

function deletePost(site: PracticeSite, ask: Ask): Answer {
  const post = getPost(site, ask.id)
  const { viewer } = ask
  if (viewer === null || !canDeletePost(viewer, post)) {
    throw notAllowed(viewer, 'rest_cannot_delete', 'Sorry, you are not allowed to delete this post.')
  }
  if (ask.params.isSet('force')) {
    const previous = postJson(site, post, viewer, 'edit')
    site.state.posts.splice(site.state.posts.indexOf(post), 1)
    site.state.comments = site.state.comments.filter((comment) => comment.postId !== post.id)
    return { json: { deleted: true, previous } }
  }
  trashPost(site, post, viewer)
  return { json: postJson(site, post, viewer, 'edit') }
}

function listRevisions(site: PracticeSite, ask: Ask): Answer {
  const post = getPost(site, ask.id)
  if (!canEditPost(ask.viewer, post)) {
    throw notAllowed(ask.viewer, 'rest_cannot_read', 'Sorry, you are not allowed to view revisions of this post.')
  }
  const context = readContext(ask)
  return listPage(ask, versionsOf(post), {
    pastEnd: 'empty',
    toJson: (revision) => revisionJson(site, post, revision, context),
  })
}

function readRevision(site: PracticeSite, ask: Ask, revisionId: number): Answer {
  const post = getPost(site, ask.id)
  if (!canEditPost(ask.viewer, post)) {
    throw notAllowed(ask.viewer, 'rest_cannot_read', 'Sorry, you are not allowed to view revisions of this post.')
  }
  const revision = versionsOf(post).find((candidate) => candidate.id === revisionId)
  if (revision === undefined) throw new RestError(404, 'rest_post_invalid_id', 'Invalid revision ID.')
  return { json: revisionJson(site, post, revision, readContext(ask)) }
}

/** What the blog's editor can do with posts; of the rest of the answer a blog desk reads nothing. */
function readPostType(ask: Ask): Answer {
  if (readContext(ask) === 'edit' && !can(ask.viewer, 'edit_posts')) {
    const message = 'Sorry, you are not allowed to edit posts in this post type.'
    throw notAllowed(ask.viewer, 'rest_forbidden_context', message)
  }
  return { json: { supports: { title: true, editor: [{ notes: true }] } } }
}

export function addPostsRoutes(app: Hono, site: PracticeSite): void {
  const posts = '/wp-json/wp/v2/posts'
  const one = `${posts}/:id{[0-9]+}`
  app.get('/wp-json/wp/v2/types/post', restRoute(site, readPostType))
  app.get(
    posts,
    restRoute(site, (ask) => listPosts(site, ask)),
  )
  app.post(
    posts,
    restRoute(site, (ask) => createNewPost(site, ask)),
  )
  app.get(
    one,
    restRoute(site, (ask) => readPost(site, ask)),
  )
  app.on(
    ['POST', 'PUT', 'PATCH'],
    one,
    restRoute(site, (ask) => changePost(site, ask)),
  )
  app.delete(
    one,
    restRoute(site, (ask) => deletePost(site, ask)),
  )
  app.get(
    `${one}/revisions`,
    restRoute(site, (ask) => listRevisions(site, ask)),
  )
  app.get(
    `${one}/revisions/:revisionId{[0-9]+}`,
    restRoute(site, (ask) => readRevision(site, ask, Number(ask.url.pathname.split('/').at(-1)))),
  )
}
