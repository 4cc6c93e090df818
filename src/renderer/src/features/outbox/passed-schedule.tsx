import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { PostId } from '../../../../shared/domain/ids.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { nowAtBlog } from '../editor/publish/blog-clock.ts'
import { firstChosenTime, publishTime, type ChosenTime } from '../editor/publish/publish-time.ts'
import { PublishTimeField } from '../editor/publish/publish-time-field.tsx'
import { whenWords } from '../editor/publish/publish-words.ts'
import { useLine } from '../shell/use-line.ts'

/** A post whose time passed without a line: nothing becomes public late unless the person says so here. */
export function PassedSchedule({ postId, what }: { postId: PostId; what: string }) {
  const { core } = useCore()
  const blog = useActiveBlog()
  const line = useLine(blog.id)
  const [asked, setAsked] = useState<{ chosen: ChosenTime; at: Date } | null>(null)
  const publish = useMutation(core.posts.publish.mutationOptions({ onSuccess: () => setAsked(null) }))
  const time = asked && publishTime(asked.chosen, blog.timeZone, nowAtBlog(line, asked.at))
  const isLater = asked?.chosen.isLater === true
  const choose = (chosen: ChosenTime): void => setAsked({ chosen, at: new Date() })
  const ask = (startsLater: boolean): void => {
    publish.reset()
    choose(firstChosenTime(new Date(), blog.timeZone, startsLater))
  }
  return (
    <>
      <Button onPress={() => ask(false)}>{t('Publish now…')}</Button>
      <Button onPress={() => ask(true)}>{t('Another time…')}</Button>
      <Dialog title={t('Its time has passed')} isOpen={asked !== null} onClose={() => setAsked(null)}>
        <dl className="facts">
          <dt>{t('What', {}, 'facts before publishing')}</dt>
          <dd>
            <strong className="writers-voice facts-title" dir="auto">
              {what || t('Untitled')}
            </strong>
          </dd>
          <dt>{t('Where', {}, 'facts before publishing')}</dt>
          <dd>
            <bdi>{blog.name}</bdi>
          </dd>
          <dt>{t('When', {}, 'facts before publishing')}</dt>
          <dd>{isLater && time?.ok ? time.sentence : asked && whenWords(blog, line, asked.at)}</dd>
          <dt>{t('Under the name of')}</dt>
          <dd>
            <bdi>{blog.displayName}</bdi>
          </dd>
        </dl>
        {asked && time && (
          <PublishTimeField
            chosen={asked.chosen}
            onChange={choose}
            time={time}
            clockOffsetMs={line?.clockOffsetMs ?? 0}
          />
        )}
        {publish.error && <ProblemNote error={appErrorOf(publish.error)} />}
        <div className="dialog-actions">
          <Button onPress={() => setAsked(null)}>{t('Not yet')}</Button>
          <Button
            look="primary"
            isPending={publish.isPending}
            isDisabled={time?.ok !== true}
            onPress={() => time?.ok && publish.mutate({ postId, as: 'publish', publishAt: time.publishAt })}
          >
            {isLater ? t('Schedule', {}, 'button') : t('Publish')}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
