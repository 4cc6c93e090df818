import type { DoctorFinding } from '../../../../../shared/domain/doctor.ts'
import { isAppError } from '../../../../../shared/errors.ts'
import { readBlogAddress } from '../blog-address.ts'
import { findHome } from '../discover.ts'
import { attention, broken, lineCause, notLookedAt, serverCause, type ExaminedSite } from './examined-site.ts'

export async function lookAtAddress(site: ExaminedSite): Promise<DoctorFinding> {
  try {
    site.address = readBlogAddress(site.typedAddress)
    return { verdict: 'fine', fact: 'address', address: site.address.href }
  } catch (error) {
    const isInsecure = isAppError(error) && error.data.kind === 'not-the-blog' && error.data.why === 'insecure-address'
    return broken({ cause: isInsecure ? 'insecure-address' : 'bad-address' })
  }
}

/** Asks for the front page, which answers this and the two examinations after it. */
export async function lookAtLine(site: ExaminedSite): Promise<DoctorFinding> {
  const { address } = site
  if (!address) return notLookedAt('address')
  try {
    site.front = await findHome((method, url) => site.ask(method, url), address)
  } catch (error) {
    if (!isAppError(error)) throw error
    site.frontFault = error
    const cause = lineCause(error)
    if (cause && cause.cause !== 'certificate') return broken(cause)
    const { data } = error
    if (data.kind === 'not-the-blog' && data.why === 'captive-portal')
      return broken({ cause: 'captive-portal', host: data.host })
  }
  const { page } = site.front ?? {}
  if (page?.status === 407) return broken({ cause: 'proxy-sign-in' })
  return { verdict: 'fine', fact: 'line', via: page?.headers.get('via')?.slice(0, 80) ?? null }
}

export async function lookAtCertificate(site: ExaminedSite): Promise<DoctorFinding> {
  const cause = lineCause(site.frontFault)
  if (cause?.cause === 'certificate') return broken(cause)
  const { data } = site.frontFault ?? {}
  if (data?.kind === 'not-the-blog' && data.why === 'insecure-address') return broken({ cause: 'sends-to-http' })
  return { verdict: 'fine', fact: site.address?.protocol === 'http:' ? 'on-this-laptop' : 'certificate' }
}

/** What stopped the front page after a safe line was there; null where a page came. */
export function frontCause({ frontFault, front }: ExaminedSite): DoctorFinding | null {
  if (front) {
    const cause = serverCause(front.page)
    return cause && broken(cause)
  }
  const { data } = frontFault ?? {}
  if (data?.kind === 'not-the-blog') return broken({ cause: 'moved', host: data.host ?? '' })
  if (data?.kind === 'rate-limited') return broken({ cause: 'rate-limited', retryAfterMs: data.retryAfterMs })
  if (data?.kind !== 'unavailable') return broken({ cause: 'line-broke' })
  const { status, retryAfterMs } = data
  return broken(retryAfterMs === null ? { cause: 'server-error', status } : { cause: 'maintenance', retryAfterMs })
}

const MINUTE_MS = 60_000

/** By the answer of the door, which no cache gives; whose clock is wrong is told by the other blogs of this desk. */
export async function lookAtClock({ door, otherOffsetsMs }: ExaminedSite): Promise<DoctorFinding> {
  const said = Date.parse(door?.answer.headers.get('date') ?? '')
  if (!door || Number.isNaN(said)) return notLookedAt('not-told')
  const { receivedAt, roundTripMs } = door
  // `Date` names a whole second that has begun (RFC 9110).
  const aheadMs = Math.round(said + 500 - (receivedAt.getTime() - roundTripMs / 2))
  if (Math.abs(aheadMs) - roundTripMs / 2 <= MINUTE_MS) return { verdict: 'fine', fact: 'clock', aheadMs }
  const agree = otherOffsetsMs.filter((other) => Math.abs(other - aheadMs) <= MINUTE_MS).length
  const areRight = otherOffsetsMs.filter((other) => Math.abs(other) <= MINUTE_MS).length
  const whose = agree > areRight ? 'laptop' : areRight > agree ? 'site' : 'unknown'
  return attention({ cause: 'clock', aheadMs, whose })
}
