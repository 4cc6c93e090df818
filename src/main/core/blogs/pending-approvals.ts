import { AppError } from '../../../shared/errors.ts'
import type { Clock } from '../ports.ts'

const VALID_MS = 15 * 60_000

/** Approvals begun in the browser. Each is taken once, for the site it was begun with, within 15 minutes. */
export function createPendingApprovals(clock: Clock): {
  begin(state: string, siteUrl: string): void
  /** The address to connect to. Throws `not-allowed-now` for an answer nobody here asked for. */
  finish(state: string, siteUrl: string): string
} {
  const pending = new Map<string, { siteUrl: string; endsMs: number }>()
  return {
    begin(state, siteUrl) {
      pending.set(state, { siteUrl, endsMs: clock.now().getTime() + VALID_MS })
    },
    finish(state, siteUrl) {
      const begun = pending.get(state)
      pending.delete(state)
      const isOurs =
        begun && begun.endsMs >= clock.now().getTime() && new URL(begun.siteUrl).origin === originOf(siteUrl)
      if (!isOurs) throw new AppError({ kind: 'not-allowed-now', why: 'approval-not-asked-for' })
      return begun.siteUrl
    },
  }
}

const originOf = (address: string): string | null => (URL.canParse(address) ? new URL(address).origin : null)

/**
 * The page on which a person approves this program (WordPress 5.6). Without a return address the page shows the password,
 * to be copied by hand: what every version can do. The blog sends the password to the return address, so it is this
 * program's own or none: `invalid-input` for any other.
 */
export function approvalUrlFor(
  page: string,
  { appId, state, returnUrl }: { appId: string; state: string; returnUrl: string | null },
): string {
  const url = new URL(page)
  url.searchParams.set('app_name', 'Attaché')
  url.searchParams.set('app_id', appId)
  if (returnUrl !== null) {
    const back = URL.parse(returnUrl)
    if (back?.protocol !== 'attache:')
      throw new AppError({ kind: 'invalid-input', field: 'returnUrl', rule: 'own-scheme' })
    back.searchParams.set('state', state)
    url.searchParams.set('success_url', back.href)
  }
  return url.href
}
