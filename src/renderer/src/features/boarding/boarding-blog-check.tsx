import { useMutation } from '@tanstack/react-query'
import { Label, ProgressBar } from 'react-aria-components'
import { useLocation } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { boardingEndWords, boardingWords } from '../../../../shared/boarding-sentences.ts'
import type { BoardingBlog, BoardingLine, BoardingRun } from '../../../../shared/domain/boarding.ts'
import type { Line } from '../../../../shared/domain/line.ts'
import { byteWords } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { howFar } from '../shell/line-words.ts'
import { useLine } from '../shell/use-line.ts'
import { CheckLine } from './check-line.tsx'

export function BoardingBlogCheck({ blog, now }: { blog: BoardingBlog; now: Date }) {
  const line = useLine(blog.blogId)
  const end = blog.end && boardingEndWords(blog.end)
  return (
    <section className="boarding-group" aria-label={blog.name}>
      <h2>
        <bdi>{blog.name}</bdi>
      </h2>
      {blog.run?.step === 'asking' ? (
        <PicturesQuestion blogId={blog.blogId} run={blog.run} />
      ) : (
        blog.run && <RunProgress run={blog.run} line={line} />
      )}
      {!blog.run && end && <output className="boarding-end tone-waits">{end}</output>}
      <ul>
        {blog.lines.map((each) => (
          <CheckLine key={each.what} words={boardingWords(each, now)} isReady={each.isReady}>
            <WhereToAct line={each} blogId={blog.blogId} />
          </CheckLine>
        ))}
      </ul>
    </section>
  )
}

/** The line costs: nothing of the pictures comes before somebody says so. */
function PicturesQuestion({ blogId, run }: { blogId: BoardingBlog['blogId']; run: BoardingRun }) {
  const { core } = useCore()
  const answer = useMutation(core.boarding.answerPictures.mutationOptions())
  return (
    <fieldset className="state-banner tone-waits" aria-label={t('Pictures over a line that costs')}>
      <output>
        {t(
          'The line costs. {count, plural, one {# picture, about {size}, is} other {# pictures, about {size}, are}} still to come.',
          { count: run.totalCount, size: byteWords(run.totalBytes) },
        )}
      </output>
      <Button isPending={answer.isPending} onPress={() => answer.mutate({ blogId, isWanted: true })}>
        {t('Fetch the pictures now')}
      </Button>
      <Button isPending={answer.isPending} onPress={() => answer.mutate({ blogId, isWanted: false })}>
        {t('Leave the pictures')}
      </Button>
      {answer.error && <ProblemNote error={appErrorOf(answer.error)} attempt="asking" />}
    </fieldset>
  )
}

/** Texts have no bar of their own: nobody knows how much is new before it is down. */
function RunProgress({ run, line }: { run: BoardingRun; line: Line | undefined }) {
  const isCounting = run.step === 'pictures' && run.totalCount > 0
  const label =
    run.step === 'texts'
      ? line?.progress
        ? t('Posts and comments: {howFar}', { howFar: howFar(line.progress) })
        : t('Posts and comments: asking the blog what is new')
      : isCounting
        ? t('Pictures: {doneCount, number} of {totalCount, number}, {done} of about {total}', {
            doneCount: run.doneCount,
            totalCount: run.totalCount,
            done: byteWords(run.doneBytes),
            total: byteWords(run.totalBytes),
          })
        : t('Pictures: asking the blog for their sizes')
  const percent = isCounting ? (run.doneBytes / Math.max(1, run.totalBytes)) * 100 : null
  return (
    <ProgressBar
      className="boarding-progress"
      {...(percent === null ? { isIndeterminate: true } : { value: percent })}
      valueLabel={label}
    >
      <Label>{label}</Label>
      <progress className="bar" aria-hidden="true" {...(percent === null ? {} : { value: percent, max: 100 })} />
    </ProgressBar>
  )
}

function WhereToAct({ line, blogId }: { line: BoardingLine; blogId: BoardingBlog['blogId'] }) {
  const { core } = useCore()
  const [, navigate] = useLocation()
  const setSettings = useMutation(core.settings.set.mutationOptions())
  const place = line.isReady ? null : placeOf(line)
  if (place === null) return null
  const go = async (): Promise<void> => {
    await setSettings.mutateAsync({ activeBlogId: blogId })
    navigate(place.path)
  }
  return (
    <Button look="link" onPress={() => void go()}>
      {place.label}
    </Button>
  )
}

function placeOf(line: BoardingLine): { label: string; path: string } | null {
  switch (line.what) {
    case 'account':
      return line.password === 'missing' || line.reason?.kind === 'unauthorized'
        ? { label: t('Connect again'), path: '/connect' }
        : null
    case 'outbox':
      return { label: t('See the outbox'), path: '/outbox' }
    case 'conflicts':
      return { label: t('See the posts'), path: '/writing' }
    case 'posts':
    case 'comments':
    case 'pictures':
      return null
  }
}
