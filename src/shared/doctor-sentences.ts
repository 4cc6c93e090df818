import type {
  DoctorCause,
  DoctorFact,
  DoctorFinding,
  ExaminationId,
  NotLookedAt,
  RefusedBy,
  SampleText,
} from './domain/doctor.ts'
import { byteWords } from './sentences.ts'

/** What is asked in each examination, as a heading. */
export const EXAMINATION_TITLES: Record<ExaminationId, string> = {
  address: 'Address',
  line: 'Line and proxy',
  certificate: 'Certificate',
  blog: 'WordPress',
  door: 'Door for programs',
  permalinks: 'Permalinks',
  clock: 'Clock',
  version: 'Version',
  language: 'Language of the site',
  passwords: 'Application passwords',
  'sign-in': 'Sign-in',
  read: 'Reading posts',
  write: 'Writing a draft',
  texts: 'What texts may contain',
  upload: 'Uploading pictures',
  notes: 'Notes on drafts',
  traces: 'Nothing left behind',
}

/** `next` is for the person at the desk; '' where there is nothing for them to do. */
export interface FindingWords {
  what: string
  next: string
}

/** What was found, said to the person. */
export function findingWords(finding: DoctorFinding): FindingWords {
  switch (finding.verdict) {
    case 'fine':
      return { what: factSentence(finding), next: '' }
    case 'not-looked-at':
      return { what: `Not looked at, because ${becauseWords(finding.because)}.`, next: '' }
    case 'attention':
    case 'broken':
      return causeWords(finding)
  }
}

const SEND = 'Send the site report to the people who run the site: it says what to change.'
const OTHER_LINE = 'Try another network. If it is the same there, send the site report to the people who run the site.'

