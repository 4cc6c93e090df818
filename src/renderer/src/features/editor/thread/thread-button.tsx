import { numberWords } from '../../../../../shared/words/number-words.ts'
import { COMMANDS } from '../../../../../shared/commands/commands.ts'
import { t } from '../../../../../shared/words/t.ts'
import { IconButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { PostThread } from './use-post-thread.ts'
import './thread.css'

/** Brings the conversation beside the text, and says how many in it wait for an answer; none where nobody said anything. */
export function ThreadButton({ thread }: { thread: PostThread }) {
  const { conversation, isOpen, toggle } = thread
  if (!conversation) return null
  const { unanswered } = conversation.counts
  return (
    <IconButton
      name={nameOf(isOpen, unanswered)}
      aria-expanded={isOpen}
      aria-keyshortcuts={COMMANDS.thread.shortcut}
      onPress={toggle}
    >
      <Icon name="conversation" />
      {unanswered > 0 && (
        <span className="thread-count">{unanswered > 99 ? `${numberWords(99)}+` : numberWords(unanswered)}</span>
      )}
    </IconButton>
  )
}

function nameOf(isOpen: boolean, unanswered: number): string {
  if (unanswered === 0) return isOpen ? t('Hide the conversation') : t('Show the conversation')
  return isOpen
    ? t('Hide the conversation, {unanswered, number} unanswered', { unanswered })
    : t('Show the conversation, {unanswered, number} unanswered', { unanswered })
}
