import type { Hono } from 'hono'
import { listPage } from './list-page.ts'
import type { PostKind } from '../../../shared/domain/post.ts'
import { restUrl } from './links.ts'
import { kindOf, REST_BASE } from './post-kind.ts'
import { postJson, type RestContext, revisionJson, versionsOf } from './post-json.ts'
import { canDeletePost, canEditPost, canReadPost } from './post-rights.ts'
import { createPost, trashPost, updatePost } from './post-writes.ts'
import type { PracticePost } from './practice-state.ts'
import type { PracticeSite } from './practice-site.ts'
import { invalidParam, notAllowed, RestError } from './rest-error.ts'
import { type Answer, type Ask, restRoute } from './rest-route.ts'
import { can, capabilityFor } from './roles.ts'
import { readDate } from './site-time.ts'

const LISTED = ['publish', 'future', 'draft', 'pending', 'private', 'trash', 'any'] as const
const ORDERS = ['date', 'modified', 'id', 'slug', 'title', 'author', 'include', 'relevance'] as const

export const readContext = (ask: Ask): RestContext => ask.params.oneOf('context', ['view', 'edit'], 'view')

/** Throws 404 with WordPress's code: also for a page that is asked for among the posts. */
export function getPost(site: PracticeSite, id: number, kind: PostKind): PracticePost {
  const post = site.state.posts.find((candidate) => candidate.id === id && kindOf(candidate) === kind)
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

function readStatuses(ask: Ask, kind: PostKind): string[] {
  const asked = ask.params.list('status') ?? ['publish']
  for (const status of asked) {
    if (status !== 'publish' && !can(ask.viewer, capabilityFor(kind, 'edit_posts')))
      throw invalidParam('status', 'Status is forbidden.')
    if (!LISTED.some((known) => known === status)) {
      throw invalidParam('status', `status[0] is not one of ${LISTED.join(', ')}.`)
    }
  }
  return asked
}

function matches(site: PracticeSite, ask: Ask, kind: PostKind): (post: PracticePost) => boolean {
  const statuses = readStatuses(ask, kind)
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
      kindOf(post) === kind &&
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

function listPosts(site: PracticeSite, ask: Ask, kind: PostKind): Answer {
  const context = readContext(ask)
  if (context === 'edit' && !can(ask.viewer, capabilityFor(kind, 'edit_posts'))) {
    const message = 'Sorry, you are not allowed to edit posts in this post type.'
    throw notAllowed(ask.viewer, 'rest_forbidden_context', message)
  }
  const posts = site.state.posts.filter(matches(site, ask, kind)).toSorted(inOrder(ask))
  const isVisible = context === 'edit' ? canEditPost : canReadPost
  return listPage(ask, posts, {
    pastEnd: 'error',
    toJson: (post) => (isVisible(ask.viewer, post) ? postJson(site, post, ask.viewer, context) : null),
  })
}

function readPost(site: PracticeSite, ask: Ask, kind: PostKind): Answer {
  const post = getPost(site, ask.id, kind)
  const context = readContext(ask)
  if (context === 'edit' && !canEditPost(ask.viewer, post)) {
    throw notAllowed(ask.viewer, 'rest_forbidden_context', 'Sorry, you are not allowed to edit this post.')
  }
  if (!canReadPost(ask.viewer, post)) {
    throw notAllowed(ask.viewer, 'rest_forbidden', 'Sorry, you are not allowed to do that.')
  }
  return { json: postJson(site, post, ask.viewer, context) }
}

function createNewPost(site: PracticeSite, ask: Ask, kind: PostKind): Answer {
  const { viewer } = ask
  if (viewer === null || !can(viewer, capabilityFor(kind, 'edit_posts'))) {
    throw notAllowed(viewer, 'rest_cannot_create', 'Sorry, you are not allowed to create posts as this user.')
  }
  const post = createPost(site, ask.params, viewer, kind)
  const headers = { Location: restUrl(site, `${REST_BASE[kind]}/${post.id}`) }
  return { status: 201, json: postJson(site, post, viewer, 'edit'), headers }
}

function changePost(site: PracticeSite, ask: Ask, kind: PostKind): Answer {
  const post = getPost(site, ask.id, kind)
  const { viewer } = ask
  if (viewer === null || !canEditPost(viewer, post)) {
    throw notAllowed(viewer, 'rest_cannot_edit', 'Sorry, you are not allowed to edit this post.')
  }
  updatePost(site, post, ask.params, viewer)
  return { json: postJson(site, post, viewer, 'edit') }
}

function deletePost(site: PracticeSite, ask: Ask, kind: PostKind): Answer {
  const post = getPost(site, ask.id, kind)
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

function listRevisions(site: PracticeSite, ask: Ask, kind: PostKind): Answer {
  const post = getPost(site, ask.id, kind)
  if (!canEditPost(ask.viewer, post)) {
    throw notAllowed(ask.viewer, 'rest_cannot_read', 'Sorry, you are not allowed to view revisions of this post.')
  }
  const context = readContext(ask)
  return listPage(ask, versionsOf(post), {
    pastEnd: 'empty',
    toJson: (revision) => revisionJson(site, post, revision, context),
  })
}

function readRevision(site: PracticeSite, ask: Ask, kind: PostKind): Answer {
  const post = getPost(site, ask.id, kind)
  if (!canEditPost(ask.viewer, post)) {
    throw notAllowed(ask.viewer, 'rest_cannot_read', 'Sorry, you are not allowed to view revisions of this post.')
  }
  const revisionId = Number(ask.url.pathname.split('/').at(-1))
  const revision = versionsOf(post).find((candidate) => candidate.id === revisionId)
  if (revision === undefined) throw new RestError(404, 'rest_post_invalid_id', 'Invalid revision ID.')
  return { json: revisionJson(site, post, revision, readContext(ask)) }
}

/** What the blog's editor can do with posts; of the rest of the answer a blog desk reads nothing. */
function readPostType(ask: Ask, kind: PostKind): Answer {
  if (readContext(ask) === 'edit' && !can(ask.viewer, capabilityFor(kind, 'edit_posts'))) {
    const message = 'Sorry, you are not allowed to edit posts in this post type.'
    throw notAllowed(ask.viewer, 'rest_forbidden_context', message)
  }
  return { json: { supports: { title: true, editor: [{ notes: true }] } } }
}

export function addPostsRoutes(app: Hono, site: PracticeSite): void {
  for (const kind of ['post', 'page'] as const) addRoutesOf(kind, app, site)
}

function addRoutesOf(kind: PostKind, app: Hono, site: PracticeSite): void {
  const posts = `/wp-json/wp/v2/${REST_BASE[kind]}`
  const one = `${posts}/:id{[0-9]+}`
  const route = (answer: (site: PracticeSite, ask: Ask, kind: PostKind) => Answer) =>
    restRoute(site, (ask) => answer(site, ask, kind))
  app.get(
    `/wp-json/wp/v2/types/${kind}`,
    restRoute(site, (ask) => readPostType(ask, kind)),
  )
  app.get(posts, route(listPosts))
  app.post(posts, route(createNewPost))
  app.get(one, route(readPost))
  app.on(['POST', 'PUT', 'PATCH'], one, route(changePost))
  app.delete(one, route(deletePost))
  app.get(`${one}/revisions`, route(listRevisions))
  app.get(`${one}/revisions/:revisionId{[0-9]+}`, route(readRevision))
}
