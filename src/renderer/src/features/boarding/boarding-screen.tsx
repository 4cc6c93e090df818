import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { diskWords } from '../../../../shared/boarding-sentences.ts'
import type { BoardingCheck } from '../../../../shared/domain/boarding.ts'
import { byteWords } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { Empty, Problem, ProblemNote } from '../../ui/problem.tsx'
import { useNow } from '../../ui/use-now.ts'
import { BoardingBlogCheck } from './boarding-blog-check.tsx'
import { CheckLine } from './check-line.tsx'
import './boarding.css'

/** Before a trip: what of each blog is on this laptop, and one button that brings down the rest. */
export function BoardingScreen() {
  const { core } = useCore()
  const check = useQuery(core.boarding.check.queryOptions(undefined, { staleTime: 0 }))
  const now = useNow()
  if (check.error) return <Problem error={appErrorOf(check.error)} />
  return (
    <div className="boarding">
      <h1>{t('Boarding check')}</h1>
      {check.data === undefined ? (
        <output className="boarding-lead">{t('Looking at what is on this laptop…')}</output>
      ) : check.data.blogs.length === 0 ? (
        <Empty title={t('No blog is signed in')}>
          <p>
            {t(
              'Connect a blog first. What it has then comes down to this laptop, to be read and answered without a line.',
            )}
          </p>
          <Link href="/connect" className="button">
            {t('Connect a blog')}
          </Link>
        </Empty>
      ) : (
        <>
          <Departure check={check.data} />
          {check.data.blogs.map((blog) => (
            <BoardingBlogCheck key={blog.blogId} blog={blog} now={now} />
          ))}
          <section className="boarding-group" aria-label={t('This laptop')}>
            <h2>{t('This laptop')}</h2>
            <ul>
              <CheckLine words={diskWords(check.data.disk)} isReady={check.data.disk.isReady} />
            </ul>
          </section>
        </>
      )}
    </div>
  )
}

/** The whole answer in one line, and the one button. */
function Departure({ check }: { check: BoardingCheck }) {
  const { core } = useCore()
  const bringDown = useMutation(core.boarding.bringDown.mutationOptions())
  const stop = useMutation(core.boarding.stop.mutationOptions())
  const error = bringDown.error ?? stop.error
  return (
    <section className="departure" aria-label={t('Ready to leave')}>
      <div>
        <output className="departure-word writers-voice">{departureWord(check)}</output>
        <p className="departure-hint">{hintWords(check)}</p>
      </div>
      {check.isRunning ? (
        <Button isPending={stop.isPending} onPress={() => stop.mutate()}>
          {stop.isPending ? t('Stopping…') : t('Stop', {}, 'bringing down')}
        </Button>
      ) : (
        <Button
          look={check.isReady ? 'plain' : 'primary'}
          isPending={bringDown.isPending}
          onPress={() => bringDown.mutate()}
        >
          {t('Bring everything down')}
        </Button>
      )}
      {error && <ProblemNote error={appErrorOf(error)} attempt="asking" />}
    </section>
  )
}

function departureWord(check: BoardingCheck): string {
  if (!check.isRunning) return check.isReady ? t('Ready to leave.') : t('Not ready to leave yet.')
  return check.blogs.some(({ run }) => run?.step === 'asking')
    ? t('A question below waits for your answer.')
    : t('Bringing everything down…')
}

function hintWords(check: BoardingCheck): string {
  if (check.isRunning) return t('You can go on working meanwhile. Stopped, it goes on from there the next time.')
  if (check.isReady) return t('Everything below can be read and answered without a line.')
  const lines = check.blogs.flatMap((blog) => blog.lines)
  const toDoCount = [...lines, check.disk].filter(({ isReady }) => !isReady).length
  const toBringBytes = lines.reduce((sum, line) => sum + (line.what === 'pictures' ? line.toBringBytes : 0), 0)
  return [
    t('{count, plural, one {One thing below is still to do.} other {# things below are still to do.}}', {
      count: toDoCount,
    }),
    ...(toBringBytes > 0 ? [t('About {size} of pictures are to come.', { size: byteWords(toBringBytes) })] : []),
  ].join(' ')
}