function causeWords(cause: DoctorCause): FindingWords {
  switch (cause.cause) {
    case 'bad-address':
      return { what: 'This is not an address of a blog.', next: 'It looks like blog.example.org.' }
    case 'insecure-address':
      return {
        what: 'This address begins with http:, so a password could be read on the way. Nothing was asked there.',
        next: 'Use the address that begins with https:.',
      }
    case 'sends-to-http':
      return {
        what: 'The site leads from its safe address to one that begins with http:. The desk did not follow.',
        next: SEND,
      }
    case 'moved':
      return {
        what: `The blog has moved${cause.host === '' ? '' : ` to ${cause.host}`}. Your password was not sent there.`,
        next: 'If you know the new address, connect the blog with it. If you do not, ask before you sign in.',
      }
    case 'no-network':
      return {
        what: 'This laptop has no line at all: not the blog is the cause, but the network.',
        next: 'Look at the Wi-Fi or the cable. Everything you write is kept meanwhile.',
      }
    case 'name-unknown':
      return {
        what: 'Nobody knows a site of this name: it is misspelled, or this laptop has no line.',
        next: 'Look at the address letter by letter, and whether another site opens in the browser.',
      }
    case 'refused':
      return { what: 'The computer at this address refuses the connection: no web server listens there.', next: SEND }
    case 'unreachable':
      return { what: 'The site cannot be reached from this network.', next: OTHER_LINE }
    case 'silent':
      return { what: 'The site took the request and did not answer in time.', next: OTHER_LINE }
    case 'line-broke':
      return { what: 'The line broke before the site had answered.', next: OTHER_LINE }
    case 'proxy-unreachable':
      return {
        what: 'The proxy of this network does not let the desk through, or is not there.',
        next: 'Ask your IT to look at the proxy settings of this laptop.',
      }
    case 'proxy-sign-in':
      return {
        what: 'The proxy of this network asks for a sign-in.',
        next: 'Ask your IT to let this program through the proxy.',
      }
    case 'captive-portal':
      return {
        what: `The network asks for a sign-in${host(cause.host)}; the blog was not reached.`,
        next: 'Open the browser, sign in to the network, and come back.',
      }
    case 'certificate':
      return certificateWords(cause.reason)
    case 'maintenance':
      return {
        what: 'The blog is being updated and asks everybody to come back later.',
        next: 'Try again in ten minutes. If it stays so, an update got stuck: send the site report to the people who run the site.',
      }
    case 'server-error':
      return { what: `The server of the blog has a fault (it answered ${cause.status}).`, next: SEND }
    case 'rate-limited':
      return { what: 'The site asks for a pause, because too much was asked of it.', next: 'Try again in a while.' }
    case 'site-password':
      return {
        what: 'The web server asks for a password of its own before WordPress is reached. The desk has none to give.',
        next: SEND,
      }
    case 'page-blocked':
      return { what: `Something before the blog refuses this laptop${by(cause.by)}.`, next: OTHER_LINE }
    case 'not-wordpress':
      return {
        what: 'A site answers at this address, and it is not a WordPress blog.',
        next: 'Look at the address: it is the one that readers use for the blog.',
      }
    case 'in-folder':
      return {
        what: `No blog is at this address; there is one below it, at ${cause.address}.`,
        next: `Connect ${cause.address} instead.`,
      }
    case 'other-blog':
      return {
        what: `A blog answers here that calls itself by another address${host(cause.host)}.`,
        next: 'Look at the address, and use the one by which the blog calls itself.',
      }
    case 'rest-shut':
      return {
        what: `This is a WordPress blog, and a plugin on it has shut the door for programs, the REST interface${by(cause.by)}.`,
        next: SEND,
      }
    case 'rest-blocked':
      return {
        what: `This is a WordPress blog, and something before it blocks its door for programs, the REST interface${by(cause.by)}.`,
        next: SEND,
      }
    case 'rest-missing':
      return {
        what: 'This is a WordPress blog, and its door for programs, the REST interface, is not there.',
        next: SEND,
      }
    case 'plain-permalinks':
      return {
        what: 'The blog uses plain permalinks (?p=123). The desk works with them, and some firewalls do not.',
        next: 'If something else does not work, send the site report: other permalinks are one change of a setting.',
      }
    case 'rewrite-missing':
      return {
        what: 'The web server does not know the blog’s pretty addresses. The desk goes by the plain ones.',
        next: SEND,
      }
    case 'door-moved':
      return {
        what: 'The door for programs is at another place of the site than when the blog was connected.',
        next: 'Connect the blog again; your posts and the outbox stay.',
      }
    case 'clock':
      return clockWords(cause.aheadMs, cause.whose)
    case 'old-version':
      return { what: `The blog runs WordPress ${cause.version}; the desk needs 5.7 or later.`, next: SEND }
    case 'passwords-off':
      return { what: 'Application passwords are switched off on this blog, so no program can sign in.', next: SEND }
    case 'passwords-need-tls':
      return {
        what: 'The blog does not know that its line is safe, and therefore offers no application passwords.',
        next: SEND,
      }
    case 'header-stripped':
      return {
        what: 'Your password is right, and the web server takes it out of the request before WordPress sees it.',
        next: SEND,
      }
    case 'password-refused':
      return {
        what: 'The blog does not accept the user name and the application password.',
        next: 'Make a new application password in your profile on the blog and connect the blog again.',
      }
    case 'header-or-password':
      return {
        what: 'The blog answers as if nobody had signed in: the application password is wrong, or the web server takes it out of the request.',
        next: 'First make a new application password and connect again. If it stays so, send the site report to the people who run the site.',
      }
    case 'sign-in-blocked':
      return { what: `Reading is allowed, and signing in is blocked${by(cause.by)}.`, next: SEND }
    case 'no-right-to-write':
      return {
        what: 'The sign-in works, and this account may not write on the blog.',
        next: 'Ask the people who run the blog for the role of an author or a contributor.',
      }
    case 'read-refused':
      return { what: `The sign-in works, and reading is refused${by(cause.by)}.`, next: SEND }
    case 'write-refused':
      return { what: `Reading works, and writing a draft is refused${by(cause.by)}.`, next: SEND }
    case 'text-refused':
      return {
        what: `A firewall before the blog refuses texts with ${textsWords(cause.texts)}${by(cause.by)}. Posts that have them cannot be sent.`,
        next: SEND,
      }
    case 'letters-lost':
      return {
        what: `The blog does not keep ${textsWords(cause.texts)}: other signs came back than were sent.`,
        next: SEND,
      }
    case 'upload-refused':
      return {
        what: `Even a small picture (${byteWords(cause.sizeBytes)}) is refused${by(cause.by)}.`,
        next: SEND,
      }
    case 'upload-small':
      return {
        what: `Pictures of ${byteWords(cause.tookBytes)} pass, and those of ${byteWords(cause.refusedBytes)} are refused${by(cause.by)}.`,
        next: `Until it is changed, use smaller pictures. ${SEND}`,
      }
    case 'picture-altered':
      return {
        what: 'The blog keeps another file than was sent: something on it makes pictures smaller.',
        next: 'If that is meant, there is nothing to do.',
      }
    case 'traces-left':
      return { what: tracesWords(cause.draft, cause.pictureCount), next: tracesNext(cause.draft) }
  }
}

