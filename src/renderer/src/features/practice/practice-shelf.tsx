import { useMutation, useQuery } from '@tanstack/react-query'
import { LESSONS, type PracticeCourse } from '../../../../shared/domain/practice.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { showToast } from '../../ui/toasts.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { usePracticeBlog } from '../blogs/use-practice-blog.ts'
import { lessonWords } from './lesson-words.ts'
import { useBeginPractice } from './use-begin-practice.ts'
import './practice.css'

/** The lessons in full, where they are taken up again, and the posts that came with the practice blog. */
export function PracticeShelf() {
  const { core } = useCore()
  const course = useQuery(core.practice.course.queryOptions())
  if (course.isPending) return null
  return (
    <article className="practice-shelf">
      <h2>{t('Guided practice')}</h2>
      {course.data ? <Lessons course={course.data} /> : <NoPracticeBlog />}
    </article>
  )
}

function NoPracticeBlog() {
  const practise = usePracticeBlog()
  return (
    <>
      <p>{t('The lessons are taken on the practice blog inside this program, on which nothing is public.')}</p>
      <Button isPending={practise.isPending} onPress={() => practise.mutate()}>
        {t('Use the practice blog')}
      </Button>
    </>
  )
}

function Lessons({ course }: { course: PracticeCourse }) {
  const { client } = useCore()
  const active = useActiveBlog()
  const begin = useBeginPractice()
  const { done, standing, blogId } = course
  const go = async (): Promise<void> => {
    // What is written for a lesson belongs to the practice blog, whichever is open.
    if (active.id !== blogId) await client.settings.set.mutate({ activeBlogId: blogId })
    begin.mutate()
  }
  return (
    <>
      <ol className="practice-lessons">
        {LESSONS.map((lesson) => (
          <li key={lesson}>
            <span className={done.includes(lesson) ? 'practice-tick practice-tick-done' : 'practice-tick'}>
              {done.includes(lesson) && <Icon name="check" />}
            </span>
            <div>
              <h3>
                {lessonWords(lesson).name}
                {done.includes(lesson) && <span className="visually-hidden"> {t('Done', {}, 'a lesson')}</span>}
              </h3>
              <p>{lessonWords(lesson).how}</p>
            </div>
          </li>
        ))}
      </ol>
      {standing !== 'under-way' && (
        <Button look="primary" isPending={begin.isPending} onPress={() => void go()}>
          {standing === 'left' ? t('Take the lessons up again') : t('Begin the lessons')}
        </Button>
      )}
      <Samples course={course} />
    </>
  )
}

function Samples({ course: { samplesHere, samplesOfAll } }: { course: PracticeCourse }) {
  const { core, queryClient } = useCore()
  const onError = (error: unknown): void => showToast({ text: errorLine(appErrorOf(error)) })
  const remove = useMutation(
    core.practice.removeSamples.mutationOptions({
      onError,
      onSuccess: async ({ removed, kept }) => {
        showToast({
          text: `${t('{removed, plural, =0 {No sample was removed.} one {One sample was removed.} other {# samples were removed.}}', { removed })} ${
            kept === 0
              ? ''
              : t(
                  '{kept, plural, one {One stays, because something of yours is in it.} other {# stay, because something of yours is in them.}}',
                  {
                    kept,
                  },
                )
          }`.trim(),
        })
        await queryClient.invalidateQueries()
      },
    }),
  )
  const bring = useMutation(core.practice.bringSamplesBack.mutationOptions({ onError }))
  return (
    <section className="practice-samples">
      <h3>{t('The posts that came with the practice blog')}</h3>
      <p>
        {t('{here, number} of {all, number} are there. Whatever you wrote, changed or answered yourself stays.', {
          here: samplesHere,
          all: samplesOfAll,
        })}
      </p>
      <div className="practice-samples-acts">
        {samplesHere > 0 && (
          <Button isPending={remove.isPending} onPress={() => remove.mutate()}>
            {t('Remove the samples')}
          </Button>
        )}
        {samplesHere < samplesOfAll && (
          <Button isPending={bring.isPending} onPress={() => bring.mutate()}>
            {t('Bring the samples back')}
          </Button>
        )}
      </div>
    </section>
  )
}
