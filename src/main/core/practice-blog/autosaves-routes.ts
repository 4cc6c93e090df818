import type { Hono } from 'hono'
import type { PostKind } from '../../../shared/domain/post.ts'
import { requestedFootnotes } from './footnotes-meta.ts'
import { cleanPostHtml } from './clean-html.ts'
import { postJson, revisionJson } from './post-json.ts'
import { REST_BASE } from './post-kind.ts'
import { canEditPost } from './post-rights.ts'
import { updatePost } from './post-writes.ts'
import { getPost, readContext } from './posts-routes.ts'
import type { PracticePost, PracticeRevision, PracticeUser } from './practice-state.ts'
import type { PracticeSite } from './practice-site.ts'
import { notAllowed } from './rest-error.ts'
import { type Answer, type Ask, restRoute } from './rest-route.ts'
import { can } from './roles.ts'

const autosaveJson = (...of: Parameters<typeof revisionJson>) => ({
  ...revisionJson(...of),
  preview_link: `${of[0].origin}/?p=${of[1].id}&preview=true`,
})

function listAutosaves(site: PracticeSite, ask: Ask, kind: PostKind): Answer {
  const post = getPost(site, ask.id, kind)
  if (!canEditPost(ask.viewer, post)) {
    throw notAllowed(ask.viewer, 'rest_cannot_read', 'Sorry, you are not allowed to view autosaves of this post.')
  }
  const newestFirst = (post.autosaves ?? []).toSorted((one, other) => (one.savedGmt < other.savedGmt ? 1 : -1))
  return { json: newestFirst.map((autosave) => autosaveJson(site, post, autosave, readContext(ask))) }
}

/** One a person, and the post stays as it is; but one's own draft is written itself, as in WordPress. */
function saveAutosave(site: PracticeSite, ask: Ask, kind: PostKind): Answer {
  const post = getPost(site, ask.id, kind)
  const { viewer } = ask
  if (viewer === null || !canEditPost(viewer, post)) {
    throw notAllowed(viewer, 'rest_cannot_edit', 'Sorry, you are not allowed to edit this post.')
  }
  if (post.status === 'draft' && post.authorId === viewer.id) {
    updatePost(site, post, ask.params, viewer)
    return { json: { ...postJson(site, post, viewer, 'edit'), parent: 0 } }
  }
  const text = proposedText(post, ask, viewer)
  const others = (post.autosaves ?? []).filter(({ authorId }) => authorId !== viewer.id)
  const own = post.autosaves?.find(({ authorId }) => authorId === viewer.id)
  // What says the same as the post is not written over what was proposed before.
  if (own && isAsPost(post, text)) return { json: autosaveJson(site, post, own, 'edit') }
  const autosave = { id: own?.id ?? site.state.nextPostId, authorId: viewer.id, savedGmt: site.nowGmt(), ...text }
  if (!own) site.state.nextPostId += 1
  post.autosaves = [...others, autosave]
  return { json: autosaveJson(site, post, autosave, 'edit') }
}

type ProposedText = Pick<PracticeRevision, 'title' | 'content' | 'excerpt' | 'footnotes'>

function proposedText(post: PracticePost, { params }: Ask, viewer: PracticeUser): ProposedText {
  const isTrusted = can(viewer, 'unfiltered_html')
  const text = (name: 'title' | 'content' | 'excerpt'): string => {
    const asked = params.rawText(name)
    if (asked === null) return post[name]
    return isTrusted ? asked : cleanPostHtml(asked)
  }
  const footnotes = requestedFootnotes(params, isTrusted) ?? post.footnotes ?? ''
  return { title: text('title'), content: text('content'), excerpt: text('excerpt'), footnotes }
}

const isAsPost = (post: PracticePost, { title, content, excerpt, footnotes }: ProposedText): boolean =>
  post.title === title &&
  post.content === content &&
  post.excerpt === excerpt &&
  (post.footnotes ?? '') === (footnotes ?? '')

/**
 * As wp-admin/edit-form-blocks.php does when a post is opened: the newest autosave, whosever it is, goes unless it is newer than
 * the post.
 */
function openInEditor(post: PracticePost): void {
  const [newest] = (post.autosaves ?? []).toSorted((one, other) => (one.savedGmt < other.savedGmt ? 1 : -1))
  if (!newest || newest.savedGmt > post.modifiedGmt) return
  post.autosaves = (post.autosaves ?? []).filter((autosave) => autosave !== newest)
}

export function addAutosavesRoutes(app: Hono, site: PracticeSite): void {
  for (const kind of ['post', 'page'] as const) {
    const autosaves = `/wp-json/wp/v2/${REST_BASE[kind]}/:id{[0-9]+}/autosaves`
    app.get(
      autosaves,
      restRoute(site, (ask) => listAutosaves(site, ask, kind)),
    )
    app.post(
      autosaves,
      restRoute(site, (ask) => saveAutosave(site, ask, kind)),
    )
  }
  app.get('/wp-admin/post.php', (context) => {
    const post = site.state.posts.find(({ id }) => id === Number(context.req.query('post')))
    if (post) openInEditor(post)
    site.commit()
    return context.body(null, 200)
  })
}