function certificateWords(reason: Extract<DoctorCause, { cause: 'certificate' }>['reason']): FindingWords {
  switch (reason) {
    case 'expired':
      return {
        what: 'The certificate of the site is not valid today: it has expired, or this laptop has a wrong date. Nothing was sent.',
        next: `Look at the date of this laptop. If it is right: ${SEND}`,
      }
    case 'self-signed':
      return {
        what: 'The certificate is signed by nobody whom this laptop trusts. Nothing was sent.',
        next: 'In a hotel, sign in to the network in the browser first. In the office, ask your IT whether the network opens safe lines; its certificate authority then has to be on this laptop. Else send the site report to the people who run the site.',
      }
    case 'wrong-host':
      return {
        what: 'The certificate belongs to another address. Nothing was sent.',
        next: `Look at the address. If it is right: ${SEND}`,
      }
    case 'other':
      return { what: 'The line to the site cannot be made safe. Nothing was sent.', next: OTHER_LINE }
  }
}

function clockWords(aheadMs: number, whose: 'site' | 'laptop' | 'unknown'): FindingWords {
  const apart = `${spanWords(aheadMs)} ${aheadMs > 0 ? 'ahead of' : 'behind'}`
  switch (whose) {
    case 'site':
      return {
        what: `The clock of the site is ${apart} this laptop’s, and your other blogs agree with the laptop. What is scheduled goes out at a wrong time.`,
        next: SEND,
      }
    case 'laptop':
      return {
        what: `The clock of the site is ${apart} this laptop’s, and your other blogs agree with the site: the laptop’s clock is wrong.`,
        next: 'Have this laptop set its clock by the network.',
      }
    case 'unknown':
      return {
        what: `The clock of the site is ${apart} this laptop’s. One of the two is wrong, and what is scheduled goes out at a wrong time.`,
        next: 'Compare this laptop with a telephone. If it is right, send the site report to the people who run the site.',
      }
  }
}

function tracesWords(draft: Extract<DoctorCause, { cause: 'traces-left' }>['draft'], pictureCount: number): string {
  const parts = [
    ...(draft === null ? [] : [draft === 'trash' ? 'its draft, in the trash of the blog' : 'its draft']),
    ...(pictureCount === 0 ? [] : [pictureCount === 1 ? 'a grey picture' : `${pictureCount} grey pictures`]),
  ]
  const sure = draft === 'unknown' ? 'may have left' : 'left'
  return `The doctor ${sure} ${parts.join(' and ')} behind. Nothing of it is public.`
}

function tracesNext(draft: Extract<DoctorCause, { cause: 'traces-left' }>['draft']): string {
  if (draft === 'trash') return 'The blog empties its trash by itself. There is nothing to do.'
  return 'The next visit takes it away where the blog allows it. On the blog its name begins with “attache-doctor”.'
}

