import { AppError } from '../../../shared/errors.ts'
import type { BlogApi } from '../blog-api/blog-api.ts'
import { createWordpressBlogApi } from '../blog-api/wordpress/wordpress-blog-api.ts'
import type { Fetch, SecretStore } from '../ports.ts'
import type { PracticeBlog, PracticeSamples } from '../practice-blog/create-practice-blog.ts'
import type { StoredBlog } from '../store/blog-repository.ts'

/** The practice blog as it looks from here: another blog, with a fetch of its own and an account made for this desk. */
export interface PracticeLine {
  fetch: Fetch
  url: string
  userName: string
  applicationPassword: string
  samples: PracticeSamples
  readerSays: PracticeBlog['readerSays']
}

/** What looks on while requests are made. */
export interface RequestWatch {
  /** Asked before each request: it ends when this aborts, too. */
  cutter(): AbortSignal | null
  /** How much of a request's body the network has taken; first 0, where the host can tell parts of it, at the end all. */
  onSent(sentBytes: number, totalBytes: number): void
}

/** Makes the signed-in line to a blog. */
export interface BlogLines {
  /** Every request ends when `signal` aborts. Throws `blog-needs-sign-in` when this laptop holds no password for it. */
  open(blog: StoredBlog, signal: AbortSignal, watch?: RequestWatch): Promise<BlogApi>
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
    async open(blog, signal, watch) {
      // There is no line that could lead to one.
      if (blog.kind === 'archive') throw new AppError({ kind: 'not-allowed-now', why: 'an-archive' })
      const fetch = fetchFor(blog.kind)
      const watched: Fetch = async (input, init) => {
        const cutter = watch?.cutter() ?? null
        const totalBytes = bodyBytes(init?.body)
        const onSent = (sentBytes: number): void => watch?.onSent(sentBytes, totalBytes)
        if (totalBytes === 0) return fetch(input, { ...init, signal: either(signal, cutter, init?.signal) })
        onSent(0)
        const answer = await fetch(input, { ...init, signal: either(signal, cutter, init?.signal), onSent })
        onSent(totalBytes)
        return answer
      }
      return createWordpressBlogApi({
        connection: {
          restRoot: blog.restRoot,
          url: blog.url,
          userName: blog.userName,
          applicationPassword: await passwordFor(blog),
        },
        fetch: watched,
      })
    },
  }
}

const either = (...signals: (AbortSignal | null | undefined)[]): AbortSignal =>
  AbortSignal.any(signals.filter((signal) => signal instanceof AbortSignal))

/** The desk sends texts and bytes, nothing else. */
function bodyBytes(body: RequestInit['body']): number {
  if (typeof body === 'string') return Buffer.byteLength(body)
  return body instanceof Uint8Array ? body.byteLength : 0
}
