import { randomUUID } from 'node:crypto'
import { createWordpressBlogApi } from '../../src/main/core/blog-api/wordpress/wordpress-blog-api.ts'
import { discoverBlog } from '../../src/main/core/blog-api/wordpress/discover.ts'
import type { BlogDescription, PostsApi } from '../../src/main/core/blog-api/blog-api.ts'
import type { Fetch } from '../../src/main/core/ports.ts'
import { isAppError, type AppErrorData } from '../../src/shared/errors.ts'

export type ContractRole = 'author' | 'editor' | 'contributor'

interface ContractUser {
  userName: string
  displayName: string
  applicationPassword: string
}

/** A blog under test: empty or not, in the zone Asia/Ho_Chi_Minh, with one user of each role and comments open to visitors. */
export interface ContractBlog {
  url: string
  users: Record<ContractRole, ContractUser>
  /** How to reach it, when not over the network. */
  fetch?: Fetch
  /** Leaves a comment as a visitor who waits for nobody's approval. */
  visitorComment(comment: { postId: number; name: string; text: string }): Promise<void>
  stop(): Promise<void>
}

export interface ContractLine {
  blog: ContractBlog
  description: BlogDescription
  /** A line to the posts; its `ofKind` leads to the pages. */
  as: Record<ContractRole, PostsApi>
  /** Lists come two at a time, so that a few of something are several pages. */
  inSmallPages(role: ContractRole): PostsApi
  /** A line with other credentials than those that hold. */
  withCredentials(credentials: { userName: string; applicationPassword: string }): PostsApi
  fetch: Fetch
}

export async function openContractLine(blog: ContractBlog): Promise<ContractLine> {
  const fetch: Fetch = blog.fetch ?? ((input, init) => globalThis.fetch(input, init))
  const description = await discoverBlog({ address: blog.url, fetch })
  const { restRoot, url } = description
  const withCredentials: ContractLine['withCredentials'] = ({ userName, applicationPassword }) =>
    createWordpressBlogApi({ connection: { restRoot, url, userName, applicationPassword }, fetch }).ofKind('post')
  const { author, editor, contributor } = blog.users
  const as = {
    author: withCredentials(author),
    editor: withCredentials(editor),
    contributor: withCredentials(contributor),
  }
  const inSmallPages: ContractLine['inSmallPages'] = (role) => {
    const { userName, applicationPassword } = blog.users[role]
    return createWordpressBlogApi({
      connection: { restRoot, url, userName, applicationPassword },
      fetch: (input, init) => fetch(input.replace('per_page=100', 'per_page=2'), init),
    }).ofKind('post')
  }
  return { blog, description, as, inSmallPages, withCredentials, fetch }
}

/** A reserved slug as the outbox makes them. */
export const freshSlug = (): string => `desk-${randomUUID()}`

/** The error's data of a call that must fail. */
export async function failureOf(call: Promise<unknown>): Promise<AppErrorData> {
  try {
    await call
  } catch (error) {
    if (isAppError(error)) return error.data
    throw error
  }
  throw new Error('the call did not fail')
}
