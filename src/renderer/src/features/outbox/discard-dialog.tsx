import { useMutation } from '@tanstack/react-query'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem.tsx'

interface EntryDialogProps {
  entry: OutboxEntry
  isOpen: boolean
  onClose: () => void
}

/** Asks once. Nothing of the words is lost, and it says where they are. */
export function DiscardDialog({ entry, isOpen, onClose }: EntryDialogProps) {
  const { core } = useCore()
  const cancel = useMutation(core.outbox.cancel.mutationOptions({ onSuccess: onClose }))
  const isReply = entry.kind === 'send-reply'
  return (
    <Dialog title={isReply ? t('Discard this reply?') : t('Take it back?')} isOpen={isOpen} onClose={onClose}>
      <p className="writers-voice" dir="auto">
        {entry.what || t('Untitled')}
      </p>
      <p>
        {isReply
          ? t('It is not sent. Its words stay in the outbox, under “Taken back”, and can be used again.')
          : entry.kind === 'moderate-comment'
            ? t('It is not sent. The comment stays as it is on the blog.')
            : entry.kind === 'send-review'
              ? t('It is not sent. The review stays here as it is, and can be sent another way.')
              : t('It is not sent, and the pictures that only it shows are not either. Its words stay in the post.')}
      </p>
      {cancel.error && <ProblemNote error={appErrorOf(cancel.error)} />}
      <div className="dialog-actions">
        <Button onPress={onClose}>{t('Leave it')}</Button>
        <Button look="primary" isPending={cancel.isPending} onPress={() => cancel.mutate({ entryId: entry.id })}>
          {isReply ? t('Discard') : t('Take back')}
        </Button>
      </div>
    </Dialog>
  )
}
