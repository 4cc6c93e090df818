import type { StoredBlog } from '../store/blog-repository.ts'

/**
 * Where a picture of a post is to be had on the blog itself; null for one that lies on another site, from which nothing is
 * fetched. An address may be relative to the blog, and one written before the blog had TLS is asked for with it.
 */
export function addressOnBlog({ url, restRoot }: Pick<StoredBlog, 'url' | 'restRoot'>, address: string): string | null {
  const at = URL.parse(address, url)
  if (!at || !['http:', 'https:'].includes(at.protocol)) return null
  const home = [url, restRoot].map((own) => new URL(own)).find(({ host }) => host === at.host)
  if (!home) return null
  at.protocol = home.protocol
  at.hash = ''
  at.username = ''
  at.password = ''
  return at.href
}
