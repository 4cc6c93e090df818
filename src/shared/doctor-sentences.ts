import type { DoctorCause, DoctorFinding, LeftBehind } from './domain/doctor.ts'
import { factSentence, notLookedAtSentence } from './doctor-fact-sentences.ts'
import { answerWords, spanWords, textsWords } from './doctor-terms.ts'
import { byteWords } from './sentences.ts'
import { t } from './words/t.ts'

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
      return { what: notLookedAtSentence(finding.because), next: '' }
    case 'attention':
    case 'broken':
      return causeWords(finding)
  }
}

const send = (): string => t('Send the site report to the people who run the site: it says what to change.')
const otherLine = (): string =>
  t('Try another network. If it is the same there, send the site report to the people who run the site.')

function causeWords(cause: DoctorCause): FindingWords {
  switch (cause.cause) {
    case 'bad-address':
      return { what: t('This is not an address of a blog.'), next: t('It looks like blog.example.org.') }
    case 'insecure-address':
      return {
        what: t('This address begins with http:, so a password could be read on the way. Nothing was asked there.'),
        next: t('Use the address that begins with https:.'),
      }
    case 'sends-to-http':
      return {
        what: t('The site leads from its safe address to one that begins with http:. The desk did not follow.'),
        next: send(),
      }
    case 'moved':
      return {
        what:
          cause.host === ''
            ? t('The blog has moved. Your password was not sent there.')
            : t('The blog has moved to {host}. Your password was not sent there.', { host: cause.host }),
        next: t('If you know the new address, connect the blog with it. If you do not, ask before you sign in.'),
      }
    case 'no-network':
      return {
        what: t('This laptop has no line at all: not the blog is the cause, but the network.'),
        next: t('Look at the Wi-Fi or the cable. Everything you write is kept meanwhile.'),
      }
    case 'name-unknown':
      return {
        what: t('Nobody knows a site of this name: it is misspelled, or this laptop has no line.'),
        next: t('Look at the address letter by letter, and whether another site opens in the browser.'),
      }
    case 'refused':
      return {
        what: t('The computer at this address refuses the connection: no web server listens there.'),
        next: send(),
      }
    case 'unreachable':
      return { what: t('The site cannot be reached from this network.'), next: otherLine() }
    case 'silent':
      return { what: t('The site took the request and did not answer in time.'), next: otherLine() }
    case 'line-broke':
      return { what: t('The line broke before the site had answered.'), next: otherLine() }
    case 'proxy-unreachable':
      return {
        what: t('The proxy of this network does not let the desk through, or is not there.'),
        next: t('Ask your IT to look at the proxy settings of this laptop.'),
      }
    case 'proxy-sign-in':
      return {
        what: t('The proxy of this network asks for a sign-in.'),
        next: t('Ask your IT to let this program through the proxy.'),
      }
    case 'captive-portal':
      return {
        what:
          cause.host === null
            ? t('The network asks for a sign-in; the blog was not reached.')
            : t('The network asks for a sign-in ({host}); the blog was not reached.', { host: cause.host }),
        next: t('Open the browser, sign in to the network, and come back.'),
      }
    case 'certificate':
      return certificateWords(cause.reason)
    case 'maintenance':
      return {
        what: t('The blog is being updated and asks everybody to come back later.'),
        next: t(
          'Try again in ten minutes. If it stays so, an update got stuck: send the site report to the people who run the site.',
        ),
      }
    case 'server-error':
      return {
        what: t('The server of the blog has a fault (it answered {status}).', { status: String(cause.status) }),
        next: send(),
      }
    case 'rate-limited':
      return {
        what: t('The site asks for a pause, because too much was asked of it.'),
        next: t('Try again in a while.'),
      }
    case 'site-password':
      return {
        what: t(
          'The web server asks for a password of its own before WordPress is reached. The desk has none to give.',
        ),
        next: send(),
      }
    case 'page-blocked':
      return {
        what: t('Something before the blog refuses this laptop ({answer}).', { answer: answerWords(cause.by) }),
        next: otherLine(),
      }
    case 'not-wordpress':
      return {
        what: t('A site answers at this address, and it is not a WordPress blog.'),
        next: t('Look at the address: it is the one that readers use for the blog.'),
      }
    case 'in-folder':
      return {
        what: t('No blog is at this address; there is one below it, at {address}.', { address: cause.address }),
        next: t('Connect {address} instead.', { address: cause.address }),
      }
    case 'other-blog':
      return {
        what:
          cause.host === null
            ? t('A blog answers here that calls itself by another address.')
            : t('A blog answers here that calls itself by another address ({host}).', { host: cause.host }),
        next: t('Look at the address, and use the one by which the blog calls itself.'),
      }
    case 'rest-shut':
      return {
        what: t(
          'This is a WordPress blog, and a plugin on it has shut the door for programs, the REST interface ({answer}).',
          { answer: answerWords(cause.by) },
        ),
        next: send(),
      }
    case 'rest-blocked':
      return {
        what: t(
          'This is a WordPress blog, and something before it blocks its door for programs, the REST interface ({answer}).',
          { answer: answerWords(cause.by) },
        ),
        next: send(),
      }
    case 'rest-missing':
      return {
        what: t('This is a WordPress blog, and its door for programs, the REST interface, is not there.'),
        next: send(),
      }
    case 'plain-permalinks':
      return {
        what: t('The blog uses plain permalinks (?p=123). The desk works with them, and some firewalls do not.'),
        next: t('If something else does not work, send the site report: other permalinks are one change of a setting.'),
      }
    case 'rewrite-missing':
      return {
        what: t('The web server does not know the blog’s pretty addresses. The desk goes by the plain ones.'),
        next: send(),
      }
    case 'door-moved':
      return {
        what: t('The door for programs is at another place of the site than when the blog was connected.'),
        next: t('Connect the blog again; your posts and the outbox stay.'),
      }
    case 'clock':
      return clockWords(cause.aheadMs, cause.whose)
    case 'old-version':
      return {
        what: t('The blog runs WordPress {version}; the desk needs 5.7 or later.', { version: cause.version }),
        next: send(),
      }
    case 'passwords-off':
      return {
        what: t('Application passwords are switched off on this blog, so no program can sign in.'),
        next: send(),
      }
    case 'passwords-need-tls':
      return {
        what: t('The blog does not know that its line is safe, and therefore offers no application passwords.'),
        next: send(),
      }
    case 'header-stripped':
      return {
        what: t('Your password is right, and the web server takes it out of the request before WordPress sees it.'),
        next: send(),
      }
    case 'password-refused':
      return {
        what: t('The blog does not accept the user name and the application password.'),
        next: t('Make a new application password in your profile on the blog and connect the blog again.'),
      }
    case 'header-or-password':
      return {
        what: t(
          'The blog answers as if nobody had signed in: the application password is wrong, or the web server takes it out of the request.',
        ),
        next: t(
          'First make a new application password and connect again. If it stays so, send the site report to the people who run the site.',
        ),
      }
    case 'sign-in-blocked':
      return {
        what: t('Reading is allowed, and signing in is blocked ({answer}).', { answer: answerWords(cause.by) }),
        next: send(),
      }
    case 'no-right-to-write':
      return {
        what: t('The sign-in works, and this account may not write on the blog.'),
        next: t('Ask the people who run the blog for the role of an author or a contributor.'),
      }
    case 'read-refused':
      return {
        what: t('The sign-in works, and reading is refused ({answer}).', { answer: answerWords(cause.by) }),
        next: send(),
      }
    case 'write-refused':
      return {
        what: t('Reading works, and writing a draft is refused ({answer}).', { answer: answerWords(cause.by) }),
        next: send(),
      }
    case 'text-refused':
      return {
        what: t(
          'A firewall before the blog refuses texts with {texts} ({answer}). Posts that have them cannot be sent.',
          { texts: textsWords(cause.texts), answer: answerWords(cause.by) },
        ),
        next: send(),
      }
    case 'letters-lost':
      return {
        what: t('The blog does not keep {texts}: other signs came back than were sent.', {
          texts: textsWords(cause.texts),
        }),
        next: send(),
      }
    case 'upload-refused':
      return {
        what: t('Even a small picture ({size}) is refused ({answer}).', {
          size: byteWords(cause.sizeBytes),
          answer: answerWords(cause.by),
        }),
        next: send(),
      }
    case 'upload-small':
      return {
        what: t('Pictures of {took} pass, and those of {refused} are refused ({answer}).', {
          took: byteWords(cause.tookBytes),
          refused: byteWords(cause.refusedBytes),
          answer: answerWords(cause.by),
        }),
        next: `${t('Until it is changed, use smaller pictures.')} ${send()}`,
      }
    case 'picture-altered':
      return {
        what: t('The blog keeps another file than was sent: something on it makes pictures smaller.'),
        next: t('If that is meant, there is nothing to do.'),
      }
    case 'traces-left':
      return { what: tracesWords(cause.draft, cause.pictureCount), next: tracesNext(cause.draft) }
  }
}

