import type { RemoteTermId } from '../../../shared/domain/ids.ts'
import type { RemotePost } from '../blog-api/blog-api.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import type { WxrItem, WxrSite } from './wxr.ts'

export type TermNames = ReadonlyMap<RemoteTermId, WxrItem['terms'][number]>

/** What stands in front of an export: the blog, its authors as far as they are known here, and its terms. */
export function exportedSite(
  desk: Desk,
  blog: StoredBlog,
  now: Date,
): { site: WxrSite; termNames: TermNames; authorOf: (remote: Pick<RemotePost, 'authorId'>) => string } {
  const authors = authorsOf(desk, blog)
  const userNames = new Map(authors.map(({ id, userName }) => [id, userName]))
  const terms = desk.terms.listWhole(blog.id)
  const slugs = new Map(terms.map(({ remoteId, slug }) => [remoteId, slug]))
  const termNames = new Map(
    terms.map(({ remoteId, taxonomy, slug, name }) => [
      remoteId,
      { domain: taxonomy === 'category' ? 'category' : 'post_tag', slug, name },
    ]),
  )
  return {
    site: {
      title: blog.name,
      url: blog.url.replace(/\/$/, ''),
      version: '',
      exportedAt: now.toUTCString(),
      authors,
      terms: terms.map(({ taxonomy, remoteId, slug, name, parentRemoteId }) => ({
        taxonomy,
        id: remoteId,
        slug,
        name,
        parentSlug: parentRemoteId === null ? '' : (slugs.get(parentRemoteId) ?? ''),
      })),
    },
    termNames,
    authorOf: ({ authorId }) =>
      userNames.get(authorId) ?? (authorId > 0 ? `author-${authorId}` : blog.kind === 'archive' ? '' : blog.userName),
  }
}

/** A connected blog tells this account only its own name; others go by their number, so that an import can map them. */
function authorsOf(desk: Desk, blog: StoredBlog): WxrSite['authors'] {
  const known = desk.archives.listAuthors(blog.id)
  if (known.length > 0)
    return known.map(({ remoteId, userName, displayName }) => ({ id: remoteId, userName, displayName }))
  if (blog.kind === 'archive') return []
  const own = { id: blog.remoteUserId as number, userName: blog.userName, displayName: blog.displayName }
  const others = desk.posts.listAuthorIds(blog.id).filter((id) => id !== blog.remoteUserId && id > 0)
  return [own, ...others.map((id) => ({ id: id as number, userName: `author-${id}`, displayName: `Author ${id}` }))]
}
