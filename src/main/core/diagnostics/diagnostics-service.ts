import { createHash } from 'node:crypto'
import { homedir, hostname, release, totalmem, type, userInfo } from 'node:os'
import type { BackupsService } from '../../../shared/contract/backup-services.ts'
import type { DiagnosticsService } from '../../../shared/contract/diagnostics-services.ts'
import type { DoctorService } from '../../../shared/contract/doctor-services.ts'
import type { LineService } from '../../../shared/contract/services.ts'
import type { Settings } from '../../../shared/contract/settings-input.ts'
import type { DoctorVisit } from '../../../shared/domain/doctor.ts'
import { clockOffsetMs } from '../blogs/blog-clock.ts'
import type { PreparedFiles } from '../interchange/prepared-files.ts'
import { policyStatus } from '../policy/policy-in-force.ts'
import type { Clock, Random } from '../ports.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'
import { programVersion } from './program-version.ts'
import { recentLog } from './recent-log.ts'

export interface DiagnosticsPorts {
  desk: Desk
  clock: Clock
  random: Random
  prepared: PreparedFiles
  backups: Pick<BackupsService, 'list' | 'recovery'>
  line: Pick<LineService, 'list'>
  doctor: Pick<DoctorService, 'last'>
  settings: () => Settings
  isSealed: boolean
  logFolder: string | null
  freeBytes: () => number
}

/**
 * Every line is made of a number, a name of the program's own, or a word that is one of a few: nothing is taken out of a text, so nothing
 * of one can be in it. It is in English under every language, for whoever mends the program. Sites are named by a hash, which tells two of them apart and tells nobody which they are.
 */
export function createDiagnosticsService(ports: DiagnosticsPorts): DiagnosticsService {
  const { desk, clock } = ports
  return {
    collect({ withAddresses }) {
      const nameOf = (blog: StoredBlog): string => (withAddresses ? blog.url : hashedName(ports, blog))
      const text = [
        'ATTACHÉ DIAGNOSTICS',
        `Made ${clock.now().toISOString()}. No title, text, name, password${withAddresses ? '' : ', address of a blog'} or path of a person is in it.`,
        ...section('Program', programLines()),
        ...section('Desk', deskLines(ports)),
        ...section('Outbox', outboxLines(desk)),
        ...section('Blogs', blogLines(ports, nameOf)),
        ...section('Policy', policyLines(desk)),
        ...section('Settings', settingLines(ports.settings())),
        ...section('Backups', backupLines(ports)),
        ...section('Site doctor', doctorLines(ports, nameOf)),
        ...section(
          'Rows',
          desk.diagnosis.rowCounts().map(({ table, count }) => `${table}: ${count}`),
        ),
        ...section('Log, its newest lines', recentLog(ports.logFolder, tellingWords(desk, withAddresses))),
        '',
      ].join('\n')
      return { text }
    },
    prepare({ text }) {
      const day = clock.now().toISOString().slice(0, 10)
      const bytes = new TextEncoder().encode(text)
      return ports.prepared.put({
        fileName: `attache-diagnostics-${day}.txt`,
        mimeType: 'text/plain; charset=utf-8',
        bytes,
      })
    },
  }
}

const section = (title: string, lines: string[]): string[] => [
  '',
  title.toUpperCase(),
  ...(lines.length === 0 ? ['none'] : lines),
]

function programLines(): string[] {
  const { electron, chrome, node } = process.versions as Record<string, string | undefined>
  return [
    `version: ${programVersion}`,
    `system: ${type()} ${release()} ${process.arch}`,
    `memory: ${megabytes(totalmem())}`,
    `electron: ${electron ?? 'none, the browser host'}`,
    `chromium: ${chrome ?? 'none'}`,
    `node: ${node ?? ''}`,
    `time zone: ${-new Date().getTimezoneOffset()} minutes from UTC`,
  ]
}

function deskLines({ desk, isSealed, freeBytes }: DiagnosticsPorts): string[] {
  const { diagnosis } = desk
  return [
    `schema version: ${diagnosis.schemaVersion()}`,
    `file: ${megabytes(diagnosis.sizeBytes())}, ${isSealed ? 'encrypted' : 'in the clear'}`,
    `integrity: ${diagnosis.isWhole() ? 'whole' : 'DAMAGED'}`,
    `free on its disk: ${megabytes(freeBytes())}`,
  ]
}

function outboxLines(desk: Desk): string[] {
  return [
    ...desk.diagnosis.outboxCounts().map(({ kind, state, count }) => `${kind}, ${state}: ${count}`),
    ...desk.diagnosis.failureCounts().map(({ kind, count }) => `with the failure ${kind}: ${count}`),
  ]
}

