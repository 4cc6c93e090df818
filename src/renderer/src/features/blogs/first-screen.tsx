import { useQuery } from '@tanstack/react-query'
import { Link, Redirect, Route, Switch, useLocation } from 'wouter'
import type { Settings } from '../../../../shared/contract/settings-input.ts'
import { numberWords } from '../../../../shared/words/number-words.ts'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { Button } from '../../ui/button.tsx'
import { useCore } from '../../api/queries.ts'
import { ProblemNote } from '../../ui/problem.tsx'
import { OpenHandoverButton } from '../handover/open-handover-dialog.tsx'
import { OpenFileButton } from '../review/travel/open-file-button.tsx'
import { ReviewerFrame } from '../review/travel/reviewer-frame.tsx'
import { useReviewFileDrop } from '../review/travel/use-review-file-drop.ts'
import { ConnectScreen, GuidanceScreen, ReviewScreen } from '../shell/places.ts'
import { useCommandsWithoutBlog } from '../shell/use-desk-commands.ts'
import { FirstSteps } from './first-steps.tsx'
import { usePracticeBlog } from './use-practice-blog.ts'
import './blogs.css'

/** A desk without a blog: who writes and in which language, then connect one, practise, or open what came as a file. */
export function FirstScreen({ settings }: { settings: Settings }) {
  const { core } = useCore()
  useCommandsWithoutBlog()
  const reviews = useQuery(core.reviews.queue.queryOptions())
  // What is handed in on a blog that is just being connected makes nobody a reviewer without one.
  const isReviewer = (reviews.data ?? []).some(({ isThroughBlog }) => !isThroughBlog)
  if (reviews.isPending) return <p className="opening">{t('Opening the desk…')}</p>
  return (
    <Switch>
      <Route path="/connect">
        <main className="alone">
          <ConnectScreen backTo="/" startAddress="" offersPractice={isReviewer} />
        </main>
      </Route>
      <Route path="/guidance/:articleId?">
        {({ articleId }) => (
          <ReviewerFrame backTo={isReviewer ? '/review' : '/'}>
            <GuidanceScreen articleId={articleId ?? null} />
          </ReviewerFrame>
        )}
      </Route>
      <Route path="/review/:reviewId?">
        {({ reviewId }) =>
          isReviewer ? (
            <ReviewerFrame backTo={null}>
              <ReviewScreen reviewId={reviewId ?? null} />
            </ReviewerFrame>
          ) : (
            <Welcome settings={settings} />
          )
        }
      </Route>
      <Route>{isReviewer ? <Redirect to="/review" replace /> : <Welcome settings={settings} />}</Route>
    </Switch>
  )
}

function Welcome({ settings }: { settings: Settings }) {
  const [, navigate] = useLocation()
  const practise = usePracticeBlog()
  const dropProps = useReviewFileDrop()
  return (
    <main className="alone" {...dropProps}>
      <div className="welcome">
        <p className="brand">Attaché</p>
        <h1>{t('A desk for your blog that works without a line')}</h1>
        <p className="welcome-lead">
          {t(
            'Write, illustrate and answer wherever you are. What you finish waits here and goes when there is a line.',
          )}
        </p>
        <ol className="welcome-steps">
          <FirstSteps settings={settings} />
          <li data-step={numberWords(3)}>
            <h2>{t('Where do you begin?')}</h2>
            <div className="welcome-ways">
              <section>
                <h3>{t('A blog to practise on')}</h3>
                <p>{t('It lives inside this program with a dozen posts and comments; nothing on it is public.')}</p>
                <Button look="primary" isPending={practise.isPending} onPress={() => practise.mutate()}>
                  {practise.isPending ? t('Setting it up…') : t('Use the practice blog')}
                </Button>
              </section>
              <section>
                <h3>{t('Your blog')}</h3>
                <p>
                  {t('Sign in to the WordPress blog you write for; its posts and comments come down to this laptop.')}
                </p>
                <Button onPress={() => navigate('/connect')}>{t('Connect your blog')}</Button>
              </section>
            </div>
          </li>
        </ol>
        <p className="welcome-hint">
          {t('Whatever you leave out can be said later, under Settings.')}{' '}
          <Link href="/guidance" aria-keyshortcuts="F1">
            {t('Guidance')}
          </Link>
        </p>
        <div className="welcome-files">
          <section>
            <h2>{t('A review that came as a file')}</h2>
            <p>
              {t(
                'Read, change and approve a colleague’s draft. It takes no account and no line; it goes back as a file.',
              )}
            </p>
            <OpenFileButton />
          </section>
          <section>
            <h2>{t('A desk that was handed over')}</h2>
            <p>
              {t('Go on where you left off on another laptop, or where somebody else did, from one encrypted file.')}
            </p>
            <OpenHandoverButton />
          </section>
        </div>
        {practise.error && <ProblemNote attempt="asking" error={appErrorOf(practise.error)} />}
      </div>
    </main>
  )
}
