import { useMutation, useQuery } from '@tanstack/react-query'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { DoctorQuestion } from '../../../../shared/contract/doctor-services.ts'
import { EXAMINATIONS, type DoctorVisit } from '../../../../shared/domain/doctor.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { DoctorFindings } from './doctor-findings.tsx'
import { visitWords } from './visit-words.ts'
import './doctor.css'

interface DoctorDialogProps {
  question: DoctorQuestion
  isOpen: boolean
  onClose: () => void
}

/** Says first what it will do; then how far it is, and what the cause is. Closed, a visit goes on. */
export function DoctorDialog({ question, isOpen, onClose }: DoctorDialogProps) {
  return (
    <Dialog title={t('Site doctor')} isOpen={isOpen} onClose={onClose}>
      <Visit question={question} onClose={onClose} />
    </Dialog>
  )
}

function Visit({ question, onClose }: Omit<DoctorDialogProps, 'isOpen'>) {
  const { core } = useCore()
  const last = useQuery(core.doctor.last.queryOptions())
  const visit = useMutation(core.doctor.visit.mutationOptions())
  const cancel = useMutation(core.doctor.cancel.mutationOptions())
  const shown = last.data && isAbout(last.data, question) ? last.data : null
  const isRunning = shown !== null && shown.endedAt === null
  const words = shown === null ? '' : visitWords(shown, cancel.isPending || shown.isCancelled)
  return (
    <>
      {shown === null && <Intro question={question} />}
      {/* There from the beginning: only what changes in it is read out. */}
      <output className="visually-hidden">{words}</output>
      {isRunning && <HowFar visit={shown} words={words} />}
      {shown !== null && <DoctorFindings visit={shown} />}
      {visit.error && <ProblemNote attempt="asking" error={appErrorOf(visit.error)} />}
      <div className="dialog-actions">
        <Button onPress={onClose}>{t('Close')}</Button>
        {isRunning ? (
          <Button look="primary" isPending={cancel.isPending} onPress={() => cancel.mutate()}>
            {t('End the visit')}
          </Button>
        ) : (
          <Button look="primary" autoFocus isPending={visit.isPending} onPress={() => visit.mutate(question)}>
            {shown === null ? t('Look at the site') : t('Look again')}
          </Button>
        )}
      </div>
    </>
  )
}

const isAbout = ({ subject }: DoctorVisit, question: DoctorQuestion): boolean =>
  'blogId' in question
    ? subject.blogId === question.blogId
    : subject.blogId === null && subject.address === question.address.trim()

function Intro({ question }: { question: DoctorQuestion }) {
  const mayWrite = 'blogId' in question || question.account !== null
  return (
    <>
      <p>
        {t(
          'The doctor looks at the site step by step, from its address to what posts may contain, and says what the cause is and who can mend it.',
        )}
      </p>
      {mayWrite ? (
        <p>
          {t(
            'It signs in, writes a draft of its own and uploads up to three grey pictures, and takes all of it away again. Nothing is published, and nothing you wrote is used.',
          )}
        </p>
      ) : (
        <p>{t('No password was given, so it looks only at what anybody may see, and writes nothing.')}</p>
      )}
    </>
  )
}

function HowFar({ visit, words }: { visit: DoctorVisit; words: string }) {
  const done = visit.examinations.filter(({ finding }) => finding !== null).length
  return (
    <div className="doctor-progress">
      <p aria-hidden="true">{words}</p>
      <progress aria-label={t('How far the visit is')} max={EXAMINATIONS.length} value={done} />
    </div>
  )
}
