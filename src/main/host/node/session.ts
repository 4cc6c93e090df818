import { randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * One person, one browser: the printed token opens a session once, the cookie carries it from then on.
 * The cookie is not bound to the port (no cookie is), which is why Host and Origin are checked as well.
 */
export interface Session {
  readonly token: string
  /** True once, for the right token. */
  useToken(token: string): boolean
  /** The `Set-Cookie` value for the session. It ends with the browser. */
  readonly setCookie: string
  hasCookie(cookieHeader: string | undefined): boolean
}

export function createSession(): Session {
  const token = randomBytes(32).toString('base64url')
  const secret = randomBytes(32).toString('base64url')
  let isTokenUsed = false
  return {
    token,
    useToken(given) {
      if (isTokenUsed || !isSame(given, token)) return false
      isTokenUsed = true
      return true
    },
    setCookie: `attache-session=${secret}; HttpOnly; SameSite=Strict; Path=/`,
    hasCookie(cookieHeader) {
      const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim())
      return pairs.some((pair) => pair.startsWith('attache-session=') && isSame(pair.slice(16), secret))
    },
  }
}

function isSame(given: string, expected: string): boolean {
  const left = Buffer.from(given)
  const right = Buffer.from(expected)
  return left.length === right.length && timingSafeEqual(left, right)
}
