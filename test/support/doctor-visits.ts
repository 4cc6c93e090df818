import { expect, onTestFinished } from 'vitest'
import type { DoctorQuestion } from '../../src/shared/contract/doctor-services.ts'
import { wrongIn, type DoctorCause, type DoctorVisit, type ExaminationId } from '../../src/shared/domain/doctor.ts'
import { siteReportSheet } from '../../src/shared/site-report-sheet.ts'
import { siteReportText } from '../../src/shared/site-report-text.ts'
import { openDesk, type TestDesk } from './open-desk.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** What is wrong, the cause first. */
export const causesIn = (visit: DoctorVisit): [ExaminationId, DoctorCause['cause']][] =>
  wrongIn(visit).map(({ id, finding }) => [id, finding.cause])

export const verdictsIn = (visit: DoctorVisit): Record<string, string | undefined> =>
  Object.fromEntries(visit.examinations.map(({ id, finding }) => [id, finding?.verdict]))

/** A desk for one test. */
export function deskForTest(ports: Parameters<typeof openDesk>[1] = {}): TestDesk {
  const desk = openDesk(temporaryFolder(), ports)
  onTestFinished(() => desk.close())
  return desk
}

/** However the site is broken: no name and no password is on the page, in the log or in what the window gets. */
export async function visitOf(question: DoctorQuestion, ports?: Parameters<typeof openDesk>[1]): Promise<DoctorVisit> {
  const desk = deskForTest(ports)
  const visit = await desk.mutate('doctor', 'visit', question)
  const told = [siteReportText(visit), siteReportSheet(visit), JSON.stringify(visit), ...desk.logLines].join('\n')
  if ('account' in question && question.account)
    for (const secret of [question.account.userName, question.account.applicationPassword])
      expect(told).not.toContain(secret)
  return visit
}
