/**
 * The host that a browser would go to, in small letters; '' for anything but http and https. What stands before an `@` is no host, and a
 * backslash is a slash (WHATWG URL, 4.4): both are used to show one name and go to another.
 */
export function hostOfAddress(address: string): string {
  const authority = /^\s*https?:[/\\]*([^/\\?#]*)/iu.exec(address)?.[1] ?? ''
  return (authority.split('@').at(-1) ?? '').replace(/:\d*$/u, '').replace(/\.$/u, '').toLowerCase()
}
