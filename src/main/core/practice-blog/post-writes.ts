import { cleanPostHtml } from './clean-html.ts'
import type { PostKind } from '../../../shared/domain/post.ts'
import { requestedFootnotes } from './footnotes-meta.ts'
import { settleLanguage } from './languages.ts'
import { kindOf } from './post-kind.ts'
import type { PracticePost, PracticeUser, PostStatus } from './practice-state.ts'
import type { PracticeSite } from './practice-site.ts'
import type { RequestParams } from './request-params.ts'
import { invalidParam, notAllowed, RestError } from './rest-error.ts'
import { can, capabilityFor } from './roles.ts'
import { dateOfGmt, readDate } from './site-time.ts'
import { slugOf, uniquePostSlug } from './slugs.ts'

type Viewer = PracticeUser | null
const SETTABLE = ['publish', 'future', 'draft', 'pending', 'private'] as const
/** In these states a post without a date stays without one. */
const floats = (status: PostStatus) => status === 'draft' || status === 'pending'

/** The status a request asks for; null when it asks for none, or for the one the post has. */
function requestedStatus(
  params: RequestParams,
  viewer: Viewer,
  present: PostStatus | null,
  kind: PostKind,
): PostStatus | null {
  if (!params.has('status') || params.text('status') === present) return null
  const status = params.oneOf('status', SETTABLE, 'draft')
  if (!floats(status) && !can(viewer, capabilityFor(kind, 'publish_posts'))) {
    throw notAllowed(viewer, 'rest_cannot_publish', 'Sorry, you are not allowed to publish posts in this post type.')
  }
  return status
}

/** undefined: the request says nothing of a date; null: back to no date. */
function requestedDate(site: PracticeSite, params: RequestParams): string | null | undefined {
  for (const [name, without] of [
    ['date', 'site'],
    ['date_gmt', 'utc'],
  ] as const) {
    if (params.isNull(name)) return null
    const text = params.text(name)
    if (text === null || text === '') continue
    const gmt = readDate(text, site.zone, without)
    if (gmt === null) throw invalidParam(name, 'Invalid date.')
    return gmt
  }
  return undefined
}

/** A post with a time at least a minute ahead is scheduled, and a scheduled one without is published (`wp_insert_post`). */
function settleStatus(status: PostStatus, dateGmt: string | null, nowGmt: string): PostStatus {
  if (status !== 'publish' && status !== 'future') return status
  const aheadMs = dateOfGmt(dateGmt ?? nowGmt).getTime() - dateOfGmt(nowGmt).getTime()
  return aheadMs >= 60_000 ? 'future' : 'publish'
}

function settleSlug(site: PracticeSite, post: PracticePost, wanted: string, viewer: Viewer): string {
  if (post.status === 'pending' && !can(viewer, capabilityFor(kindOf(post), 'publish_posts'))) return ''
  // Drafts keep what they have, even beside another of the same name, until they go out.
  if (floats(post.status) || post.status === 'trash') return wanted
  return uniquePostSlug(site.state, wanted || slugOf(post.title) || String(post.id), post)
}

