import type { DoctorQuestion, DoctorService } from '../../../shared/contract/doctor-services.ts'
import { EXAMINATIONS, type DoctorSubject, type DoctorVisit } from '../../../shared/domain/doctor.ts'
import { utcIso, type BlogId } from '../../../shared/domain/ids.ts'
import { AppError } from '../../../shared/errors.ts'
import { siteReportName } from '../../../shared/site-report.ts'
import { siteReportSheet } from '../../../shared/site-report-sheet.ts'
import { siteReportText } from '../../../shared/site-report-text.ts'
import { examineSite, type ExaminedAccount } from '../blog-api/wordpress/examine-site.ts'
import { clockOffsetMs } from '../blogs/blog-clock.ts'
import type { BlogLines, PracticeLine } from '../blogs/blog-lines.ts'
import type { ChangeFeed } from '../change-feed.ts'
import type { PreparedFiles } from '../interchange/prepared-files.ts'
import { refuseBlog, refuseConnectedBlog } from '../policy/refuse-by-policy.ts'
import type { Clock, Log, Random, SecretStore } from '../ports.ts'
import type { StoredBlog } from '../store/blog-repository.ts'
import type { Desk } from '../store/desk.ts'

export interface DoctorPorts {
  desk: Desk
  clock: Clock
  random: Random
  feed: ChangeFeed
  log: Log
  lines: BlogLines
  secrets: SecretStore
  practice: () => PracticeLine
  prepared: PreparedFiles
  isLineCostly: () => boolean
}

const TOKEN_KEY = 'doctorToken'

/** One visit at a time. What was typed for it is forgotten with it. */
export function createDoctorService(ports: DoctorPorts): DoctorService & { close(): Promise<void> } {
  const { desk, clock, feed, log } = ports
  let last: DoctorVisit | null = null
  let running: { abort: AbortController; ended: Promise<unknown> } | null = null
  let isClosed = false

  const note = (visit: DoctorVisit): void => {
    last = visit
    if (!isClosed) feed.emit({ topic: 'doctor' })
  }

  async function cancel(): Promise<void> {
    const under = running
    under?.abort.abort()
    await under?.ended.catch(() => undefined)
  }

  async function examine(question: DoctorQuestion, signal: AbortSignal): Promise<DoctorVisit> {
    const { subject, account, kind } = await whatAbout(question)
    const begun = { subject, startedAt: utcIso(clock.now()), endedAt: null, isCancelled: false }
    const none = EXAMINATIONS.map((id) => ({ id, finding: null }))
    note({ ...begun, current: 'address', examinations: none, tried: [] })
    const given = {
      typedAddress: subject.address,
      account,
      isPractice: kind === 'practice',
      isMetered: ports.isLineCostly(),
      otherOffsetsMs: otherOffsets(subject.blogId),
      token: tokenOf(ports),
      clock,
    }
    const onProgress = (progress: Pick<DoctorVisit, 'current' | 'examinations' | 'tried'>): void =>
      note({ ...begun, ...progress, isCancelled: signal.aborted })
    const progress = await examineSite(given, { fetch: ports.lines.fetchFor(kind), signal, onProgress })
    const visit = { ...begun, ...progress, endedAt: utcIso(clock.now()), isCancelled: signal.aborted }
    log.info('doctor.visited', { blogId: subject.blogId, isCancelled: visit.isCancelled, ...countsOf(visit) })
    note(visit)
    return visit
  }

  async function whatAbout(question: DoctorQuestion): Promise<{
    subject: DoctorSubject
    account: ExaminedAccount | null
    kind: StoredBlog['kind']
  }> {
    if (!('blogId' in question)) {
      const account = question.account && { ...question.account, restRoot: null }
      const typed = URL.parse(/^https?:\/\//i.test(question.address) ? question.address : `https://${question.address}`)
      if (typed) refuseBlog(desk, typed.href)
      return { subject: { blogId: null, address: question.address }, account, kind: 'wordpress' }
    }
    const blog = desk.blogs.getBlog(question.blogId)
    if (blog.kind === 'archive') throw new AppError({ kind: 'not-allowed-now', why: 'an-archive' })
    if (blog.kind === 'wordpress') refuseConnectedBlog(desk, blog.url)
    const { kind, url: address, userName, restRoot } = blog
    const applicationPassword =
      kind === 'practice' ? ports.practice().applicationPassword : await ports.secrets.find(blog.id)
    const account = applicationPassword === null ? null : { userName, applicationPassword, restRoot }
    return { subject: { blogId: blog.id, address }, account, kind }
  }

  const otherOffsets = (blogId: BlogId | null): number[] =>
    desk.blogs
      .listBlogs()
      .filter(({ id, kind, lastSyncedAt }) => kind === 'wordpress' && id !== blogId && lastSyncedAt !== null)
      .map(({ id }) => clockOffsetMs(desk, id))

  return {
    last: () => last,
    async visit(question) {
      await cancel()
      const abort = new AbortController()
      const ended = examine(question, abort.signal).finally(() => {
        if (running?.abort === abort) running = null
      })
      running = { abort, ended }
      return ended
    },
    cancel,
    prepareReport(as) {
      if (!last) throw new AppError({ kind: 'no-such-item', what: 'file' })
      const [text, mimeType] =
        as === 'html' ? [siteReportSheet(last), 'text/html'] : [siteReportText(last), 'text/plain; charset=utf-8']
      const bytes = new TextEncoder().encode(text)
      return ports.prepared.put({ fileName: siteReportName(last, as), mimeType, bytes })
    },
    /** Ends what is under way without waiting for the blog: a draft that stays is taken away by the next visit. */
    async close() {
      isClosed = true
      running?.abort.abort()
    },
  }
}

function tokenOf({ desk, random }: DoctorPorts): string {
  const known = desk.settings.find(TOKEN_KEY)
  if (typeof known === 'string') return known
  const token = Buffer.from(random.bytes(16)).toString('hex')
  desk.settings.put(TOKEN_KEY, token)
  return token
}

function countsOf({ examinations }: DoctorVisit): { brokenCount: number; attentionCount: number } {
  const count = (verdict: string): number => examinations.filter(({ finding }) => finding?.verdict === verdict).length
  return { brokenCount: count('broken'), attentionCount: count('attention') }
}
