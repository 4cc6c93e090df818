/**
 * A comment's text with the `rel` that WordPress puts on its links while it stores them (`wp_rel_ugc()`, since 5.3). WordPress
 * compares what is sent with what is stored: only so is the same reply with a link, sent again, a duplicate to it.
 */
export function withStoredRel(text: string, blogUrl: string): string {
  const ownHost = URL.parse(blogUrl)?.host
  return text.replaceAll(/<a href="([^"]*)">/g, (_whole, href: string) => {
    const isOwn = ownHost !== undefined && URL.parse(href)?.host === ownHost
    return `<a href="${href}" rel="${isOwn ? 'ugc' : 'nofollow ugc'}">`
  })
}
