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
