import { isSafeLink } from '../schema/link-address.ts'

/** Addresses that only lead on to another, with the parameter that names it. */
const REDIRECTS: readonly { host: RegExp; path: RegExp; parameter: string }[] = [
  { host: /^(?:www\.)?google\.[a-z.]+$/, path: /^\/url$/, parameter: 'q' },
  { host: /^(?:www\.)?google\.[a-z.]+$/, path: /^\/url$/, parameter: 'url' },
  { host: /\.safelinks\.protection\.(?:outlook|office365)\.(?:com|us|de)$/, path: /^\//, parameter: 'url' },
  { host: /^(?:l|lm)\.facebook\.com$/, path: /^\/l\.php$/, parameter: 'u' },
]

/** The address a reader is to reach, or null when it leads nowhere outside the document it was copied from. */
export function cleanLink(href: string): string | null {
  const address = href.trim()
  if (/^[/#?]/.test(address) || !URL.canParse(address)) return null
  const url = new URL(address)
  for (const { host, path, parameter } of REDIRECTS) {
    if (!host.test(url.hostname) || !path.test(url.pathname)) continue
    const target = url.searchParams.get(parameter)
    if (target !== null && isSafeLink(target) && URL.canParse(target)) return target
  }
  return isSafeLink(address) ? address : null
}
