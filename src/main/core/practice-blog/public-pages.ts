import type { Hono } from 'hono'
import { commentLink } from './comment-json.ts'
import { addComment } from './comment-writes.ts'
import { FEED_PATH, feedXml } from './feed-xml.ts'
import { pictureBytes } from './fixtures/fixture-pictures.ts'
import { escapeHtml } from './html-text.ts'
import { APPROVAL_PATH } from './index-routes.ts'
import { mediaUrl, postLink } from './links.ts'
import { storedName } from './media-routes.ts'
import type { PracticePost } from './practice-state.ts'
import type { PracticeSite } from './practice-site.ts'
import { homeHtml, pageHtml, postHtml } from './public-html.ts'
import { RestError } from './rest-error.ts'

function htmlResponse(site: PracticeSite, status: number, html: string): Response {
  const headers = {
    'Content-Type': 'text/html; charset=UTF-8',
    Link: `<${site.origin}/wp-json/>; rel="https://api.w.org/"`,
  }
  return new Response(html, { status, headers })
}

const redirect = (status: 301 | 302, location: string): Response =>
  new Response(null, { status, headers: { Location: location } })

const notFound = (site: PracticeSite): Response =>
  htmlResponse(site, 404, pageHtml(site, 'Page not found', '<h1>Page not found</h1>'))

const failure = (site: PracticeSite, status: number, message: string): Response =>
  htmlResponse(site, status, pageHtml(site, 'Comment Submission Failure', `<p>${message}</p>`))

const isPublic = (post: PracticePost): boolean => post.status === 'publish'

/** `/wp-comments-post.php`: a comment by a visitor, answered by a redirect to it; refusals are HTML pages as WordPress's are. */
function visitorComment(site: PracticeSite, form: URLSearchParams, userAgent: string): Response {
  const post = site.state.posts.find(({ id }) => String(id) === form.get('comment_post_ID'))
  if (post === undefined || !isPublic(post)) return new Response('', { status: 200 })
  if (post.commentStatus === 'closed') return failure(site, 403, 'Sorry, comments are closed for this item.')
  const [authorName = '', authorEmail = '', content = ''] = ['author', 'email', 'comment'].map((name) =>
    (form.get(name) ?? '').trim(),
  )
  if (authorName === '' || authorEmail === '') return failure(site, 200, 'Error: Please fill the required fields.')
  if (content === '') return failure(site, 200, 'Error: Please type your comment text.')
  const parentId = Number(form.get('comment_parent') ?? 0) || 0
  try {
    const added = { post, parentId, viewer: null, authorName, authorEmail, authorUrl: '', userAgent, content }
    const comment = addComment(site, added, 429)
    site.commit()
    return redirect(302, commentLink(site, comment, post))
  } catch (error) {
    if (error instanceof RestError) return failure(site, error.status, escapeHtml(error.message))
    throw error
  }
}

/** Everything a reader sees: home page, published posts with their comments, pictures. Drafts are 404. */
export function addPublicPages(app: Hono, site: PracticeSite): void {
  app.post('/wp-comments-post.php', async (context) => {
    const form = new URLSearchParams(await context.req.text())
    return visitorComment(site, form, context.req.header('User-Agent') ?? '')
  })
  app.get(APPROVAL_PATH, () => {
    const body = '<h1>No approval needed</h1><p>The app that runs this practice blog holds its accounts.</p>'
    return htmlResponse(site, 200, pageHtml(site, 'No approval needed', body))
  })
  app.get(FEED_PATH, () => {
    const headers = { 'Content-Type': 'application/rss+xml; charset=UTF-8' }
    return new Response(feedXml(site), { headers })
  })
  app.get('/wp-content/uploads/*', (context) => {
    const url = `${site.origin}${new URL(context.req.url).pathname}`
    const media = site.state.media.find((candidate) => mediaUrl(site, candidate) === url)
    const bytes = media && (site.store.loadMedia(storedName(media)) ?? pictureBytes(media.slug))
    if (media === undefined || bytes === undefined || bytes === null) return notFound(site)
    return new Response(Uint8Array.from(bytes), { headers: { 'Content-Type': media.mimeType } })
  })
  app.get('*', (context) => {
    const url = new URL(context.req.url)
    const id = url.searchParams.get('p')
    if (id !== null) {
      const post = site.state.posts.find((candidate) => String(candidate.id) === id)
      return post !== undefined && isPublic(post) ? redirect(301, postLink(site, post)) : notFound(site)
    }
    if (url.pathname === '/') return htmlResponse(site, 200, homeHtml(site))
    const link = `${site.origin}${url.pathname.toLowerCase()}`
    const post = site.state.posts.find((candidate) => isPublic(candidate) && postLink(site, candidate) === link)
    return post === undefined ? notFound(site) : htmlResponse(site, 200, postHtml(site, post))
  })
}
