import { xmlText } from '../interchange/xml-text.ts'
import { WXR_VERSION, type WxrComment, type WxrItem, type WxrSite } from './wxr.ts'

const cdata = (text: string): string => `<![CDATA[${xmlText(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
const escaped = (text: string): string =>
  xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The head of an export, as WordPress's own writes it (wp-admin/includes/export.php, 6.1 to 7.1). */
export function wxrHead(site: WxrSite, language: string): string {
  const authors = site.authors.map(
    ({ id, userName, displayName }) =>
      `\t<wp:author><wp:author_id>${id}</wp:author_id><wp:author_login>${cdata(userName)}</wp:author_login><wp:author_email>${cdata('')}</wp:author_email><wp:author_display_name>${cdata(displayName)}</wp:author_display_name><wp:author_first_name>${cdata('')}</wp:author_first_name><wp:author_last_name>${cdata('')}</wp:author_last_name></wp:author>`,
  )
  const terms = site.terms.map(({ taxonomy, id, slug, name, parentSlug }) =>
    taxonomy === 'category'
      ? `\t<wp:category><wp:term_id>${id}</wp:term_id><wp:category_nicename>${cdata(slug)}</wp:category_nicename><wp:category_parent>${cdata(parentSlug)}</wp:category_parent><wp:cat_name>${cdata(name)}</wp:cat_name></wp:category>`
      : `\t<wp:tag><wp:term_id>${id}</wp:term_id><wp:tag_slug>${cdata(slug)}</wp:tag_slug><wp:tag_name>${cdata(name)}</wp:tag_name></wp:tag>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" ?>
<!-- generator="Attaché" -->
<rss version="2.0"
\txmlns:excerpt="http://wordpress.org/export/${WXR_VERSION}/excerpt/"
\txmlns:content="http://purl.org/rss/1.0/modules/content/"
\txmlns:wfw="http://wellformedweb.org/CommentAPI/"
\txmlns:dc="http://purl.org/dc/elements/1.1/"
\txmlns:wp="http://wordpress.org/export/${WXR_VERSION}/"
>
<channel>
\t<title>${escaped(site.title)}</title>
\t<link>${escaped(site.url)}</link>
\t<description></description>
\t<pubDate>${escaped(site.exportedAt)}</pubDate>
\t<language>${escaped(language)}</language>
\t<wp:wxr_version>${WXR_VERSION}</wp:wxr_version>
\t<wp:base_site_url>${escaped(site.url)}</wp:base_site_url>
\t<wp:base_blog_url>${escaped(site.url)}</wp:base_blog_url>
${[...authors, ...terms].join('\n')}
`
}

export const WXR_END = '</channel>\n</rss>\n'

export function wxrItem(item: WxrItem): string {
  const terms = item.terms.map(
    ({ domain, slug, name }) =>
      `\t\t<category domain="${escaped(domain)}" nicename="${escaped(slug)}">${cdata(name)}</category>\n`,
  )
  const meta = [...item.meta].map(
    ([key, value]) =>
      `\t\t<wp:postmeta>\n\t\t\t<wp:meta_key>${cdata(key)}</wp:meta_key>\n\t\t\t<wp:meta_value>${cdata(value)}</wp:meta_value>\n\t\t</wp:postmeta>\n`,
  )
  const attachment =
    item.attachmentUrl === '' ? '' : `\t\t<wp:attachment_url>${cdata(item.attachmentUrl)}</wp:attachment_url>\n`
  return `\t<item>
\t\t<title>${cdata(item.title)}</title>
\t\t<link>${escaped(item.link)}</link>
\t\t<pubDate>${escaped(item.dateGmt.startsWith('0000') ? '' : new Date(`${item.dateGmt.replace(' ', 'T')}Z`).toUTCString())}</pubDate>
\t\t<dc:creator>${cdata(item.author)}</dc:creator>
\t\t<guid isPermaLink="false">${escaped(item.link)}</guid>
\t\t<description></description>
\t\t<content:encoded>${cdata(item.content)}</content:encoded>
\t\t<excerpt:encoded>${cdata(item.excerpt)}</excerpt:encoded>
\t\t<wp:post_id>${item.id}</wp:post_id>
\t\t<wp:post_date>${cdata(item.date)}</wp:post_date>
\t\t<wp:post_date_gmt>${cdata(item.dateGmt)}</wp:post_date_gmt>
\t\t<wp:post_modified>${cdata(item.modifiedGmt)}</wp:post_modified>
\t\t<wp:post_modified_gmt>${cdata(item.modifiedGmt)}</wp:post_modified_gmt>
\t\t<wp:comment_status>${cdata(item.commentStatus)}</wp:comment_status>
\t\t<wp:ping_status>${cdata('closed')}</wp:ping_status>
\t\t<wp:post_name>${cdata(item.slug)}</wp:post_name>
\t\t<wp:status>${cdata(item.status)}</wp:status>
\t\t<wp:post_parent>${item.parent}</wp:post_parent>
\t\t<wp:menu_order>${item.order}</wp:menu_order>
\t\t<wp:post_type>${cdata(item.type)}</wp:post_type>
\t\t<wp:post_password>${cdata('')}</wp:post_password>
\t\t<wp:is_sticky>${item.isSticky ? 1 : 0}</wp:is_sticky>
${attachment}${terms.join('')}${meta.join('')}${item.comments.map(wxrComment).join('')}\t</item>
`
}

function wxrComment(comment: WxrComment): string {
  return `\t\t<wp:comment>
\t\t\t<wp:comment_id>${comment.id}</wp:comment_id>
\t\t\t<wp:comment_author>${cdata(comment.author)}</wp:comment_author>
\t\t\t<wp:comment_author_email>${cdata('')}</wp:comment_author_email>
\t\t\t<wp:comment_author_url></wp:comment_author_url>
\t\t\t<wp:comment_author_IP>${cdata('')}</wp:comment_author_IP>
\t\t\t<wp:comment_date>${cdata(comment.dateGmt)}</wp:comment_date>
\t\t\t<wp:comment_date_gmt>${cdata(comment.dateGmt)}</wp:comment_date_gmt>
\t\t\t<wp:comment_content>${cdata(comment.content)}</wp:comment_content>
\t\t\t<wp:comment_approved>${cdata(comment.approved)}</wp:comment_approved>
\t\t\t<wp:comment_type>${cdata('comment')}</wp:comment_type>
\t\t\t<wp:comment_parent>${comment.parent}</wp:comment_parent>
\t\t\t<wp:comment_user_id>${comment.userId}</wp:comment_user_id>
\t\t</wp:comment>
`
}
