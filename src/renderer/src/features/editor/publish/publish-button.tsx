import { useMutation } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { t } from '../../../../../shared/words/t.ts'
import { appErrorOf } from '../../../api/core-link.ts'
import { useCore } from '../../../api/queries.ts'
import type { UtcIso } from '../../../../../shared/domain/ids.ts'
import type { Post } from '../../../../../shared/domain/post.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { type Live, useLivePart } from '../../../ui/live.ts'
import { ProblemNote } from '../../../ui/problem.tsx'
import { useActiveBlog } from '../../blogs/active-blog.ts'
import { useCommand } from '../../commands/registered-commands.ts'
import { PairsNotice } from '../../pairs/pairs-notice.tsx'
import { PublishSealFields, usePublishSeal } from '../../review/publish-seal.tsx'
import { useLine } from '../../shell/use-line.ts'
import { ChecksSummary } from '../checks/checks-summary.tsx'
import type { Checks } from '../checks/use-checks.ts'
import { usePostSummary } from '../use-post-summary.ts'
import type { PostFields, WorkingCopy } from '../working-copy.ts'
import { nowAtBlog } from './blog-clock.ts'
import { firstChosenTime, publishTime, type ChosenTime } from './publish-time.ts'
import { PublishTimeField } from './publish-time-field.tsx'
import { PublishFacts } from './publish-facts.tsx'
import { publishWords, whenWords } from './publish-words.ts'
import { useTellQueued } from './use-tell-queued.ts'

interface PublishButtonProps {
  post: Post
  copy: WorkingCopy
  fields: PostFields
  editor: Editor
  checks: Live<Checks>
}

/** While nothing is asked no time is judged; the core refuses one that passed since it was chosen. */
const NEVER = new Date(0)

/** Asks once before something becomes public, and offers ten seconds to take it back. */
export function PublishButton({ post, copy, fields, editor, checks }: PublishButtonProps) {
  const { client } = useCore()
  const blog = useActiveBlog()
  const line = useLine(blog.id)
  const [askedAt, setAskedAt] = useState<Date | null>(null)
  const [chosen, setChosen] = useState<ChosenTime>(() => firstChosenTime(new Date(), blog.timeZone))
  const [why, setWhy] = useState('')
  const tell = useTellQueued()
  // One act with the saving: older words than those on the screen are never sent, and a disk that is full is said.
  const publish = useMutation({
    async mutationFn(asked: { publishAt: UtcIso | null; urgent: { why: string; name: string } | null }) {
      await copy.keep()
      return client.posts.publish.mutate({ postId: post.id, as: words.as, ...asked })
    },
    onSuccess: (entry) => {
      setAskedAt(null)
      tell(entry)
    },
  })
  const { state, remoteStatus, isSticky, hasStickyWish } = usePostSummary(post)
  const words = publishWords(blog, line, { kind: post.kind, remoteStatus })
  const publishSeal = usePublishSeal(post.id, blog, words.as === 'publish')
  const isStopped = useLivePart(checks, ({ open }) => open.some(({ severity }) => severity === 'stops'))
  const isLater = words.canSchedule && chosen.isLater
  const time = publishTime({ ...chosen, isLater }, blog.timeZone, askedAt ? nowAtBlog(line, askedAt) : NEVER)

  const { isMissing, policy, name } = publishSeal
  const urgent = isMissing && policy.allowsUrgent ? { why: why.trim(), name: name.trim() } : null
  const mayNot = isMissing && (urgent === null || urgent.why === '' || urgent.name === '')

  function choose(next: ChosenTime): void {
    setAskedAt(new Date())
    setChosen(next)
    const at = publishTime(next, blog.timeZone, nowAtBlog(line, new Date()))
    checks.read().checkFor(next.isLater && at.ok ? at.publishAt : null)
  }

  function ask(): void {
    publish.reset()
    setAskedAt(new Date())
    checks.read().checkFor(null)
    setChosen(firstChosenTime(new Date(), blog.timeZone))
    void copy.flush().then(publishSeal.look)
  }
  useCommand('publish', ask)

  return (
    <>
      <Button look={state === 'published' ? 'plain' : 'primary'} onPress={ask}>
        {words.button}
      </Button>
      <Dialog title={words.question} isOpen={askedAt !== null} onClose={() => setAskedAt(null)}>
        {askedAt && (
          <PublishFacts
            blog={blog}
            fields={fields}
            editor={editor}
            top={hasStickyWish && post.stickyFixed === null ? isSticky : null}
            when={isLater && time.ok ? time.sentence : whenWords(blog, line, askedAt)}
          />
        )}
        {words.canSchedule && (
          <PublishTimeField chosen={chosen} onChange={choose} time={time} clockOffsetMs={line?.clockOffsetMs ?? 0} />
        )}
        {isLater && (
          <p className="field-hint">
            {t(
              'The blog makes it public then. If there is no line before that, nothing is sent and the desk asks you.',
            )}
          </p>
        )}
        {askedAt && <ChecksSummary checks={checks} onGone={() => setAskedAt(null)} />}
        {askedAt && <PairsNotice postId={post.id} language={fields.language} />}
        <PublishSealFields publishSeal={publishSeal} why={why} onWhy={setWhy} />
        {publish.error && <ProblemNote error={appErrorOf(publish.error)} />}
        <div className="dialog-actions">
          <Button onPress={() => setAskedAt(null)}>{t('Not yet')}</Button>
          <Button
            look="primary"
            isPending={publish.isPending}
            isDisabled={!time.ok || mayNot || isStopped}
            onPress={() => {
              if (!time.ok) return
              const { publishAt } = time
              publish.mutate({ publishAt, urgent })
            }}
          >
            {isMissing && policy.allowsUrgent ? t('Publish as urgent') : isLater ? words.schedule : words.confirm}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
