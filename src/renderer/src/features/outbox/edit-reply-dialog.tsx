import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem.tsx'

interface EditReplyDialogProps {
  entry: OutboxEntry
  isOpen: boolean
  onClose: () => void
}

/** Other words for a reply that waits; they take its place in the order. */
export function EditReplyDialog({ entry, isOpen, onClose }: EditReplyDialogProps) {
  return (
    <Dialog title="Change the reply" isOpen={isOpen} onClose={onClose}>
      {isOpen && <EditReply entry={entry} onClose={onClose} />}
    </Dialog>
  )
}

function EditReply({ entry, onClose }: Omit<EditReplyDialogProps, 'isOpen'>) {
  const { core } = useCore()
  const reply = useQuery(core.outbox.replyText.queryOptions({ entryId: entry.id }))
  const edit = useMutation(core.comments.editReply.mutationOptions({ onSuccess: onClose }))
  const [changed, setChanged] = useState<string | null>(null)
  const text = changed ?? reply.data?.text ?? ''
  const error = reply.error ?? edit.error
  return (
    <form
      className="reply-box"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') edit.mutate({ entryId: entry.id, text })
      }}
    >
      <TextField className="field" autoFocus value={text} onChange={setChanged} isDisabled={!reply.data}>
        <Label>Your reply</Label>
        <TextArea className="input writers-voice" dir="auto" rows={6} maxLength={65_000} />
      </TextField>
      <p className="field-hint">Only these words are sent. Those from before stay here, under “Taken back”.</p>
      {error && <ProblemNote error={appErrorOf(error)} />}
      <div className="dialog-actions">
        <Button onPress={onClose}>Leave it as it was</Button>
        <Button type="submit" look="primary" isDisabled={text.trim() === ''} isPending={edit.isPending}>
          Use these words
        </Button>
      </div>
    </form>
  )
}
