const SAFE_SCHEMES = new Set(['https:', 'http:', 'mailto:', 'tel:'])

/** Whether a blog may carry this link: web, mail and telephone addresses, and places on the same site (`/…`, `#…`). */
export function isSafeLink(address: string): boolean {
  if (/^[/#?]/.test(address)) return true
  return URL.canParse(address) && SAFE_SCHEMES.has(new URL(address).protocol)
}

/** What a person typed as an address that can be linked to, or null when it is none. */
export function toLinkAddress(typed: string): string | null {
  const text = typed.trim()
  if (text === '' || /\s/.test(text)) return null
  if (/^[/#?]/.test(text)) return text
  if (/^[^@/:]+@[^@/:]+\.[^@/:]+$/.test(text)) return `mailto:${text}`
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]+:\d/.test(text) ? text : `https://${text}`
  if (!isSafeLink(withScheme)) return null
  const { protocol, hostname } = new URL(withScheme)
  const needsHost = protocol === 'https:' || protocol === 'http:'
  return needsHost && !hostname.includes('.') && hostname !== 'localhost' ? null : withScheme
}
