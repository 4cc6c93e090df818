/**
 * Whether an address names this laptop or a device of the network it is on, by its words alone: numbers that no router of the
 * Internet passes on (RFC 6890) and names that only a local network gives (RFC 6761, 6762, 8375, and those of one word).
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '')
  if (host.startsWith('[')) return isPrivateIpv6(host.slice(1, -1))
  // URL has written every spelling of a number as four decimal ones by now.
  if (/^\d+(?:\.\d+){3}$/.test(host)) return isPrivateIpv4(host)
  return !host.includes('.') || LOCAL_ENDINGS.some((ending) => host.endsWith(ending))
}

/** The same of a number as the name service gives it; what is no such number is taken for one of here. */
export function isPrivateAddress(address: string): boolean {
  const url = URL.parse(address.includes(':') ? `http://[${address}]/` : `http://${address}/`)
  return url === null || isPrivateHost(url.hostname)
}

const LOCAL_ENDINGS = ['.localhost', '.local', '.internal', '.lan', '.home', '.corp', '.home.arpa', '.invalid', '.test']

function isPrivateIpv4(address: string): boolean {
  const [a = 0, b = 0, c = 0] = address.split('.').map(Number)
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    (a === 100 && b >= 64 && b <= 127) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && (b === 168 || (b === 0 && (c === 0 || c === 2)))) ||
    (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) ||
    (a === 203 && b === 0 && c === 113) ||
    a >= 224
  )
}

/** Only the part of IPv6 that is given to the Internet; what stands for an IPv4 address in it is judged as that. */
function isPrivateIpv6(address: string): boolean {
  const embedded = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(address)
  if (embedded) {
    const bytes = [embedded[1], embedded[2]].flatMap((word) => {
      const value = Number.parseInt(word ?? '', 16)
      return [value >> 8, value & 255]
    })
    return isPrivateIpv4(bytes.join('.'))
  }
  const first = Number.parseInt(address.split(':')[0] || '0', 16)
  return !(first >= 0x2000 && first <= 0x3fff) || address.startsWith('2001:db8:') || address.startsWith('2002:')
}
