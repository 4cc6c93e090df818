import { useQuery } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import { useCore } from '../../../api/queries.ts'
import { openBlanks } from '../../../../../shared/conversation/blanks.ts'
import { LONGEST_REPLY_BYTES } from '../../../../../shared/conversation/reply-document.ts'
import { bytesOf } from '../../../../../shared/conversation/reply-text.ts'
import type { CommentId } from '../../../../../shared/domain/ids.ts'
import { Button } from '../../../ui/button.tsx'
import { ReplyEditor } from './reply-editor.tsx'
import { ReplyLength } from './reply-length.tsx'
import { SavedRepliesMenu } from './saved-replies-menu.tsx'
import { t } from '../../../../../shared/words/t.ts'
import { Rich } from '../../../ui/rich.tsx'

interface ReplyFormProps {
  label: string
  /** The same to be seen, where it names people whose script may run the other way. */
  heading?: ReactNode
  commentId: CommentId
  text: string
  onText: (text: string) => void
  onSubmit: (text: string) => void
  submitLabel: string
  isPending: boolean
  leaveLabel: string
  onLeave: () => void
  autoFocus?: boolean
  /** What else there is to say, between the words and the buttons. */
  children?: ReactNode
}

/**
 * A reply and what becomes of it, under its comment and in the outbox alike. Nothing with an open blank is handed over without
 * the person being told: the first press tells, the second is theirs.
 */
export function ReplyForm({ label, commentId, text, onText, onSubmit, isPending, ...props }: ReplyFormProps) {
  const { core } = useCore()
  const context = useQuery(core.comments.replyContext.queryOptions({ commentId }))
  const form = useRef<HTMLFormElement>(null)
  const [told, setTold] = useState('')
  const open = openBlanks(text)
  const isTold = open.length > 0 && told === open.join()
  const isTooLong = bytesOf(text) > LONGEST_REPLY_BYTES
  const canSubmit = text !== '' && !isTooLong && !isPending

  function submit(): void {
    if (!canSubmit) return
    if (open.length > 0 && !isTold) setTold(open.join())
    else onSubmit(text)
  }

  return (
    <form
      ref={form}
      className="reply-box"
      onSubmit={(event) => {
        // React also hands over what dialogs opened from here submit.
        if (event.target !== form.current) return
        event.preventDefault()
        submit()
      }}
    >
      <span className="field-label">{props.heading ?? label}</span>
      {!context.isPending && (
        <ReplyEditor
          label={label}
          initial={text}
          language={context.data?.language ?? ''}
          direction={context.data?.direction ?? 'ltr'}
          autoFocus={props.autoFocus ?? true}
          onChange={onText}
          onSubmit={submit}
          renderTools={(insert) =>
            context.data && <SavedRepliesMenu context={context.data} text={text} insert={insert} />
          }
        />
      )}
      <ReplyLength text={text} language={context.data?.language ?? ''} />
      {isTold && (
        <p className="field-error" role="alert">
          <Rich
            message="{count, plural, one {This is} other {These are}} still to be filled: <blanks>{blanks}</blanks>. Write what belongs there, or send it as it is."
            values={{ count: open.length, blanks: open.join(' ') }}
            parts={{ blanks: <bdi /> }}
          />
        </p>
      )}
      {props.children}
      <div className="dialog-actions">
        <Button onPress={props.onLeave}>{props.leaveLabel}</Button>
        <Button type="submit" look="primary" isDisabled={!canSubmit}>
          {isTold ? t('Send it as it is') : props.submitLabel}
        </Button>
      </div>
    </form>
  )
}
