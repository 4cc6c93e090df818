import { escapeHtml, renderContent, renderExcerpt } from './html-text.ts'
import { languageFields } from './languages.ts'
import { CURIES, datePath, postLink, type RestLinks, restUrl } from './links.ts'
import { kindOf, REST_BASE } from './post-kind.ts'
import { canDeletePost, canEditPost } from './post-rights.ts'
import type { PracticePost, PracticeRevision, PracticeUser } from './practice-state.ts'
import type { PracticeSite } from './practice-site.ts'
import { can, capabilityFor, type Capability } from './roles.ts'
import { localOf } from './site-time.ts'
import { slugOf } from './slugs.ts'

export type RestContext = 'view' | 'edit'

const isEdit = (context: RestContext) => context === 'edit'

export function rendered(context: RestContext, raw: string, html: string): Record<string, unknown> {
  return isEdit(context) ? { raw, rendered: html } : { rendered: html }
}

/** A post or page as `GET /wp/v2/posts/<id>` of WordPress 7.1 gives it. */
export function postJson(site: PracticeSite, post: PracticePost, viewer: PracticeUser | null, context: RestContext) {
  const date = post.dateGmt ?? post.modifiedGmt
  const isProtected = (post.password ?? '') !== ''
  const kind = kindOf(post)
  return {
    id: post.id,
    date: localOf(date, site.zone),
    date_gmt: date,
    guid: rendered(context, `${site.origin}/?p=${post.id}`, `${site.origin}/?p=${post.id}`),
    modified: localOf(post.modifiedGmt, site.zone),
    modified_gmt: post.modifiedGmt,
    ...(isEdit(context) ? { password: post.password ?? '' } : {}),
    slug: post.slug,
    status: post.status,
    type: kind,
    link: postLink(site, post),
    title: rendered(context, post.title, post.title.replace(/&(?![a-z#0-9]+;)/gi, '&#038;')),
    content: {
      ...rendered(context, post.content, renderContent(post.content, post.footnotes)),
      protected: isProtected,
      ...(isEdit(context) ? { block_version: post.content.includes('<!-- wp:') ? 1 : 0 } : {}),
    },
    ...(!post.page && {
      excerpt: {
        ...rendered(context, post.excerpt, renderExcerpt(post.excerpt, post.content)),
        protected: isProtected,
      },
    }),
    author: post.authorId,
    featured_media: post.featuredMediaId,
    comment_status: post.commentStatus,
    ping_status: 'open',
    template: '',
    ...languageFields(site, post),
    meta: { footnotes: post.footnotes ?? '' },
    ...(post.page
      ? { parent: post.page.parentId, menu_order: post.page.order }
      : { sticky: post.isSticky === true, format: 'standard', categories: post.categoryIds, tags: post.tagIds }),
    ...(isEdit(context)
      ? {
          permalink_template: post.page
            ? `${site.origin}/%pagename%/`
            : `${site.origin}/${datePath(site, post)}/%postname%/`,
          generated_slug: slugOf(post.title) || String(post.id),
        }
      : {}),
    class_list: [
      `post-${post.id}`,
      kind,
      `type-${kind}`,
      `status-${post.status}`,
      ...(post.page ? [] : ['format-standard']),
      'hentry',
    ],
    _links: postLinks(site, post, viewer, context),
  }
}

const actionsOf = (post: PracticePost): [string, Capability[]][] => [
  ['publish', [capabilityFor(kindOf(post), 'publish_posts')]],
  ['unfiltered-html', ['unfiltered_html']],
  ['assign-author', [capabilityFor(kindOf(post), 'edit_others_posts')]],
  ...(post.page ? [] : ACTIONS_OF_POSTS),
]

const ACTIONS_OF_POSTS: [string, Capability[]][] = [
  ['sticky', ['edit_others_posts', 'publish_posts']],
  ['create-categories', ['manage_categories']],
  ['assign-categories', ['edit_posts']],
  ['create-tags', ['edit_posts']],
  ['assign-tags', ['edit_posts']],
]

function postLinks(
  site: PracticeSite,
  post: PracticePost,
  viewer: PracticeUser | null,
  context: RestContext,
): RestLinks {
  const base = REST_BASE[kindOf(post)]
  const href = restUrl(site, `${base}/${post.id}`)
  const allow = [
    'GET',
    ...(canEditPost(viewer, post) ? ['POST', 'PUT', 'PATCH'] : []),
    ...(canDeletePost(viewer, post) ? ['DELETE'] : []),
  ]
  const versions = versionsOf(post)
  const latest = versions[0]
  const links: RestLinks = {
    self: [{ href, targetHints: { allow } }],
    collection: [{ href: restUrl(site, base) }],
    about: [{ href: restUrl(site, `types/${kindOf(post)}`) }],
    author: [{ embeddable: true, href: restUrl(site, `users/${post.authorId}`) }],
    replies: [{ embeddable: true, href: restUrl(site, `comments?post=${post.id}`) }],
    'version-history': [{ count: versions.length, href: `${href}/revisions` }],
    ...(latest === undefined
      ? {}
      : { 'predecessor-version': [{ id: latest.id, href: `${href}/revisions/${latest.id}` }] }),
    'wp:attachment': [{ href: restUrl(site, `media?parent=${post.id}`) }],
    ...(!post.page && {
      'wp:term': [
        { taxonomy: 'category', embeddable: true, href: restUrl(site, `categories?post=${post.id}`) },
        { taxonomy: 'post_tag', embeddable: true, href: restUrl(site, `tags?post=${post.id}`) },
      ],
    }),
  }
  if (isEdit(context)) {
    for (const [action, capabilities] of actionsOf(post)) {
      if (capabilities.every((capability) => can(viewer, capability))) links[`wp:action-${action}`] = [{ href }]
    }
  }
  return { ...links, curies: CURIES }
}

/** Newest first. What somebody proposes counts among them, and comes forward each time it is saved. */
export const versionsOf = ({ revisions, autosaves = [] }: PracticePost): PracticeRevision[] =>
  [...revisions, ...autosaves].toSorted((one, other) =>
    one.savedGmt === other.savedGmt ? other.id - one.id : one.savedGmt < other.savedGmt ? 1 : -1,
  )

export function revisionJson(site: PracticeSite, post: PracticePost, revision: PracticeRevision, context: RestContext) {
  const guid = `${site.origin}/?p=${revision.id}`
  return {
    author: revision.authorId,
    date: localOf(revision.savedGmt, site.zone),
    date_gmt: revision.savedGmt,
    id: revision.id,
    modified: localOf(revision.savedGmt, site.zone),
    modified_gmt: revision.savedGmt,
    parent: post.id,
    slug: `${post.id}-${post.autosaves?.includes(revision) ? 'autosave' : 'revision'}-v1`,
    guid: rendered(context, guid, guid),
    title: rendered(context, revision.title, escapeHtml(revision.title)),
    content: rendered(context, revision.content, renderContent(revision.content, revision.footnotes)),
    ...(!post.page && { excerpt: rendered(context, revision.excerpt, renderExcerpt(revision.excerpt, '')) }),
    meta: { footnotes: revision.footnotes ?? '' },
    _links: { parent: [{ href: restUrl(site, `${REST_BASE[kindOf(post)]}/${post.id}`) }] },
  }
}
