import { escapeHtml, renderContent, renderExcerpt } from './html-text.ts'
import { postLink } from './links.ts'
import type { PracticePost } from './practice-state.ts'
import { findUser, type PracticeSite } from './practice-site.ts'

export const FEED_PATH = '/feed/'
/** WordPress's own number, unless a site sets another. */
const SHOWN = 10

/** The newest posts with their whole text, as WordPress's RSS 2.0 has them (wp-includes/feed-rss2.php). */
export function feedXml(site: PracticeSite): string {
  const posts = site.state.posts
    .filter(({ status }) => status === 'publish')
    .toSorted((left, right) => ((left.dateGmt ?? '') < (right.dateGmt ?? '') ? 1 : -1))
    .slice(0, SHOWN)
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
  xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${escapeHtml(site.name)}</title>
<atom:link href="${site.origin}${FEED_PATH}" rel="self" type="application/rss+xml" />
<link>${site.origin}</link>
${posts.map((post) => itemXml(site, post)).join('\n')}
</channel>
</rss>
`
}

const itemXml = (site: PracticeSite, post: PracticePost): string => `<item>
<title>${escapeHtml(post.title)}</title>
<link>${escapeHtml(postLink(site, post))}</link>
<dc:creator>${cdata(findUser(site, post.authorId)?.displayName ?? '')}</dc:creator>
<pubDate>${new Date(`${post.dateGmt ?? post.modifiedGmt}Z`).toUTCString()}</pubDate>
<guid isPermaLink="false">${site.origin}/?p=${post.id}</guid>
<description>${cdata(renderExcerpt(post.excerpt, post.content))}</description>
<content:encoded>${cdata(renderContent(post.content, post.footnotes))}</content:encoded>
</item>`

const cdata = (text: string): string => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
