import type { DoctorFinding } from '../../../../../shared/domain/doctor.ts'
import { answerError, readErrorBody, type Answer } from '../answer-errors.ts'
import { postTypeSchema, userSchema } from '../schemas.ts'
import { attention, broken, notLookedAt, refusedBy, serverCause, type ExaminedSite } from './examined-site.ts'

/** Whether the site offers application passwords, as it tells everybody. */
export async function lookAtPasswords({ door, address }: ExaminedSite): Promise<DoctorFinding> {
  if (!door) return notLookedAt('door')
  if (door.description.approvalUrl !== null) return { verdict: 'fine', fact: 'passwords' }
  // WordPress offers them on a safe line only, and behind a proxy that ends TLS it may not know that it has one.
  const thinksPlain = address?.protocol === 'https:' && door.description.url.startsWith('http:')
  return broken({ cause: thinksPlain ? 'passwords-need-tls' : 'passwords-off' })
}

/** The codes with which WordPress refuses a password that it has read. */
const READ_AND_REFUSED = new Set([
  'incorrect_password',
  'invalid_username',
  'invalid_email',
  'invalid_application_password',
])

export async function lookAtSignIn(site: ExaminedSite): Promise<DoctorFinding> {
  if (!site.account) return notLookedAt('no-account')
  // The desk's password was made for one origin, and is shown to no other.
  if (!isDoorOfAccount(site)) return broken({ cause: 'moved', host: new URL(site.door?.root ?? '').host })
  const query = { context: 'edit', _fields: 'id,username,name,roles,capabilities' }
  const answer = await site.askSigned({ path: 'wp/v2/users/me', query })
  const user = answer.status === 200 ? userSchema.safeParse(answer.json) : null
  if (user?.success) {
    const { capabilities } = user.data
    site.rights = new Set(Object.keys(capabilities ?? {}).filter((right) => capabilities?.[right]))
    if (!site.rights.has('edit_posts')) return broken({ cause: 'no-right-to-write' })
    const [canPublish, canUploadMedia] = [site.rights.has('publish_posts'), site.rights.has('upload_files')]
    return { verdict: 'fine', fact: 'sign-in', canPublish, canUploadMedia }
  }
  return whyNotSignedIn(site, answer)
}

const isDoorOfAccount = ({ account, door }: ExaminedSite): boolean =>
  !account?.restRoot || (door !== null && new URL(door.root).origin === new URL(account.restRoot).origin)

async function whyNotSignedIn(site: ExaminedSite, answer: Answer): Promise<DoctorFinding> {
  const stopped = serverCause(answer)
  if (stopped) return broken(stopped)
  const code = readErrorBody(answer)?.code
  if (code === undefined) {
    const isAsked = answer.status === 401 && answer.headers.has('www-authenticate')
    return broken(isAsked ? { cause: 'site-password' } : { cause: 'sign-in-blocked', by: refusedBy(answer) })
  }
  if (READ_AND_REFUSED.has(code)) return broken({ cause: 'password-refused' })
  if (code.startsWith('application_passwords_disabled')) return broken({ cause: 'passwords-off' })
  // WordPress 6.1 to 7.1 answers so to a wrong password and to none alike.
  if (code !== 'rest_not_logged_in') return broken({ cause: 'sign-in-blocked', by: refusedBy(answer) })
  const { server } = refusedBy(answer)
  switch (await tryWithoutHeader(site)) {
    case 'accepted':
      return broken({ cause: 'header-stripped', server })
    case 'refused':
      return broken({ cause: 'password-refused' })
    case 'unknown':
      return broken({ cause: 'header-or-password', server })
  }
}

/**
 * WordPress's older door takes the same password inside the request's text: where that is accepted, the header was lost on
 * the way. To the same origin as everything signed, or not at all. Many sites have shut it, and then nothing is known.
 */
async function tryWithoutHeader(site: ExaminedSite): Promise<'accepted' | 'refused' | 'unknown'> {
  const { account, door } = site
  if (!account || !door || site.isPractice) return 'unknown'
  const url = new URL('xmlrpc.php', `${door.description.url}/`)
  url.protocol = new URL(door.description.restRoot).protocol
  if (url.origin !== new URL(door.description.restRoot).origin) return 'unknown'
  const parameters = [account.userName, account.applicationPassword]
    .map((value) => `<param><value><string>${escapeXml(value)}</string></value></param>`)
    .join('')
  const body = `<?xml version="1.0"?><methodCall><methodName>wp.getUsersBlogs</methodName><params>${parameters}</params></methodCall>`
  const answer = await site.ask('POST', url, { headers: { 'content-type': 'text/xml' }, body })
  if (answer.status !== 200 || !answer.text.includes('<methodResponse>')) return 'unknown'
  if (!answer.text.includes('<fault>')) return 'accepted'
  return /<name>faultCode<\/name>\s*<value><int>403<\/int>/.test(answer.text) ? 'refused' : 'unknown'
}

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export async function lookAtReading(site: ExaminedSite): Promise<DoctorFinding> {
  const query = { context: 'edit', status: 'any', per_page: 1, _fields: 'id' }
  const answer = await site.askSigned({ path: 'wp/v2/posts', query })
  const stopped = serverCause(answer)
  if (stopped) return broken(stopped)
  if (answer.status === 200 && Array.isArray(answer.json)) return { verdict: 'fine', fact: 'read' }
  return broken({ cause: 'read-refused', by: refusedBy(answer) })
}

export async function lookAtNotes(site: ExaminedSite): Promise<DoctorFinding> {
  const query = { context: 'edit', _fields: 'supports' }
  const answer = await site.askSigned({ path: 'wp/v2/types/post', query })
  if (answerError(answer)) return attention({ cause: 'read-refused', by: refusedBy(answer) })
  const type = postTypeSchema.safeParse(answer.json)
  return type.success
    ? { verdict: 'fine', fact: 'notes', hasNotes: type.data.supports.editor }
    : notLookedAt('not-told')
}