function factSentence(fact: DoctorFact): string {
  switch (fact.fact) {
    case 'address':
      return `${fact.address} is an address of a site.`
    case 'line':
      return fact.via === null ? 'The site answers.' : `The site answers, by way of a proxy (${fact.via}).`
    case 'certificate':
      return 'The line is safe: the certificate belongs to the site and holds.'
    case 'on-this-laptop':
      return 'The blog is on this laptop and needs no certificate.'
    case 'blog':
      return 'It is a WordPress blog.'
    case 'door':
      return 'Its door for programs, the REST interface, is open.'
    case 'permalinks':
      return 'The web server knows the blog’s pretty addresses.'
    case 'clock':
      return 'The site and this laptop agree on the time.'
    case 'version':
      return fact.version === null ? 'The site keeps its version to itself, as it may.' : `WordPress ${fact.version}.`
    case 'language':
      return `${fact.language === '' ? 'Not said' : fact.language}, written from ${fact.direction === 'rtl' ? 'right to left' : 'left to right'}.`
    case 'passwords':
      return 'Application passwords are on.'
    case 'sign-in':
      return `The sign-in works. This account may ${fact.canPublish ? '' : 'not '}publish and may ${fact.canUploadMedia ? '' : 'not '}upload pictures.`
    case 'read':
      return 'Posts can be read.'
    case 'write':
      return 'A draft was written and read back as it was sent.'
    case 'texts':
      return fact.stripped.length === 0
        ? 'Tables, frames, Arabic, Persian, Vietnamese and emoji came back as they were sent.'
        : `All scripts came back as they were sent. The blog takes out ${textsWords(fact.stripped)}, as it does for accounts that may not write free HTML.`
    case 'upload':
      return `Pictures up to ${byteWords(fact.upToBytes)} were taken${UPLOAD_LIMITS[fact.why]}.`
    case 'no-right-to-upload':
      return 'This account may not upload pictures, so none was tried.'
    case 'notes':
      return fact.hasNotes
        ? 'The blog has notes on drafts, so a review can go through it.'
        : 'The blog has no notes on drafts (WordPress 6.9 brings them); a review goes as a file.'
    case 'no-traces':
      return 'What was written for this visit is gone for good; it was looked for.'
  }
}

const UPLOAD_LIMITS: Record<Extract<DoctorFact, { fact: 'upload' }>['why'], string> = {
  all: '',
  metered: '; larger ones were not tried, because this line costs by the megabyte',
  practice: '; larger ones are not tried on the practice blog',
}

function becauseWords(because: NotLookedAt): string {
  if (because === 'cancelled') return 'the visit was ended'
  if (because === 'no-account') return 'no user name and application password were given'
  if (because === 'nothing-written') return 'nothing was written on the blog'
  if (because === 'not-told') return 'the site does not tell'
  return `“${EXAMINATION_TITLES[because]}” comes first`
}

const TEXT_WORDS: Record<SampleText, string> = {
  html: 'tables and links',
  iframe: 'embedded frames (iframe)',
  arabic: 'Arabic',
  persian: 'Persian',
  vietnamese: 'Vietnamese',
  emoji: 'emoji',
}

/** `tables and links, Arabic and Persian`. */
export function textsWords(texts: readonly SampleText[]): string {
  const words = texts.map((text) => TEXT_WORDS[text])
  const last = words.pop() ?? ''
  return words.length === 0 ? last : `${words.join(', ')} and ${last}`
}

/** `3 minutes`, `2 hours`, `5 days`. */
export function spanWords(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000)
  if (minutes < 90) return minutes === 1 ? 'a minute' : `${minutes} minutes`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`
}

const host = (name: string | null): string => (name === null ? '' : ` (${name})`)

const by = ({ status, code }: RefusedBy): string => ` (${code === null ? status : `${status}, ${code}`})`
