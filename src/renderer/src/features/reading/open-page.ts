/** In the person's own browser. A page that has only an open address is asked for by the safe one, which nearly all have. */
export function openPage(address: string): void {
  window.open(safeAddress(address), '_blank', 'noopener,noreferrer')
}

export function safeAddress(address: string): string {
  const url = new URL(address)
  // The person's own blog on this laptop has no other.
  if (url.protocol === 'http:' && url.hostname !== 'localhost' && !url.hostname.startsWith('127.'))
    url.protocol = 'https:'
  return url.href
}