function certificateWords(reason: Extract<DoctorCause, { cause: 'certificate' }>['reason']): FindingWords {
  switch (reason) {
    case 'expired':
      return {
        what: t(
          'The certificate of the site is not valid today: it has expired, or this laptop has a wrong date. Nothing was sent.',
        ),
        next: t(
          'Look at the date of this laptop. If it is right: Send the site report to the people who run the site: it says what to change.',
        ),
      }
    case 'self-signed':
      return {
        what: t('The certificate is signed by nobody whom this laptop trusts. Nothing was sent.'),
        next: t(
          'In a hotel, sign in to the network in the browser first. In the office, ask your IT whether the network opens safe lines; its certificate authority then has to be on this laptop. Else send the site report to the people who run the site.',
        ),
      }
    case 'wrong-host':
      return {
        what: t('The certificate belongs to another address. Nothing was sent.'),
        next: t(
          'Look at the address. If it is right: Send the site report to the people who run the site: it says what to change.',
        ),
      }
    case 'other':
      return { what: t('The line to the site cannot be made safe. Nothing was sent.'), next: otherLine() }
  }
}

function clockWords(aheadMs: number, whose: 'site' | 'laptop' | 'unknown'): FindingWords {
  const apart = { span: spanWords(aheadMs), side: aheadMs > 0 ? 'ahead' : 'behind' }
  switch (whose) {
    case 'site':
      return {
        what: t(
          'The clock of the site is {span} {side, select, ahead {ahead of} other {behind}} this laptop’s, and your other blogs agree with the laptop. What is scheduled goes out at a wrong time.',
          apart,
        ),
        next: send(),
      }
    case 'laptop':
      return {
        what: t(
          'The clock of the site is {span} {side, select, ahead {ahead of} other {behind}} this laptop’s, and your other blogs agree with the site: the laptop’s clock is wrong.',
          apart,
        ),
        next: t('Have this laptop set its clock by the network.'),
      }
    case 'unknown':
      return {
        what: t(
          'The clock of the site is {span} {side, select, ahead {ahead of} other {behind}} this laptop’s. One of the two is wrong, and what is scheduled goes out at a wrong time.',
          apart,
        ),
        next: t(
          'Compare this laptop with a telephone. If it is right, send the site report to the people who run the site.',
        ),
      }
  }
}

function tracesWords(draft: LeftBehind | null, pictures: number): string {
  if (draft === null)
    return t(
      'The doctor left {pictures, plural, one {a grey picture} other {# grey pictures}} behind. Nothing of it is public.',
      { pictures },
    )
  return pictures === 0
    ? t(
        'The doctor {draft, select, trash {left its draft, in the trash of the blog} unknown {may have left its draft} other {left its draft}} behind. Nothing of it is public.',
        { draft },
      )
    : t(
        'The doctor {draft, select, trash {left its draft, in the trash of the blog} unknown {may have left its draft} other {left its draft}} and {pictures, plural, one {a grey picture} other {# grey pictures}} behind. Nothing of it is public.',
        { draft, pictures },
      )
}

const tracesNext = (draft: LeftBehind | null): string =>
  draft === 'trash'
    ? t('The blog empties its trash by itself. There is nothing to do.')
    : t('The next visit takes it away where the blog allows it. On the blog its name begins with “attache-doctor”.')
