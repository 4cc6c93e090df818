import { timingSafeEqual } from 'node:crypto'
import type { PracticeSite } from './practice-site.ts'
import type { PracticeUser } from './practice-state.ts'

const lettersAndDigits = (password: string): Uint8Array => new TextEncoder().encode(password.replace(/[^a-z\d]/gi, ''))

function isSame(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right)
}

/**
 * The user an `Authorization: Basic` header with an application password names, by user name or address.
 * Spaces in the password do not count. As on WordPress 6.1 to 7.1 a wrong password makes an anonymous request, not an error.
 */
export function signIn(site: PracticeSite, authorization: string | null): PracticeUser | null {
  const match = /^Basic\s+([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '')
  if (match === null) return null
  const [, encoded = ''] = match
  const credentials = new TextDecoder().decode(Buffer.from(encoded, 'base64'))
  const colon = credentials.indexOf(':')
  if (colon < 0) return null
  const name = credentials.slice(0, colon).toLowerCase()
  const password = lettersAndDigits(credentials.slice(colon + 1))
  const user = site.state.users.find((candidate) => candidate.userName === name || candidate.email === name)
  if (user === undefined || user.applicationPassword === null) return null
  return isSame(lettersAndDigits(user.applicationPassword.password), password) ? user : null
}
