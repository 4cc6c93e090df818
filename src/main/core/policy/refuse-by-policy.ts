import type { UtcIso } from '../../../shared/domain/ids.ts'
import type { ExportKind, Policy } from '../../../shared/domain/policy.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Desk } from '../store/desk.ts'
import { policyInForce, policyStatus } from './policy-in-force.ts'
import { quietAt } from './quiet-dates.ts'

/** Throws `not-allowed-now` for a blog that the organisation does not allow. */
export function refuseBlog(desk: Desk, url: string): void {
  if (!isAllowed(policyInForce(desk), url)) throw new AppError({ kind: 'not-allowed-now', why: 'blog-not-allowed' })
}

/** The same of a blog that is connected already: while the list cannot be read, those go on and no other is added. */
export function refuseConnectedBlog(desk: Desk, url: string): void {
  const { trouble, faults } = policyStatus(desk)
  const isListRead = trouble === null && !faults.some(({ field }) => field === 'allowedBlogs')
  if (isListRead) refuseBlog(desk, url)
}

export function refuseExport(desk: Desk, kind: ExportKind): void {
  if (policyInForce(desk).forbiddenExports?.includes(kind))
    throw new AppError({ kind: 'not-allowed-now', why: 'export-not-allowed' })
}

/** The blog itself would publish it in the middle of a quiet date, and no desk could hold it then. */
export function refuseQuietTime(desk: Desk, publishAt: UtcIso | null): void {
  if (publishAt !== null && quietAt(policyInForce(desk), publishAt))
    throw new AppError({ kind: 'not-allowed-now', why: 'quiet-date' })
}

/** An address allows all that lies below it, `*.example.org` that host and all below it. */
export function isAllowed({ allowedBlogs }: Policy, url: string): boolean {
  if (allowedBlogs === undefined) return true
  const { host, pathname } = new URL(url)
  return allowedBlogs.some((allowed) => {
    const [allowedHost = '', ...path] = allowed.replace(/^https?:\/\//i, '').split('/')
    const wanted = allowedHost.toLowerCase()
    const isHost = wanted.startsWith('*.')
      ? host === wanted.slice(2) || host.endsWith(wanted.slice(1))
      : host === wanted
    const below = `/${path.join('/')}`.replace(/\/*$/, '/')
    return isHost && `${pathname.replace(/\/*$/, '')}/`.startsWith(below)
  })
}