function applyFields(site: PracticeSite, post: PracticePost, params: RequestParams, viewer: Viewer): void {
  post.title = params.rawText('title') ?? post.title
  post.content = params.rawText('content') ?? post.content
  // WordPress gives pages none, and says nothing of one that is sent.
  if (!post.page) post.excerpt = params.rawText('excerpt') ?? post.excerpt
  post.footnotes = requestedFootnotes(params, can(viewer, 'unfiltered_html')) ?? post.footnotes ?? ''
  if (!can(viewer, 'unfiltered_html')) {
    // Runs over the whole post, also over what somebody else wrote into it.
    post.title = cleanPostHtml(post.title)
    post.content = cleanPostHtml(post.content)
    post.excerpt = cleanPostHtml(post.excerpt)
  }
  if (`${post.title}${post.content}${post.excerpt}` === '') {
    throw new RestError(400, 'empty_content', 'Content, title, and excerpt are empty.')
  }
  const known = (taxonomy: string, ids: number[]) =>
    ids.filter((id) => site.state.terms.some((term) => term.id === id && term.taxonomy === taxonomy))
  if (post.page) settlePlace(site, post, post.page, params)
  if (post.categoryIds.length === 0 && !post.page) post.categoryIds = [1]
  const categoryIds = params.integers('categories')
  if (categoryIds !== null && !post.page) post.categoryIds = known('category', categoryIds)
  const tagIds = params.integers('tags')
  if (tagIds !== null && !post.page) post.tagIds = known('post_tag', tagIds)
  const featured = params.integer('featured_media')
  if (featured === 0 || site.state.media.some((media) => media.id === featured)) {
    post.featuredMediaId = featured ?? 0
  }
  if (params.has('comment_status')) {
    post.commentStatus = params.oneOf('comment_status', ['open', 'closed'], 'open')
  }
}

function settlePlace(
  site: PracticeSite,
  post: PracticePost,
  place: NonNullable<PracticePost['page']>,
  params: RequestParams,
): void {
  const parentId = params.integer('parent') ?? place.parentId
  if (parentId !== 0 && !site.state.posts.some(({ id, page }) => id === parentId && page)) {
    throw new RestError(400, 'rest_post_invalid_id', 'Invalid post parent ID.')
  }
  post.page = { parentId, order: params.integer('menu_order') ?? place.order }
}

function requireAuthorRights(
  params: RequestParams,
  viewer: Viewer,
  kind: PostKind,
  verb: 'create' | 'update',
): number | null {
  const author = params.integer('author')
  if (author !== null && author !== viewer?.id && !can(viewer, capabilityFor(kind, 'edit_others_posts'))) {
    throw notAllowed(viewer, 'rest_cannot_edit_others', `Sorry, you are not allowed to ${verb} posts as this user.`)
  }
  return author
}

/** What is at the top already may be said again by anybody who may change the post; a page knows nothing of it. */
function requireStickyRights(
  params: RequestParams,
  viewer: Viewer,
  { isSticky, kind }: { isSticky: boolean; kind: PostKind },
): void {
  if (kind === 'page' || !params.has('sticky') || params.isSet('sticky') === isSticky) return
  if (can(viewer, 'edit_others_posts') && can(viewer, 'publish_posts')) return
  throw notAllowed(viewer, 'rest_cannot_assign_sticky', 'Sorry, you are not allowed to make posts sticky.')
}

/** A post is at the top or has a password, never both. */
function applySticky(post: PracticePost, params: RequestParams): void {
  const refuse = (message: string) => new RestError(400, 'rest_invalid_field', message)
  const password = params.rawText('password')
  const isSaid = !post.page && params.has('sticky')
  const sticks = isSaid && params.isSet('sticky')
  if (password !== null && password !== '') {
    if (sticks) throw refuse('A post can not be sticky and have a password.')
    if (post.isSticky) throw refuse('A sticky post can not be password protected.')
  }
  if (sticks && (post.password ?? '') !== '') throw refuse('A password protected post can not be set to sticky.')
  if (password !== null) post.password = password
  if (isSaid) post.isSticky = sticks
}

