import { AppError } from '../../../shared/errors.ts'
import type { BlogApi } from '../blog-api/blog-api.ts'
import { createWordpressBlogApi } from '../blog-api/wordpress/wordpress-blog-api.ts'
import type { Fetch, SecretStore } from '../ports.ts'
import type { StoredBlog } from '../store/blog-repository.ts'

/** The practice blog as it looks from here: another blog, with a fetch of its own and an account made for this desk. */
export interface PracticeLine {
  fetch: Fetch
  url: string
  userName: string
  applicationPassword: string
}

/** Makes the signed-in line to a blog. */
export interface BlogLines {
  /** Every request ends when `signal` aborts. Throws `blog-needs-sign-in` when this laptop holds no password for it. */
  open(blog: StoredBlog, signal: AbortSignal): Promise<BlogApi>
  /** The way out for an address that is not connected yet. */
  fetchFor(kind: StoredBlog['kind']): Fetch
}

export function createBlogLines(ports: {
  fetch: Fetch
  secrets: SecretStore
  practice: () => PracticeLine
}): BlogLines {
  const { fetch, secrets, practice } = ports

  const passwordFor = async (blog: StoredBlog): Promise<string> => {
    if (blog.kind === 'practice') return practice().applicationPassword
    const password = await secrets.find(blog.id)
    if (password === null) throw new AppError({ kind: 'blog-needs-sign-in', blogId: blog.id })
    return password
  }

  const fetchFor: BlogLines['fetchFor'] = (kind) => (kind === 'practice' ? practice().fetch : fetch)

  return {
    fetchFor,
    async open(blog, signal) {
      const fetch = fetchFor(blog.kind)
      return createWordpressBlogApi({
        connection: {
          restRoot: blog.restRoot,
          url: blog.url,
          userName: blog.userName,
          applicationPassword: await passwordFor(blog),
        },
        fetch: (input, init) => fetch(input, { ...init, signal: either(signal, init?.signal) }),
      })
    },
  }
}

const either = (one: AbortSignal, other: AbortSignal | null | undefined): AbortSignal =>
  other ? AbortSignal.any([one, other]) : one
