import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { CommentId } from '../../../../shared/domain/ids.ts'
import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem.tsx'
import { ReplyForm } from '../comments/reply/reply-form.tsx'

interface EditReplyDialogProps {
  entry: OutboxEntry
  isOpen: boolean
  onClose: () => void
}

/** Other words for a reply that waits; they take its place in the order. */
export function EditReplyDialog({ entry, isOpen, onClose }: EditReplyDialogProps) {
  return (
    <Dialog title={t('Change the reply')} isOpen={isOpen} onClose={onClose}>
      {isOpen && entry.commentId !== null && <EditReply entry={entry} commentId={entry.commentId} onClose={onClose} />}
    </Dialog>
  )
}

function EditReply({ entry, commentId, onClose }: { entry: OutboxEntry; commentId: CommentId; onClose: () => void }) {
  const { core } = useCore()
  const reply = useQuery(core.outbox.replyText.queryOptions({ entryId: entry.id }))
  const edit = useMutation(core.comments.editReply.mutationOptions({ onSuccess: onClose }))
  const [changed, setChanged] = useState<string | null>(null)
  if (reply.error) return <ProblemNote error={appErrorOf(reply.error)} />
  if (!reply.data) return null
  return (
    <ReplyForm
      label={t('Your reply')}
      commentId={commentId}
      text={changed ?? reply.data.text}
      onText={setChanged}
      onSubmit={(text) => edit.mutate({ entryId: entry.id, text })}
      submitLabel={t('Use these words')}
      isPending={edit.isPending}
      leaveLabel={t('Leave it as it was')}
      onLeave={onClose}
    >
      <p className="field-hint">{t('Only these words are sent. Those from before stay here, under “Taken back”.')}</p>
      {edit.error && <ProblemNote error={appErrorOf(edit.error)} />}
    </ReplyForm>
  )
}
