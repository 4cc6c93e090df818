import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { t } from '../../../../shared/words/t.ts'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/problem.tsx'

interface EditWaitingPostDialogProps {
  entry: OutboxEntry
  isOpen: boolean
  onClose: () => void
}

/** A post that waits is written on in its own place; what was asked for stays as it was unless it is taken back. */
export function EditWaitingPostDialog({ entry, isOpen, onClose }: EditWaitingPostDialogProps) {
  const { core } = useCore()
  const [, navigate] = useLocation()
  const open = (): void => navigate(`/writing/${entry.postId ?? ''}`)
  const cancel = useMutation(core.outbox.cancel.mutationOptions({ onSuccess: open }))
  return (
    <Dialog title={t('Change the post')} isOpen={isOpen} onClose={onClose}>
      <p className="writers-voice" dir="auto">
        {entry.what || t('Untitled')}
      </p>
      <p>
        {t(
          'What waits here keeps the words it had when you asked for it to be sent. What you write now does not go with it, unless you take it back first and publish the post again.',
        )}
      </p>
      {cancel.error && <ProblemNote error={appErrorOf(cancel.error)} />}
      <div className="dialog-actions">
        <Button onPress={onClose}>{t('Leave it')}</Button>
        <Button onPress={open}>{t('Only open the post')}</Button>
        <Button look="primary" isPending={cancel.isPending} onPress={() => cancel.mutate({ entryId: entry.id })}>
          {t('Take back and open')}
        </Button>
      </div>
    </Dialog>
  )
}
