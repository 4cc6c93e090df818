import { AppError, type NotTheBlogReason } from '../../../../shared/errors.ts'

/**
 * The address of a blog as a person types or pastes it, made absolute: `blog.example.org`, an address of its admin
 * pages, one with or without `https://`. `http:` is taken for this laptop only. Throws `not-the-blog` with
 * `bad-address` or `insecure-address`.
 */
export function readBlogAddress(address: string): URL {
  const text = address.trim()
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text)
  const url = URL.parse(hasScheme ? text : `https://${text}`)
  if (!url || /\s/.test(text) || !['http:', 'https:'].includes(url.protocol) || url.username || url.password) {
    throw notTheBlog('bad-address', null)
  }
  if (!hasScheme && isLoopback(url)) url.protocol = 'http:'
  if (!isSafe(url)) throw notTheBlog('insecure-address', url.host)
  url.pathname = url.pathname.replace(/\/(?:wp-admin|wp-login\.php|wp-json|index\.php)(?:\/.*)?$/, '/')
  if (!url.pathname.endsWith('/')) url.pathname += '/'
  url.search = ''
  url.hash = ''
  return url
}

/** Whether a password may travel there: TLS, or a blog on this laptop. */
export function isSafe(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))
}

/** Whether a redirect may be looked at: a page on the net does not send us to what listens on this laptop. */
export function mayLead(from: URL, to: URL): boolean {
  return isSafe(to) && (isLoopback(from) || !isLoopback(to))
}

/** A site behind TLS may still call itself `http:`; the safe address of the same place. */
export function madeSafe(address: string): string {
  const url = new URL(address)
  if (!isSafe(url)) url.protocol = 'https:'
  return url.href
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname)
}

export function notTheBlog(why: NotTheBlogReason, host: string | null): AppError {
  return new AppError({ kind: 'not-the-blog', why, host })
}
