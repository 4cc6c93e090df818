import { writeFile } from 'node:fs/promises'
import type { DoctorQuestion } from '../../shared/contract/doctor-services.ts'
import { wrongIn, type DoctorFinding } from '../../shared/domain/doctor.ts'
import { siteReportSheet } from '../../shared/site-report-sheet.ts'
import { siteReportText } from '../../shared/site-report-text.ts'
import { findingWords } from '../../shared/doctor-sentences.ts'
import { examinationTitle } from '../../shared/doctor-terms.ts'
import { readPassword } from './read-password.ts'
import { CliError } from './cli-error.ts'
import type { Command, Invocation } from './command.ts'

const MARKS: Record<DoctorFinding['verdict'], string> = {
  fine: 'ok  ',
  attention: 'look',
  broken: 'BAD ',
  'not-looked-at': '-   ',
}

/** `doctor`: a visit to a connected blog, or to an address; the report for its host with `--out`, as a page where the name ends so. */
export const doctor: Command = async (invocation) => {
  const { desk, options, print } = invocation
  const visit = await desk.mutate('doctor', 'visit', await questionOf(invocation))
  const wrong = wrongIn(visit)
  if (options.out !== undefined) {
    const report = /\.html?$/i.test(options.out) ? siteReportSheet(visit) : siteReportText(visit)
    await writeFile(options.out, report).catch(() => {
      throw new CliError(`The report could not be saved to ${options.out}.`)
    })
  }
  const [cause] = wrong
  const { what, next } = cause ? findingWords(cause.finding) : { what: 'Nothing is wrong.', next: '' }
  print(visit, [
    ...visit.examinations.flatMap(({ id, finding }) =>
      finding ? [`${MARKS[finding.verdict]}  ${examinationTitle(id)}: ${findingWords(finding).what}`] : [],
    ),
    '',
    `${cause ? 'The cause: ' : ''}${what} ${next}`.trim(),
    options.out === undefined
      ? 'With --out FILE: the report for those who run the site; FILE.html is a page to print.'
      : `Saved: ${options.out}`,
  ])
  return wrong.length === 0
}

async function questionOf({ desk, options }: Invocation): Promise<DoctorQuestion> {
  if (options.site === undefined) return { blogId: (await desk.blog(options.blog)).id }
  const account =
    options.user === undefined ? null : { userName: options.user, applicationPassword: await readPassword() }
  return { address: options.site, account }
}
