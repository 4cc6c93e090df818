import { commentLink } from './comment-json.ts'
import { escapeHtml, normalizeEntities, renderComment, renderContent, renderExcerpt } from './html-text.ts'
import { postLink } from './links.ts'
import type { PracticeComment, PracticePost } from './practice-state.ts'
import { findUser, type PracticeSite } from './practice-site.ts'
import { localOf } from './site-time.ts'

const STYLE = `body{font:1.1rem/1.6 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fffdf8}
a{color:#134}header,footer{color:#555;font-size:.9rem}img{max-width:100%;height:auto}blockquote{border-inline-start:3px solid #bba;margin-inline:0;padding-inline-start:1rem}
ol.comments,ol.comments ol{list-style:none;padding-inline-start:1rem}.comment{margin-block:1rem}figcaption{font-size:.9rem;color:#555}`

export function pageHtml(site: PracticeSite, title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="alternate" type="application/rss+xml" title="${escapeHtml(site.name)} &raquo; Feed" href="${site.origin}/feed/">
<link rel="https://api.w.org/" href="${site.origin}/wp-json/">
<style>${STYLE}</style>
</head>
<body>
<header><a href="${site.origin}/">${escapeHtml(site.name)}</a> · a practice blog: nothing here is public</header>
${body}
</body>
</html>
`
}

const titleHtml = (post: PracticePost): string => normalizeEntities(post.title) || '(no title)'

function byline(site: PracticeSite, post: PracticePost): string {
  const at = localOf(post.dateGmt ?? post.modifiedGmt, site.zone)
  const author = findUser(site, post.authorId)?.displayName ?? ''
  return `<p class="byline">${escapeHtml(author)} · <time datetime="${at}">${at.slice(0, 10)}</time></p>`
}

export function homeHtml(site: PracticeSite): string {
  const posts = site.state.posts
    .filter((post) => post.status === 'publish')
    .toSorted(
      (left, right) =>
        Number(right.isSticky === true) - Number(left.isSticky === true) ||
        ((left.dateGmt ?? '') < (right.dateGmt ?? '') ? 1 : -1),
    )
  const items = posts.map(
    (post) => `<article id="post-${post.id}" dir="auto">
<h2><a href="${postLink(site, post)}" rel="bookmark">${titleHtml(post)}</a></h2>
${byline(site, post)}
${renderExcerpt(post.excerpt, post.content)}</article>`,
  )
  return pageHtml(site, escapeHtml(site.name), `<h1>${escapeHtml(site.name)}</h1>\n${items.join('\n')}`)
}

function threadHtml(site: PracticeSite, post: PracticePost, comments: PracticeComment[], parentId: number): string {
  const known = new Set(comments.map((comment) => comment.id))
  const level = comments.filter((comment) =>
    parentId === 0 ? !known.has(comment.parentId) : comment.parentId === parentId,
  )
  if (level.length === 0) return ''
  const items = level.map(
    (comment) => `<li id="comment-${comment.id}" class="comment" dir="auto">
<p><b>${escapeHtml(comment.authorName)}</b> · <a href="${commentLink(site, comment, post)}"><time datetime="${localOf(comment.createdGmt, site.zone)}">${localOf(comment.createdGmt, site.zone).slice(0, 16).replace('T', ' ')}</time></a></p>
${renderComment(normalizeEntities(comment.content))}${threadHtml(site, post, comments, comment.id)}</li>`,
  )
  return `<ol class="comments">\n${items.join('\n')}\n</ol>`
}

function commentFormHtml(site: PracticeSite, post: PracticePost): string {
  if (post.commentStatus === 'closed') return '<p>Comments are closed.</p>'
  return `<form id="commentform" method="post" action="${site.origin}/wp-comments-post.php">
<p><label>Comment<br><textarea name="comment" rows="4" cols="50" required></textarea></label></p>
<p><label>Name <input name="author" required></label> <label>Email <input name="email" type="email" required></label></p>
<input type="hidden" name="comment_post_ID" value="${post.id}"><input type="hidden" name="comment_parent" value="0">
<p><button>Post comment</button></p>
</form>`
}

/** The post with its picture, its approved comments as a thread, and the form for visitors. */
export function postHtml(site: PracticeSite, post: PracticePost): string {
  const comments = site.state.comments.filter(
    (comment) => comment.postId === post.id && comment.status === 'approved' && comment.noteStatus === undefined,
  )
  const body = `<main>
<article id="post-${post.id}" class="post">
<h1 dir="auto">${titleHtml(post)}</h1>
${byline(site, post)}
<div class="entry-content" dir="auto">
${renderContent(post.content, post.footnotes)}
</div>
</article>
<section id="comments">
<h2>${comments.length === 1 ? 'One comment' : `${comments.length} comments`}</h2>
${threadHtml(site, post, comments, 0)}
${commentFormHtml(site, post)}
</section>
</main>`
  return pageHtml(site, `${titleHtml(post)} – ${escapeHtml(site.name)}`, body)
}
