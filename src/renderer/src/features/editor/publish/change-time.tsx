import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { t } from '../../../../../shared/words/t.ts'
import { appErrorOf } from '../../../api/core-link.ts'
import { useCore } from '../../../api/queries.ts'
import { mayPublish } from '../../../../../shared/domain/blog.ts'
import type { NewSchedule, PostSummary } from '../../../../../shared/domain/post.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ProblemNote } from '../../../ui/problem.tsx'
import { bothClocks } from '../../../ui/times.ts'
import { useActiveBlog } from '../../blogs/active-blog.ts'
import { useLine } from '../../shell/use-line.ts'
import { nowAtBlog, wallTimeAtBlog, type WallTime } from './blog-clock.ts'
import { publishTime } from './publish-time.ts'
import { whenWords } from './publish-words.ts'
import { useTellQueued } from './use-tell-queued.ts'
import { WallTimeFields } from './wall-time-fields.tsx'

interface Asked {
  as: NewSchedule['as']
  wall: WallTime
  at: Date
}

const ANSWERS: readonly NewSchedule['as'][] = ['future', 'publish', 'draft']

function answerWords(as: NewSchedule['as']): { choice: string; act: string } {
  switch (as) {
    case 'future':
      return { choice: t('At another time'), act: t('Change the time') }
    case 'publish':
      return { choice: t('Now', {}, 'when a post becomes public'), act: t('Publish now') }
    case 'draft':
      return { choice: t('Not by itself: make it a draft again'), act: t('Take it off the schedule') }
  }
}

/** When a scheduled post goes out, and the way to change that. Its words are another matter, see the Update button. */
export function ChangeTime({ post }: { post: Pick<PostSummary, 'id' | 'kind' | 'title' | 'publishedAt'> }) {
  const { core } = useCore()
  const blog = useActiveBlog()
  const line = useLine(blog.id)
  const tell = useTellQueued()
  const [asked, setAsked] = useState<Asked | null>(null)
  const reschedule = useMutation(
    core.posts.reschedule.mutationOptions({
      onSuccess: (entry) => {
        setAsked(null)
        tell(entry)
      },
    }),
  )
  if (post.publishedAt === null) return null
  const planned = bothClocks(new Date(post.publishedAt), blog.timeZone)
  const wall = wallTimeAtBlog(new Date(post.publishedAt), blog.timeZone)
  const time = asked && publishTime({ ...asked, isLater: true }, blog.timeZone, nowAtBlog(line, asked.at))
  const to = asked && newSchedule(asked, time)
  return (
    <>
      <p>{t('Goes out on {time}.', { time: planned })}</p>
      {mayPublish(blog.rights, post.kind) && (
        <Button
          look="link"
          onPress={() => {
            reschedule.reset()
            setAsked({ as: 'future', wall, at: new Date() })
          }}
        >
          {t('Change its time…')}
        </Button>
      )}
      <Dialog title={t('When does it go out?')} isOpen={asked !== null} onClose={() => setAsked(null)}>
        <dl className="facts">
          <dt>{t('What', {}, 'facts before publishing')}</dt>
          <dd>
            <strong className="writers-voice facts-title" dir="auto">
              {post.title || t('Untitled')}
            </strong>
          </dd>
          <dt>{t('Where', {}, 'facts before publishing')}</dt>
          <dd>
            <bdi>{blog.name}</bdi>
          </dd>
          <dt>{t('Planned', {}, 'facts before publishing')}</dt>
          <dd>{planned}</dd>
        </dl>
        {asked && time && (
          <>
            <RadioGroup
              className="field"
              value={asked.as}
              onChange={(as) => setAsked({ ...asked, as: as as Asked['as'], at: new Date() })}
            >
              <Label className="field-label">{t('When it becomes public')}</Label>
              {ANSWERS.map((as) => (
                <Radio key={as} value={as} className="radio">
                  <span className="radio-box" />
                  {answerWords(as).choice}
                </Radio>
              ))}
            </RadioGroup>
            {asked.as === 'future' && (
              <WallTimeFields
                wall={asked.wall}
                onChange={(chosen) => setAsked({ ...asked, wall: chosen, at: new Date() })}
                time={time}
                clockOffsetMs={line?.clockOffsetMs ?? 0}
              />
            )}
            <p className="field-hint">
              {asked.as === 'publish' && `${whenWords(blog, line, asked.at)}. `}
              {t(
                'Only the time changes. If somebody else changes it first, or the old time comes first, nothing is sent and the desk asks you.',
              )}
            </p>
          </>
        )}
        {reschedule.error && <ProblemNote error={appErrorOf(reschedule.error)} />}
        <div className="dialog-actions">
          <Button onPress={() => setAsked(null)}>{t('Leave it')}</Button>
          <Button
            look="primary"
            isPending={reschedule.isPending}
            isDisabled={to === null}
            onPress={() => to && reschedule.mutate({ postId: post.id, to })}
          >
            {asked && answerWords(asked.as).act}
          </Button>
        </div>
      </Dialog>
    </>
  )
}

/** Null while the chosen time is none. */
function newSchedule({ as }: Asked, time: ReturnType<typeof publishTime> | null): NewSchedule | null {
  if (as !== 'future') return { as }
  return time?.ok && time.publishAt !== null ? { as, publishAt: time.publishAt } : null
}
