/** A web address as a person reads it: no scheme, letters of any script in the path, the host as the network sees it. */
export function addressWords(address: string): string {
  if (!URL.canParse(address)) return address
  const { host, pathname, search } = new URL(address)
  return `${host}${readable(pathname)}${search}`.replace(/\/$/, '')
}

function readable(path: string): string {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

/** The last part of an address, as people name a file. */
export function fileName(url: unknown): string {
  if (typeof url !== 'string' || !URL.canParse(url, 'https://blog.invalid/')) return ''
  const last = new URL(url, 'https://blog.invalid/').pathname.split('/').pop() ?? ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
