import { useState } from 'react'
import type { CommentId } from '../../../../../shared/domain/ids.ts'
import type { OutboxEntry } from '../../../../../shared/domain/outbox-entry.ts'
import { entryWords } from '../../../../../shared/sentences.ts'
import { Button } from '../../../ui/button.tsx'
import { DiscardDialog } from '../../outbox/discard-dialog.tsx'
import { EditReplyDialog } from '../../outbox/edit-reply-dialog.tsx'
import { entryChoices } from '../../outbox/entry-choices.ts'
import { standingSentence } from '../../outbox/standing-sentence.ts'
import type { Notice } from '../use-notice.ts'
import type { ReplyDrafts } from '../use-reply-drafts.ts'
import { useReplyActs } from './use-reply-acts.ts'

interface ReplyStandingProps {
  entry: OutboxEntry
  notice: Notice
  drafts: ReplyDrafts
  /** Words of this reply are a draft under the comment again. */
  onDraft: (commentId: CommentId) => void
}

/** Under a reply that readers do not see: why, in the outbox's own sentence, and what can be done about it. */
export function ReplyStanding({ entry, notice, drafts, onDraft }: ReplyStandingProps) {
  const [asked, setAsked] = useState<'edit' | 'discard' | null>(null)
  const acts = useReplyActs(entry, { notice, drafts, onDraft })
  const choices = entryChoices(entry)
  const words = entryWords(entry)
  const isDone = entry.state === 'done'
  const name = entry.what.split(':', 1)[0] || 'the comment'
  const close = (): void => setAsked(null)
  return (
    <div className={words.tone === 'needs-you' ? 'reply-standing tone-needs-you' : 'reply-standing'}>
      <p>{isDone ? words.sentence : standingSentence(entry, '')}</p>
      <div className="comment-actions">
        {choices.canRelease && (
          <Button look="link" aria-label={`Let it go: reply to ${name}`} onPress={acts.release}>
            Let it go
          </Button>
        )}
        {choices.canTryNow && entry.state !== 'held' && !entry.isStopping && (
          <Button look="link" aria-label={`Try now: reply to ${name}`} onPress={acts.tryNow}>
            Try now
          </Button>
        )}
        {choices.canEdit && (
          <Button look="link" aria-label={`Change the reply to ${name}`} onPress={() => setAsked('edit')}>
            Change the reply
          </Button>
        )}
        {choices.canStop && (
          <Button look="link" aria-label={`Stop: reply to ${name}`} onPress={acts.stop}>
            Stop
          </Button>
        )}
        {(choices.canDiscard || isDone) && (
          <Button
            look="link"
            aria-label={`${isDone ? 'Use the words again' : 'Keep as a draft'}: reply to ${name}`}
            isDisabled={!drafts.isRead}
            onPress={acts.keepAsDraft}
          >
            {isDone ? 'Use the words again' : 'Keep as a draft'}
          </Button>
        )}
        {choices.canDiscard && (
          <Button look="link" aria-label={`Discard: reply to ${name}`} onPress={() => setAsked('discard')}>
            Discard
          </Button>
        )}
      </div>
      {asked === 'edit' && <EditReplyDialog entry={entry} isOpen onClose={close} />}
      {asked === 'discard' && <DiscardDialog entry={entry} isOpen onClose={close} />}
    </div>
  )
}
