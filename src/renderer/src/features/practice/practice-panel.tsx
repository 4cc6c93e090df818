import { useMutation, useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { LESSONS, type LessonId, type PracticeCourse } from '../../../../shared/domain/practice.ts'
import { t } from '../../../../shared/words/t.ts'
import { useCore } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { lessonWords } from './lesson-words.ts'
import { useBeginPractice } from './use-begin-practice.ts'
import './practice.css'

/** The lesson that is next, beside the work. It ticks itself; put away, it is found again under Guidance. */
export function PracticePanel({ onGone }: { onGone: (() => void) | undefined }) {
  const { core } = useCore()
  const course = useQuery(core.practice.course.queryOptions()).data
  if (!course || course.standing === 'left') return null
  return (
    <section className="practice" aria-labelledby="practice-heading">
      <h2 id="practice-heading" className="practice-heading">
        {t('Guided practice')}
      </h2>
      {course.standing === 'not-begun' ? <Offer onGone={onGone} /> : <UnderWay course={course} onGone={onGone} />}
    </section>
  )
}

function Offer({ onGone }: { onGone: (() => void) | undefined }) {
  const begin = useBeginPractice(onGone)
  return (
    <>
      <p>{t('Six small things, from a sentence to a lost line. Ten minutes; stop whenever you like.')}</p>
      <div className="practice-acts">
        <Button isPending={begin.isPending} onPress={() => begin.mutate()}>
          {t('Begin the lessons')}
        </Button>
        <LeaveButton label={t('Not now')} />
      </div>
    </>
  )
}

function UnderWay({ course, onGone }: { course: PracticeCourse; onGone: (() => void) | undefined }) {
  const { next, done } = course
  return (
    <>
      <Ticks done={done} />
      <div aria-live="polite">
        {next === null ? (
          <p>{t('All six are done. Nothing of it was public.')}</p>
        ) : (
          <>
            <h3>{lessonWords(next).name}</h3>
            <p>{lessonWords(next).how}</p>
          </>
        )}
      </div>
      <div className="practice-acts">
        {next !== null && <GoThere lesson={next} course={course} onGone={onGone} />}
        <LeaveButton label={next === null ? t('Put this away') : t('Leave the lessons')} />
      </div>
    </>
  )
}

function Ticks({ done }: { done: readonly LessonId[] }) {
  return (
    <p className="practice-ticks">
      <span className="visually-hidden">
        {t('{done, number} of {all, number} done', { done: done.length, all: LESSONS.length })}
      </span>
      {LESSONS.map((lesson) => (
        <span
          key={lesson}
          aria-hidden="true"
          className={done.includes(lesson) ? 'practice-tick practice-tick-done' : 'practice-tick'}
        >
          {done.includes(lesson) && <Icon name="check" />}
        </span>
      ))}
    </p>
  )
}

/** To where the lesson is done, or, without a line, what makes it so. */
function GoThere({
  lesson,
  course: { askedUnder, isLineCut },
  onGone,
}: {
  lesson: LessonId
  course: PracticeCourse
  onGone: (() => void) | undefined
}) {
  const { core } = useCore()
  const [, navigate] = useLocation()
  const begin = useBeginPractice(onGone)
  const setLine = useMutation(core.practice.setLine.mutationOptions())
  if (lesson === 'lost-line')
    return (
      <Button isPending={setLine.isPending} onPress={() => setLine.mutate({ isCut: !isLineCut })}>
        {isLineCut ? t('Give the line back') : t('Cut the line')}
      </Button>
    )
  if (lesson === 'answer' || lesson === 'correct')
    return (
      <Button
        onPress={() => {
          navigate(askedUnder === null ? '/conversation' : `/conversation/${askedUnder}`)
          onGone?.()
        }}
      >
        {t('Go to the question')}
      </Button>
    )
  return (
    <Button isPending={begin.isPending} onPress={() => begin.mutate()}>
      {t('Go to the lesson’s post')}
    </Button>
  )
}

function LeaveButton({ label }: { label: string }) {
  const { core } = useCore()
  const leave = useMutation(core.practice.leave.mutationOptions())
  return (
    <Button look="link" onPress={() => leave.mutate()}>
      {label}
    </Button>
  )
}
