import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { appErrorOf } from '../../../api/core-link.ts'
import { useCore } from '../../../api/queries.ts'
import type { Comment } from '../../../../../shared/domain/comment.ts'
import type { OutboxEntry } from '../../../../../shared/domain/outbox-entry.ts'
import { errorLine } from '../../../../../shared/sentences.ts'
import { ProblemNote } from '../../../ui/problem.tsx'
import { clockTime } from '../../../ui/times.ts'
import { useActiveBlog } from '../../blogs/active-blog.ts'
import { useLine } from '../../shell/use-line.ts'
import type { Notice } from '../use-notice.ts'
import type { ReplyDrafts } from '../use-reply-drafts.ts'
import type { Triage } from '../use-triage.ts'
import { ReplyForm } from './reply-form.tsx'
import { t } from '../../../../../shared/words/t.ts'
import { Rich } from '../../../ui/rich.tsx'

interface ReplyBoxProps {
  comment: Comment
  drafts: ReplyDrafts
  triage: Triage
  notice: Notice
  onClose: () => void
}

const SAVED_AFTER_MS = 250

/** An answer under its comment. Sending puts it into the outbox; taking it back within the hold brings the words back here. */
export function ReplyBox({ comment, drafts, triage, notice, onClose }: ReplyBoxProps) {
  const { core } = useCore()
  const blog = useActiveBlog()
  const line = useLine(blog.id)
  const [text, setText] = useState(() => drafts.textOf(comment.id))
  const cancel = useMutation(
    core.outbox.cancel.mutationOptions({
      onSuccess: () => notice.say(t('Taken back. Nothing was sent; your words are under “Reply”.')),
      onError: (error) => notice.say(errorLine(appErrorOf(error))),
    }),
  )
  const reply = useMutation(core.comments.reply.mutationOptions())
  const isSent = useRef(false)
  const save = useEffectEvent((words: string) => {
    if (!isSent.current) drafts.keep(comment.id, words)
  })
  const saveLast = useEffectEvent(() => save(text))

  useEffect(() => {
    const timer = setTimeout(() => save(text), SAVED_AFTER_MS)
    return () => clearTimeout(timer)
  }, [text])
  useEffect(() => () => saveLast(), [])

  function sent(entry: OutboxEntry, words: string): void {
    isSent.current = true
    drafts.keep(comment.id, '')
    onClose()
    triage.did(queuedWords(entry, comment.authorName || t('somebody')), () => {
      drafts.keep(comment.id, words)
      cancel.mutate({ entryId: entry.id })
    })
  }

  const name = comment.authorName || t('this comment')
  return (
    <ReplyForm
      label={t('Reply to {name}, as {me}', { name, me: blog.displayName })}
      heading={
        <Rich
          message="Reply to <name>{name}</name>, as <me>{me}</me>"
          values={{ name, me: blog.displayName }}
          parts={{ name: <bdi />, me: <bdi /> }}
        />
      }
      commentId={comment.id}
      text={text}
      onText={setText}
      onSubmit={(words) =>
        reply.mutate({ commentId: comment.id, text: words }, { onSuccess: (entry) => sent(entry, words) })
      }
      submitLabel={line?.state === 'open' ? t('Reply', {}, 'button') : t('Send when there is a line')}
      isPending={reply.isPending}
      leaveLabel={t('Later')}
      onLeave={onClose}
    >
      {drafts.error && (
        <p className="field-error" role="alert">
          {t('Your answer is not saved yet; the desk tries again by itself.')} {errorLine(drafts.error)}
        </p>
      )}
      {reply.error && <ProblemNote error={appErrorOf(reply.error)} />}
    </ReplyForm>
  )
}

const UNDO_MS = 60_000

/** What the person chose as a second look is said where it begins. */
function queuedWords({ createdAt, heldUntil, state }: OutboxEntry, name: string): string {
  if (state === 'held' && heldUntil === null)
    return t('Your reply to {name} stays in the outbox until you have looked at it again.', { name })
  if (heldUntil !== null && Date.parse(heldUntil) - Date.parse(createdAt) > UNDO_MS)
    return t('Your reply to {name} is held in the outbox until {time}.', { name, time: clockTime(heldUntil) })
  return t('Your reply to {name} is in the outbox.', { name })
}
