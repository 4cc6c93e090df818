import { cleanCommentHtml } from './clean-html.ts'
import type { PracticeComment, PracticePost, PracticeUser } from './practice-state.ts'
import type { PracticeSite } from './practice-site.ts'
import { RestError } from './rest-error.ts'
import { can } from './roles.ts'
import { dateOfGmt } from './site-time.ts'

const FLOOD_MS = 15_000
/** A comment with this many links waits for a moderator (WordPress's `comment_max_links`). */
const LINKS_TO_HOLD = 2

export interface NewComment {
  post: PracticePost
  parentId: number
  /** null for a visitor. */
  viewer: PracticeUser | null
  authorName: string
  authorEmail: string
  authorUrl: string
  userAgent: string
  content: string
}

/** What is kept of a comment: cleaned of what its writer may not write, and with a `rel` on every link (`wp_rel_ugc()`). */
export function storedComment(site: PracticeSite, viewer: PracticeUser | null, content: string): string {
  const kept = can(viewer, 'unfiltered_html') ? content : cleanCommentHtml(content)
  const ownHost = new URL(site.origin).host
  return kept.replace(/<a\b([^<>]*)>/gi, (_whole, attributes: string) => {
    const others = attributes.replace(/\s+rel\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, '').trim()
    const address = /href\s*=\s*["']([^"']*)["']/i.exec(others)?.[1] ?? ''
    return `<a ${others} rel="${URL.parse(address)?.host === ownHost ? 'ugc' : 'nofollow ugc'}">`
  })
}

/** WordPress compares the text as sent with what it stored, so text that it cleaned is not found again. */
const isDuplicate = (site: PracticeSite, added: NewComment): boolean =>
  site.state.comments.some(
    (comment) =>
      comment.noteStatus === undefined &&
      comment.postId === added.post.id &&
      comment.parentId === added.parentId &&
      comment.status !== 'trash' &&
      comment.authorName === added.authorName &&
      comment.authorEmail === added.authorEmail &&
      comment.content === added.content,
  )

function isFlood(site: PracticeSite, added: NewComment, nowMs: number): boolean {
  if (can(added.viewer, 'moderate_comments')) return false
  return site.state.comments.some(
    (comment) =>
      (added.viewer === null ? comment.authorEmail === added.authorEmail : comment.authorId === added.viewer.id) &&
      nowMs - dateOfGmt(comment.createdGmt).getTime() < FLOOD_MS,
  )
}

function firstStatus(added: NewComment): 'approved' | 'hold' {
  const { viewer } = added
  if (viewer !== null && (viewer.id === added.post.authorId || can(viewer, 'moderate_comments'))) return 'approved'
  // A bare address becomes a link when the comment is shown; one in a tag is a link already.
  const links = added.content.match(/<a [^>]*href[^>]*>|https?:\/\//gi)?.length ?? 0
  return links >= LINKS_TO_HOLD ? 'hold' : 'approved'
}

/** Throws 409 `comment_duplicate`, or `comment_flood` for a second comment within 15 s by somebody who cannot moderate. */
export function addComment(site: PracticeSite, added: NewComment, floodStatus: 400 | 429): PracticeComment {
  if (isDuplicate(site, added)) {
    throw new RestError(
      409,
      'comment_duplicate',
      'Duplicate comment detected; it looks as though you&#8217;ve already said that!',
    )
  }
  const createdGmt = site.nowGmt()
  if (isFlood(site, added, dateOfGmt(createdGmt).getTime())) {
    throw new RestError(floodStatus, 'comment_flood', 'You are posting comments too quickly. Slow down.')
  }
  const comment: PracticeComment = {
    id: site.state.nextCommentId,
    postId: added.post.id,
    parentId: added.parentId,
    authorId: added.viewer?.id ?? 0,
    authorName: added.authorName,
    authorEmail: added.authorEmail,
    authorUrl: added.authorUrl,
    authorIp: '127.0.0.1',
    userAgent: added.userAgent,
    content: storedComment(site, added.viewer, added.content),
    status: firstStatus(added),
    createdGmt,
  }
  site.state.nextCommentId += 1
  site.state.comments.push(comment)
  return comment
}
