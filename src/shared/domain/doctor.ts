import type { BlogId, UtcIso } from './ids.ts'

/** What is looked at, in the order in which it is: each may need some of those before it. */
export const EXAMINATIONS = [
  'address',
  'line',
  'certificate',
  'blog',
  'door',
  'permalinks',
  'clock',
  'version',
  'language',
  'passwords',
  'sign-in',
  'read',
  'write',
  'texts',
  'upload',
  'notes',
  'traces',
] as const
export type ExaminationId = (typeof EXAMINATIONS)[number]

/** The texts that firewalls and old databases are known to refuse or to damage, each sent by itself. */
export const SAMPLE_TEXTS = ['html', 'iframe', 'arabic', 'persian', 'vietnamese', 'emoji'] as const
export type SampleText = (typeof SAMPLE_TEXTS)[number]

/** Who spoke: WordPress itself has a `code`, anything before it has none. */
export interface RefusedBy {
  status: number
  code: string | null
  /** As its `Server` header names itself. */
  server: string | null
}

/** What is wrong, as data: doctor-sentences.ts says it to the person, doctor-host-sentences.ts to who runs the site. */
export type DoctorCause =
  | { cause: 'bad-address' | 'insecure-address' }
  /** It leads visitors to an address that begins with `http:`. */
  | { cause: 'sends-to-http' }
  /** The blog answers at another host by now. */
  | { cause: 'moved'; host: string }
  /** This laptop has no network at all. */
  | { cause: 'no-network' }
  | { cause: 'name-unknown' | 'refused' | 'unreachable' | 'silent' | 'line-broke' }
  | { cause: 'proxy-unreachable' | 'proxy-sign-in' }
  | { cause: 'captive-portal'; host: string | null }
  | { cause: 'certificate'; reason: 'expired' | 'self-signed' | 'wrong-host' | 'other' }
  | { cause: 'maintenance'; retryAfterMs: number | null }
  | { cause: 'server-error'; status: number }
  | { cause: 'rate-limited'; retryAfterMs: number | null }
  /** The web server asks for a password of its own before WordPress is reached. */
  | { cause: 'site-password' }
  | { cause: 'page-blocked'; by: RefusedBy }
  | { cause: 'not-wordpress' }
  | { cause: 'in-folder'; address: string }
  | { cause: 'other-blog'; host: string | null }
  /** WordPress answers, and a plugin of it keeps strangers or everyone from the REST interface. */
  | { cause: 'rest-shut'; by: RefusedBy }
  /** Something before WordPress does. */
  | { cause: 'rest-blocked'; by: RefusedBy }
  | { cause: 'rest-missing' }
  | { cause: 'plain-permalinks' | 'rewrite-missing' }
  /** The desk was connected by a door that has moved within the site. */
  | { cause: 'door-moved' }
  | { cause: 'clock'; aheadMs: number; whose: 'site' | 'laptop' | 'unknown' }
  | { cause: 'old-version'; version: string }
  | { cause: 'passwords-off' | 'passwords-need-tls' }
  | { cause: 'header-stripped'; server: string | null }
  | { cause: 'password-refused' }
  /** Both look alike from here, because the site offers no second way to try a password. */
  | { cause: 'header-or-password'; server: string | null }
  | { cause: 'sign-in-blocked'; by: RefusedBy }
  | { cause: 'no-right-to-write' }
  | { cause: 'read-refused'; by: RefusedBy }
  | { cause: 'write-refused'; by: RefusedBy }
  | { cause: 'text-refused'; texts: SampleText[]; by: RefusedBy }
  | { cause: 'letters-lost'; texts: SampleText[] }
  | { cause: 'upload-refused'; sizeBytes: number; by: RefusedBy }
  /** Smaller ones pass. */
  | { cause: 'upload-small'; tookBytes: number; refusedBytes: number; by: RefusedBy }
  | { cause: 'picture-altered'; sizeBytes: number }
  | { cause: 'traces-left'; draft: LeftBehind | null; pictureCount: number }

/** `trash`: it will be emptied by the site itself. `unknown`: the line broke, and nobody could look. */
export type LeftBehind = 'trash' | 'draft' | 'unknown'

/** What was found where nothing is wrong. */
export type DoctorFact =
  | { fact: 'address'; address: string }
  | { fact: 'line'; via: string | null }
  | { fact: 'certificate' | 'on-this-laptop' }
  | { fact: 'blog' }
  | { fact: 'door' | 'permalinks' | 'passwords' | 'read' | 'write' }
  | { fact: 'clock'; aheadMs: number }
  | { fact: 'version'; version: string | null }
  | { fact: 'language'; language: string; direction: 'ltr' | 'rtl' }
  | { fact: 'sign-in'; canPublish: boolean; canUploadMedia: boolean }
  /** `stripped`: the site takes this out for accounts like this one, which is its right. */
  | { fact: 'texts'; stripped: SampleText[] }
  | { fact: 'upload'; upToBytes: number; why: 'all' | 'metered' | 'practice' }
  | { fact: 'no-right-to-upload' }
  | { fact: 'notes'; hasNotes: boolean }
  | { fact: 'no-traces' }

export type NotLookedAt =
  /** What it needs is broken. */
  ExaminationId | 'cancelled' | 'no-account' | 'nothing-written' | 'not-told'

export type DoctorFinding =
  | ({ verdict: 'fine' } & DoctorFact)
  | ({ verdict: 'attention' | 'broken' } & DoctorCause)
  | { verdict: 'not-looked-at'; because: NotLookedAt }

export interface Examination {
  id: ExaminationId
  /** null while it has not been looked at yet. */
  finding: DoctorFinding | null
}

/** One request, as the one who runs the site finds it in their log. No text, name or password is in it. */
export interface TriedRequest {
  examination: ExaminationId
  at: UtcIso
  method: string
  /** Of the site; elsewhere with the host. Of a query only WordPress's own route. */
  path: string
  sentBytes: number
  /** null: no answer came, and `failure` says why. */
  status: number | null
  failure: string | null
  /** WordPress's own word for a refusal. */
  code: string | null
  /** Those that tell who answered. */
  headers: { name: string; value: string }[]
  tookMs: number
}

/** What the doctor was asked about. */
export interface DoctorSubject {
  blogId: BlogId | null
  address: string
}

/** One visit, running or done. */
export interface DoctorVisit {
  subject: DoctorSubject
  startedAt: UtcIso
  /** null while it goes on. */
  endedAt: UtcIso | null
  isCancelled: boolean
  /** What is being looked at. */
  current: ExaminationId | null
  examinations: Examination[]
  tried: TriedRequest[]
}

/** What a visit found, for who runs the site: a page to print and to send, or the same as plain text. */
export type SiteReportKind = 'html' | 'txt'

type Wrong = Extract<DoctorFinding, { verdict: 'attention' | 'broken' }>

/** What is wrong, the cause first: what is broken in the order in which it was met, then what only needs attention. */
export function wrongIn({ examinations }: Pick<DoctorVisit, 'examinations'>): { id: ExaminationId; finding: Wrong }[] {
  const wrong = examinations.flatMap(({ id, finding }) =>
    finding?.verdict === 'broken' || finding?.verdict === 'attention' ? [{ id, finding }] : [],
  )
  return wrong.toSorted((one, other) => rank(one.finding) - rank(other.finding))
}

const rank = ({ verdict }: Wrong): number => (verdict === 'broken' ? 0 : 1)