function blogLines({ desk, line }: DiagnosticsPorts, nameOf: (blog: StoredBlog) => string): string[] {
  const states = new Map(line.list().map((each) => [each.blogId, each]))
  return desk.blogs.listBlogs().flatMap((blog) => {
    const state = states.get(blog.id)
    const rights = Object.entries(blog.rights).flatMap(([right, has]) => (has ? [right] : []))
    return [
      `${nameOf(blog)} (${blog.kind}, id ${blog.id})`,
      `  signed in: ${yesNo(blog.isSignedIn)}; rights: ${rights.join(', ') || 'none'}`,
      `  plain permalinks: ${yesNo(blog.restRoot.includes('rest_route='))}; TLS: ${yesNo(blog.restRoot.startsWith('https:'))}`,
      `  line: ${state?.state ?? 'unknown'}${state?.reason ? ` (${state.reason.kind})` : ''}; last synced: ${blog.lastSyncedAt ?? 'never'}`,
      `  waiting: ${state?.waitingCount ?? 0}; needs a person: ${state?.needsYouCount ?? 0}; paused: ${yesNo(state?.isPaused === true)}`,
      `  clock of the blog ahead by: ${clockOffsetMs(desk, blog.id)} ms`,
    ]
  })
}

/** Which fields are managed, not what they say: that has names of people and places. */
function policyLines(desk: Desk): string[] {
  const { inForce, place, faults, trouble } = policyStatus(desk)
  if (!inForce) return ['nobody manages this desk']
  return [
    `from: ${place ?? 'unknown'}`,
    `managed: ${Object.keys(inForce).toSorted().join(', ') || 'nothing'}`,
    ...(trouble === null ? [] : [`TROUBLE: ${trouble}`]),
    ...faults.map(({ taken }) => `a field that does not fit, taken as: ${taken}`),
  ]
}

function settingLines(settings: Settings): string[] {
  const { notices } = settings
  return [
    `theme: ${settings.theme}; direction: ${settings.interfaceDirection}`,
    `arrivals: ${settings.arrivals}; metered line: ${yesNo(settings.isLineMetered)}`,
    `smart typing: ${yesNo(settings.smartTyping)}; spelling: ${yesNo(settings.spelling)}`,
    `locks after minutes: ${settings.lockAfterMinutes ?? 'never'}; keeps addresses days: ${settings.keepAddressesDays}`,
    `notices: ${yesNo(notices.isOn)}; with words: ${yesNo(notices.showsWords)}; badge: ${notices.badge}`,
    `blogs with a second look: ${Object.keys(settings.secondLook).length}; with a promise: ${Object.keys(settings.promises).length}; with a review policy: ${Object.keys(settings.reviewPolicies).length}`,
  ]
}

function backupLines({ backups, clock }: DiagnosticsPorts): string[] {
  const { backups: list, fault } = backups.list()
  const age = (madeAt: string): number => Math.round((clock.now().getTime() - Date.parse(madeAt)) / 60_000)
  const recovery = backups.recovery()
  return [
    `count: ${list.length}`,
    ...list.slice(0, 5).map(({ madeAt, sizeBytes }) => `${age(madeAt)} minutes old, ${megabytes(sizeBytes)}`),
    ...(fault ? [`LAST FAILED: ${fault.kind}${fault.kind === 'database' ? ` (${fault.reason})` : ''}`] : []),
    ...(recovery ? [`MENDED ${recovery.at}: ${recovery.salvagedRows} rows salvaged`] : []),
  ]
}

function doctorLines({ desk, doctor }: DiagnosticsPorts, nameOf: (blog: StoredBlog) => string): string[] {
  const visit = doctor.last()
  if (!visit) return ['no visit since the start of the program']
  const blog = desk.blogs.listBlogs().find(({ id }) => id === visit.subject.blogId)
  return [
    `${blog ? nameOf(blog) : 'an address that is not connected'}, ${visit.startedAt}`,
    ...visit.examinations.map(findingLine),
  ]
}

function findingLine({ id, finding }: DoctorVisit['examinations'][number]): string {
  if (finding === null) return `${id}: under way`
  if (finding.verdict === 'fine') return `${id}: fine`
  if (finding.verdict === 'not-looked-at') return `${id}: not looked at (${finding.because})`
  const by = 'by' in finding ? ` ${finding.by.status}` : ''
  return `${id}: ${finding.verdict} (${finding.cause}${by})`
}

const SALT_KEY = 'diagnosticsSalt'

/** The same in each file of this desk; without the desk nobody can try out addresses against it. */
function hashedName({ desk, random }: DiagnosticsPorts, blog: StoredBlog): string {
  let salt = desk.settings.find(SALT_KEY)
  if (typeof salt !== 'string') {
    salt = Buffer.from(random.bytes(16)).toString('hex')
    desk.settings.put(SALT_KEY, salt)
  }
  return `blog-${createHash('sha256')
    .update(`${String(salt)} ${blog.url}`)
    .digest('hex')
    .slice(0, 10)}`
}

/** What names a person, a machine or a site, as far as the desk knows. */
function tellingWords(desk: Desk, withAddresses: boolean): (text: string) => boolean {
  const ofSites = desk.blogs
    .listBlogs()
    .flatMap((blog) => [
      blog.userName,
      blog.displayName,
      blog.name,
      ...(withAddresses ? [] : [blog.url, URL.parse(blog.url)?.hostname ?? '']),
    ])
  const words = [...ofSites, homedir(), hostname(), userInfo().username]
    .map((word) => word.toLowerCase())
    .filter((word) => word.length > 2)
  return (text) => words.some((word) => text.toLowerCase().includes(word))
}

/** In English digits, as the whole file, whatever language the desk speaks. */
const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`

const yesNo = (is: boolean): string => (is ? 'yes' : 'no')