/** `POST /posts` or `/pages`. With `status: 'draft'` spelled out the slug is made unique at once; without it, only when the post goes out. */
export function createPost(
  site: PracticeSite,
  params: RequestParams,
  viewer: PracticeUser,
  kind: PostKind,
): PracticePost {
  if (params.has('id')) throw new RestError(400, 'rest_post_exists', 'Cannot create existing post.')
  const authorId = requireAuthorRights(params, viewer, kind, 'create') ?? viewer.id
  requireStickyRights(params, viewer, { isSticky: false, kind })
  const asked = requestedStatus(params, viewer, null, kind)
  const date = requestedDate(site, params)
  const now = site.nowGmt()
  const post: PracticePost = {
    id: site.state.nextPostId,
    authorId,
    status: asked ?? 'draft',
    trashedFrom: null,
    slug: '',
    title: '',
    content: '',
    excerpt: '',
    dateGmt: date ?? null,
    modifiedGmt: date ?? now,
    categoryIds: [],
    tagIds: [],
    featuredMediaId: 0,
    commentStatus: kind === 'post' ? 'open' : 'closed',
    ...(kind === 'page' && { page: { parentId: 0, order: 0 } }),
    revisions: [],
  }
  applyFields(site, post, params, viewer)
  applySticky(post, params)
  if (!floats(post.status)) post.dateGmt ??= now
  post.status = settleStatus(post.status, post.dateGmt, now)
  const wanted = slugOf(params.text('slug') ?? '')
  const reserved = asked !== null && wanted !== '' ? uniquePostSlug(site.state, wanted, { ...post, id: 0 }) : wanted
  post.slug = settleSlug(site, post, reserved, viewer)
  site.state.nextPostId += 1
  site.state.posts.push(post)
  settleLanguage(site, post, params)
  return post
}

/** `POST /posts/<id>`: every update moves `modified`, and keeps a revision when the text differs from the last one. */
export function updatePost(site: PracticeSite, post: PracticePost, params: RequestParams, viewer: PracticeUser): void {
  const authorId = requireAuthorRights(params, viewer, kindOf(post), 'update')
  requireStickyRights(params, viewer, { isSticky: post.isSticky === true, kind: kindOf(post) })
  const asked = requestedStatus(params, viewer, post.status, kindOf(post))
  const date = requestedDate(site, params)
  const next = structuredClone(post)
  next.authorId = authorId ?? post.authorId
  next.status = asked ?? post.status
  applyFields(site, next, params, viewer)
  applySticky(next, params)
  if (date !== undefined) next.dateGmt = date
  if (!floats(next.status) && next.status !== 'trash') next.dateGmt ??= site.nowGmt()
  next.status = settleStatus(next.status, next.dateGmt, site.nowGmt())
  let wanted = next.slug
  if (post.trashedFrom !== null && next.status !== 'trash') {
    wanted = post.trashedFrom.slug
    next.trashedFrom = null
  }
  const slug = params.text('slug')
  if (slug !== null) {
    wanted = slugOf(slug)
    if (floats(next.status) && wanted !== '') wanted = uniquePostSlug(site.state, wanted, next)
  }
  next.slug = settleSlug(site, next, wanted, viewer)
  next.modifiedGmt = site.nowGmt()
  keepRevision(site, next, viewer)
  Object.assign(post, next)
  settleLanguage(site, post, params)
}

function keepRevision(site: PracticeSite, post: PracticePost, viewer: PracticeUser): void {
  const { title, content, excerpt, footnotes = '' } = post
  const last = post.revisions.at(-1)
  const isSame =
    last?.title === title &&
    last.content === content &&
    last.excerpt === excerpt &&
    (last.footnotes ?? '') === footnotes
  if (isSame) return
  post.revisions.push({
    id: site.state.nextPostId,
    authorId: viewer.id,
    savedGmt: post.modifiedGmt,
    title,
    content,
    excerpt,
    footnotes,
  })
  site.state.nextPostId += 1
}

/** The slug is freed for other posts, it is at the top no more, and the comments go where no list shows them: restoring by status does not bring them back. */
export function trashPost(site: PracticeSite, post: PracticePost, viewer: PracticeUser): void {
  if (post.status === 'trash') throw new RestError(410, 'rest_already_trashed', 'The post has already been deleted.')
  post.trashedFrom = { status: post.status, slug: post.slug }
  post.status = 'trash'
  post.isSticky = false
  post.slug = `${post.slug}__trashed`
  post.modifiedGmt = site.nowGmt()
  keepRevision(site, post, viewer)
  for (const comment of site.state.comments) if (comment.postId === post.id) comment.status = 'post-trashed'
}
