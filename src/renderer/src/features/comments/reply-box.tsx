import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { Comment } from '../../../../shared/domain/comment.ts'
import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { useLine } from '../shell/use-line.ts'
import type { Notice } from './use-notice.ts'
import type { ReplyDrafts } from './use-reply-drafts.ts'
import type { Triage } from './use-triage.ts'

interface ReplyBoxProps {
  comment: Comment
  drafts: ReplyDrafts
  triage: Triage
  notice: Notice
  onClose: () => void
}

const SAVED_AFTER_MS = 250

/** A plain-text answer. Sending puts it into the outbox; taking it back within the hold brings the words back here. */
export function ReplyBox({ comment, drafts, triage, notice, onClose }: ReplyBoxProps) {
  const { core } = useCore()
  const blog = useActiveBlog()
  const line = useLine(blog.id)
  const [text, setText] = useState(() => drafts.textOf(comment.id))
  const cancel = useMutation(
    core.outbox.cancel.mutationOptions({
      onSuccess: () => notice.say('Taken back. Nothing was sent; your words are under “Reply”.'),
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

  function sent(entry: OutboxEntry): void {
    const words = text
    isSent.current = true
    drafts.keep(comment.id, '')
    onClose()
    triage.did(`Your reply to ${comment.authorName || 'somebody'} is in the outbox.`, () => {
      drafts.keep(comment.id, words)
      cancel.mutate({ entryId: entry.id })
    })
  }

  return (
    <form
      className="reply-box"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') reply.mutate({ commentId: comment.id, text }, { onSuccess: sent })
      }}
    >
      <TextField className="field" autoFocus value={text} onChange={setText}>
        <Label>
          Reply to {comment.authorName || 'this comment'}, as {blog.displayName}
        </Label>
        <TextArea className="input writers-voice" dir="auto" rows={4} maxLength={65_000} />
      </TextField>
      {drafts.error && (
        <p className="field-error" role="alert">
          Your answer is not saved yet; the desk tries again by itself. {errorLine(drafts.error)}
        </p>
      )}
      {reply.error && <ProblemNote error={appErrorOf(reply.error)} />}
      <div className="dialog-actions">
        <Button onPress={onClose}>Later</Button>
        <Button type="submit" look="primary" isDisabled={text.trim() === '' || reply.isPending}>
          {line?.state === 'open' ? 'Reply' : 'Send when there is a line'}
        </Button>
      </div>
    </form>
  )
}
