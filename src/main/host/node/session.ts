import { randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * One person, one browser: the printed token opens a session once, the cookie carries it from then on. No cookie is bound
 * to a port: a page that another user of this machine serves on 127.0.0.1 is sent the cookies of this host too. So the
 * desk lives in a room of random name, and the cookie goes to addresses in that room only, which no other page can name.
 */
export interface Session {
  readonly token: string
  /** The path of the desk, `/…/`. */
  readonly room: string
  /** `opened` once, for the right token; `used` when it comes again. */
  useToken(token: string): 'opened' | 'used' | 'wrong'
  /** The `Set-Cookie` value for the session. It ends with the browser. */
  readonly setCookie: string
  hasCookie(cookieHeader: string | undefined): boolean
}

export function createSession(): Session {
  const token = randomBytes(32).toString('base64url')
  const secret = randomBytes(32).toString('base64url')
  const room = `/${randomBytes(16).toString('base64url')}/`
  let isTokenUsed = false
  return {
    token,
    room,
    useToken(given) {
      if (!isSame(given, token)) return 'wrong'
      if (isTokenUsed) return 'used'
      isTokenUsed = true
      return 'opened'
    },
    setCookie: `attache-session=${secret}; HttpOnly; SameSite=Strict; Path=${room}`,
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
