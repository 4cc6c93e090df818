import { wrongIn, type DoctorVisit, type TriedRequest } from './domain/doctor.ts'
import { EXAMINATION_TITLES, findingWords } from './doctor-sentences.ts'
import { hostWords } from './doctor-host-sentences.ts'

/**
 * One page of plain text for who runs the site: what is wrong, what was expected, what to change, and each request as it
 * stands in their log. No name, password or word of a person is in it.
 */
export function hostPage(visit: DoctorVisit): string {
  const { startedAt, endedAt } = visit
  const until = endedAt === null ? 'under way' : `until ${clockTime(endedAt)}`
  return [
    `SITE REPORT: ${siteOf(visit)}`,
    '',
    `Made by the blog desk Attaché, ${startedAt.slice(0, 10)} ${clockTime(startedAt)} ${until} UTC.`,
    'Nothing was published. No user name, no password and no text of a person is in this report.',
    '',
    ...wrongPart(visit),
    'WHAT WORKS',
    ...listed(visit),
    '',
    ...notLookedAtPart(visit),
    'WHAT WAS TRIED (times are UTC)',
    ...visit.tried.flatMap(triedLines),
    '',
  ].join('\n')
}

/** `site-report-blog.example.org.txt`. */
export function hostPageName(visit: DoctorVisit): string {
  const name = siteOf(visit)
    .replace(/^https?:\/\//, '')
    .replaceAll(/[^\w.-]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
  return `site-report-${name || 'blog'}.txt`
}

/** As it was read; what was typed and is no address is not repeated. */
function siteOf({ subject, examinations }: DoctorVisit): string {
  const finding = examinations.find(({ id }) => id === 'address')?.finding
  if (finding?.verdict === 'fine' && finding.fact === 'address') return finding.address
  return subject.blogId === null ? 'no address' : subject.address
}

function wrongPart(visit: DoctorVisit): string[] {
  const wrong = wrongIn(visit)
  if (wrong.length === 0)
    return ['WHAT IS WRONG', visit.isCancelled ? '- Nothing so far; the visit was ended early.' : '- Nothing.', '']
  return wrong.flatMap(({ id, finding }, index) => {
    const host = hostWords(finding)
    const { what, next } = findingWords(finding)
    const heading = `${index === 0 ? 'THE CAUSE' : 'ALSO'}: ${EXAMINATION_TITLES[id]}`
    if (!host) return [heading, `  ${what}`, `  For the person at the desk: ${next}`, '']
    return [
      heading,
      `  What is wrong: ${host.wrong}`,
      `  Expected:      ${host.expected}`,
      '  What to change:',
      ...host.change.map((change) => `  - ${change}`),
      '',
    ]
  })
}

function notLookedAtPart(visit: DoctorVisit): string[] {
  const byReason = new Map<string, string[]>()
  for (const { id, finding } of visit.examinations) {
    if (finding?.verdict !== 'not-looked-at') continue
    const { what } = findingWords(finding)
    byReason.set(what, [...(byReason.get(what) ?? []), EXAMINATION_TITLES[id]])
  }
  const lines = [...byReason].map(([reason, titles]) => `- ${titles.join(', ')}: ${reason}`)
  return lines.length === 0 ? [] : ['NOT LOOKED AT', ...lines, '']
}

function listed({ examinations }: DoctorVisit): string[] {
  return examinations.flatMap(({ id, finding }) =>
    finding?.verdict === 'fine' ? [`- ${EXAMINATION_TITLES[id]}: ${findingWords(finding).what}`] : [],
  )
}

function triedLines({ at, method, path, sentBytes, status, failure, code, headers, tookMs }: TriedRequest): string[] {
  const sent = sentBytes === 0 ? '' : ` (${sentBytes} bytes)`
  const answer = status === null ? `no answer: ${failure ?? ''}` : `${status}${code === null ? '' : ` ${code}`}`
  const isTelling = status === null || status >= 300
  const shown = headers.filter(({ name }) => isTelling || name === 'server' || name === 'via' || name === 'cf-ray')
  return [
    `${clockTime(at)}  ${method} ${path}${sent}  ->  ${answer}  (${tookMs} ms)`,
    ...shown.map(({ name, value }) => `            ${name}: ${value}`),
  ]
}

const clockTime = (at: string): string => at.slice(11, 19)
