import { useMutation } from '@tanstack/react-query'
import { useCore } from '../../api/queries.ts'
import { wrongIn, type DoctorFinding, type DoctorVisit, type SiteReportKind } from '../../../../shared/domain/doctor.ts'
import { findingWords } from '../../../../shared/doctor-sentences.ts'
import { examinationTitle } from '../../../../shared/doctor-terms.ts'
import type { Tone } from '../../../../shared/sentences.ts'
import { siteReportText } from '../../../../shared/site-report-text.ts'
import { t } from '../../../../shared/words/t.ts'
import { Button } from '../../ui/button.tsx'
import { Rich } from '../../ui/rich.tsx'
import { useHandOut } from '../interchange/use-hand-out.ts'
import { CopyText } from './copy-text.tsx'
import { visitWords } from './visit-words.ts'

function mark(verdict: DoctorFinding['verdict']): { word: string; tone: Tone } {
  switch (verdict) {
    case 'fine':
      return { word: t('Fine', {}, 'verdict of the site doctor'), tone: 'done' }
    case 'attention':
      return { word: t('Look', {}, 'verdict of the site doctor'), tone: 'waits' }
    case 'broken':
      return { word: t('Broken', {}, 'verdict of the site doctor'), tone: 'needs-you' }
    case 'not-looked-at':
      return { word: t('Skipped', {}, 'verdict of the site doctor'), tone: 'plain' }
  }
}

/** The cause first, then everything that was looked at; at the end the report for those who run the site. */
export function DoctorFindings({ visit }: { visit: DoctorVisit }) {
  const isDone = visit.endedAt !== null
  return (
    <>
      {isDone && <Outcome visit={visit} />}
      <section aria-labelledby="doctor-looked">
        <h3 id="doctor-looked" className="field-label">
          {t('What was looked at')}
        </h3>
        <ul className="doctor-list">
          {visit.examinations.flatMap(({ id, finding }) =>
            finding === null
              ? []
              : [
                  <li key={id} className="doctor-line">
                    <span className={`badge tone-${mark(finding.verdict).tone}`}>{mark(finding.verdict).word}</span>
                    <span>
                      <Rich
                        message="<title>{examination}:</title> <what>{what}</what>"
                        values={{ examination: examinationTitle(id), what: findingWords(finding).what }}
                        parts={{
                          title: <strong />,
                          what: <bdi className={finding.verdict === 'not-looked-at' ? 'field-hint' : ''} />,
                        }}
                      />
                    </span>
                  </li>,
                ],
          )}
        </ul>
      </section>
      {isDone && <SiteReport visit={visit} />}
    </>
  )
}

function Outcome({ visit }: { visit: DoctorVisit }) {
  const [cause, ...others] = wrongIn(visit)
  if (!cause)
    return <div className={`state-banner tone-${visit.isCancelled ? 'plain' : 'done'}`}>{visitWords(visit, false)}</div>
  const { what, next } = findingWords(cause.finding)
  const tone = cause.finding.verdict === 'broken' ? 'needs-you' : 'waits'
  return (
    <div className={`state-banner tone-${tone}`}>
      <div>
        <p>
          <strong>
            <bdi>{what}</bdi>
          </strong>
        </p>
        {next !== '' && <p>{next}</p>}
        {others.map(({ id, finding }) => (
          <p key={id}>
            <Rich
              message="Also, {examination}: <what>{what}</what>"
              values={{ examination: examinationTitle(id), what: findingWords(finding).what }}
              parts={{ what: <bdi /> }}
            />
          </p>
        ))}
      </div>
    </div>
  )
}

function SiteReport({ visit }: { visit: DoctorVisit }) {
  const { core } = useCore()
  const { saveFile } = useHandOut()
  const prepare = useMutation(core.doctor.prepareReport.mutationOptions({ onSuccess: (file) => saveFile(file) }))
  const text = siteReportText(visit)
  const isSaving = (as: SiteReportKind): boolean => prepare.isPending && prepare.variables.as === as
  return (
    <section aria-labelledby="doctor-report">
      <h3 id="doctor-report" className="field-label">
        {t('Site report')}
      </h3>
      <p className="field-hint">
        {t('For those who run the site. This is all of it: no name, no password, no text of yours.')}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a place that scrolls has to be reached by the keyboard */}
      <pre className="doctor-report" dir="ltr" tabIndex={0} aria-labelledby="doctor-report">
        {text}
      </pre>
      <div className="doctor-report-acts">
        <Button isPending={isSaving('html')} onPress={() => prepare.mutate({ as: 'html' })}>
          {t('Save to print or send…')}
        </Button>
        <Button isPending={isSaving('txt')} onPress={() => prepare.mutate({ as: 'txt' })}>
          {t('Save as text…')}
        </Button>
        <CopyText text={text} copiedWords={t('The report is on the clipboard.')} />
      </div>
    </section>
  )
}
