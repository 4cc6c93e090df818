import { findingWords } from './doctor-sentences.ts'
import { hostWords } from './doctor-host-sentences.ts'
import { examinationTitle } from './doctor-terms.ts'
import { wrongIn, type DoctorVisit, type SiteReportKind, type TriedRequest } from './domain/doctor.ts'
import { t } from './words/t.ts'

/** What a visit found, in the words for who runs the site. Headers and codes are the site's own; no name, password or word of a person is in it. */
export interface SiteReport {
  title: string
  made: string
  promise: string
  /** The cause first; one that says so where nothing is wrong. */
  wrong: ReportPart[]
  works: ReportPart
  /** null where everything was looked at. */
  notLookedAt: ReportPart | null
  tried: TriedLine[]
}

export interface ReportPart {
  heading: string
  /** Something that is wrong, and not a list of what was found. */
  isFault: boolean
  /** `label` with its colon, '' for none. */
  said: { label: string; text: string }[]
  points: { heading: string; texts: string[] }
}

export interface TriedLine {
  /** `09:41:07`, UTC. */
  at: string
  request: string
  answer: string
  tookMs: number
  headers: TriedRequest['headers']
}

export function siteReport(visit: DoctorVisit): SiteReport {
  const { startedAt, endedAt } = visit
  const [day, from] = [startedAt.slice(0, 10), clockTime(startedAt)]
  return {
    title: t('Site report: {site}', { site: siteOf(visit) }),
    made:
      endedAt === null
        ? t('Made by the blog desk Attaché, {day} {from} under way UTC.', { day, from })
        : t('Made by the blog desk Attaché, {day} {from} until {to} UTC.', { day, from, to: clockTime(endedAt) }),
    promise: t('Nothing was published. No user name, no password and no text of a person is in this report.'),
    wrong: wrongParts(visit),
    works: partOf(t('What works'), works(visit)),
    notLookedAt: notLookedAt(visit),
    tried: visit.tried.map(triedLine),
  }
}

/** `site-report-blog.example.org.txt`. */
export function siteReportName(visit: DoctorVisit, ending: SiteReportKind): string {
  const name = siteOf(visit)
    .replace(/^https?:\/\//, '')
    .replaceAll(/[^\w.-]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
  return `site-report-${name || 'blog'}.${ending}`
}

/** As it was read; what was typed and is no address is not repeated. */
function siteOf({ subject, examinations }: DoctorVisit): string {
  const finding = examinations.find(({ id }) => id === 'address')?.finding
  if (finding?.verdict === 'fine' && finding.fact === 'address') return finding.address
  return subject.blogId === null ? t('no address') : subject.address
}

const partOf = (heading: string, texts: string[]): ReportPart => ({
  heading,
  isFault: false,
  said: [],
  points: { heading: '', texts },
})

function wrongParts(visit: DoctorVisit): ReportPart[] {
  const wrong = wrongIn(visit)
  if (wrong.length === 0)
    return [
      partOf(t('What is wrong'), [
        visit.isCancelled ? t('Nothing so far; the visit was ended early.') : t('Nothing.', {}, 'is wrong'),
      ]),
    ]
  return wrong.map(({ id, finding }, index): ReportPart => {
    const host = hostWords(finding)
    const { what, next } = findingWords(finding)
    return {
      heading:
        index === 0
          ? t('The cause: {examination}', { examination: examinationTitle(id) })
          : t('Also: {examination}', { examination: examinationTitle(id) }),
      isFault: true,
      said: host
        ? [
            { label: t('What is wrong:'), text: host.wrong },
            { label: t('Expected:'), text: host.expected },
          ]
        : [
            { label: '', text: what },
            { label: t('For the person at the desk:'), text: next },
          ],
      points: { heading: t('What to change:'), texts: host?.change ?? [] },
    }
  })
}

const works = ({ examinations }: DoctorVisit): string[] =>
  examinations.flatMap(({ id, finding }) =>
    finding?.verdict === 'fine'
      ? [t('{examination}: {what}', { examination: examinationTitle(id), what: findingWords(finding).what })]
      : [],
  )

function notLookedAt({ examinations }: DoctorVisit): ReportPart | null {
  const byReason = new Map<string, string[]>()
  for (const { id, finding } of examinations) {
    if (finding?.verdict !== 'not-looked-at') continue
    const { what } = findingWords(finding)
    byReason.set(what, [...(byReason.get(what) ?? []), examinationTitle(id)])
  }
  const texts = [...byReason].map(([reason, titles]) =>
    t('{examinations}: {reason}', { examinations: titles.join(', '), reason }),
  )
  return texts.length === 0 ? null : partOf(t('Not looked at'), texts)
}

function triedLine({ at, method, path, sentBytes, status, failure, code, headers, tookMs }: TriedRequest): TriedLine {
  const isTelling = status === null || status >= 300
  return {
    at: clockTime(at),
    request:
      sentBytes === 0
        ? `${method} ${path}`
        : t('{request} ({sentBytes} bytes)', { request: `${method} ${path}`, sentBytes: String(sentBytes) }),
    answer:
      status === null
        ? t('no answer: {failure}', { failure: failure ?? '' })
        : `${status}${code === null ? '' : ` ${code}`}`,
    tookMs,
    headers: headers.filter(({ name }) => isTelling || name === 'server' || name === 'via' || name === 'cf-ray'),
  }
}

const clockTime = (at: string): string => at.slice(11, 19)
