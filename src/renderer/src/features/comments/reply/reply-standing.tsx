import { useState } from 'react'
import type { CommentId } from '../../../../../shared/domain/ids.ts'
import type { OutboxEntry } from '../../../../../shared/domain/outbox-entry.ts'
import { entryWords } from '../../../../../shared/sentences.ts'
import { Button } from '../../../ui/button.tsx'
import { EditReplyDialog } from '../../outbox/edit-reply-dialog.tsx'
import { entryChoices } from '../../outbox/entry-choices.ts'
import { standingSentence } from '../../outbox/standing-sentence.ts'
import { useTakeBack } from '../../outbox/use-take-back.ts'
import type { Notice } from '../use-notice.ts'
import type { ReplyDrafts } from '../use-reply-drafts.ts'
import { useReplyActs } from './use-reply-acts.ts'
import { t } from '../../../../../shared/words/t.ts'

interface ReplyStandingProps {
  entry: OutboxEntry
  notice: Notice
  drafts: ReplyDrafts
  /** Words of this reply are a draft under the comment again. */
  onDraft: (commentId: CommentId) => void
}

/** Under a reply that readers do not see: why, in the outbox's own sentence, and what can be done about it. */
export function ReplyStanding({ entry, notice, drafts, onDraft }: ReplyStandingProps) {
  const [isEditing, setIsEditing] = useState(false)
  const takeBack = useTakeBack()
  const acts = useReplyActs(entry, { notice, drafts, onDraft })
  const choices = entryChoices(entry)
  const words = entryWords(entry)
  const isDone = entry.state === 'done'
  const name = entry.what.split(':', 1)[0] || t('the comment')
  return (
    <div className={words.tone === 'needs-you' ? 'reply-standing tone-needs-you' : 'reply-standing'}>
      <p>{isDone ? words.sentence : standingSentence(entry, '')}</p>
      <div className="comment-actions">
        {choices.canRelease && (
          <Button look="link" aria-label={t('Let it go: reply to {name}', { name })} onPress={acts.release}>
            {t('Let it go', {}, 'send what was kept here')}
          </Button>
        )}
        {choices.canTryNow && entry.state !== 'held' && !entry.isStopping && (
          <Button look="link" aria-label={t('Try now: reply to {name}', { name })} onPress={acts.tryNow}>
            {t('Try now')}
          </Button>
        )}
        {choices.canEdit && (
          <Button look="link" aria-label={t('Change the reply to {name}', { name })} onPress={() => setIsEditing(true)}>
            {t('Change the reply')}
          </Button>
        )}
        {choices.canStop && (
          <Button look="link" aria-label={t('Stop: reply to {name}', { name })} onPress={acts.stop}>
            {t('Stop', {}, 'sending')}
          </Button>
        )}
        {(choices.canDiscard || isDone) && (
          <Button
            look="link"
            aria-label={
              isDone
                ? t('Use the words again: reply to {name}', { name })
                : t('Keep as a draft: reply to {name}', { name })
            }
            isDisabled={!drafts.isRead}
            onPress={acts.keepAsDraft}
          >
            {isDone ? t('Use the words again') : t('Keep as a draft')}
          </Button>
        )}
        {choices.canDiscard && (
          <Button look="link" aria-label={t('Discard: reply to {name}', { name })} onPress={() => takeBack(entry)}>
            {t('Discard')}
          </Button>
        )}
      </div>
      {isEditing && <EditReplyDialog entry={entry} isOpen onClose={() => setIsEditing(false)} />}
    </div>
  )
}
