import { IconButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import type { PostThread } from './use-post-thread.ts'
import './thread.css'

/** Brings the conversation beside the text, and says how many in it wait for an answer; none where nobody said anything. */
export function ThreadButton({ thread }: { thread: PostThread }) {
  const { conversation, isOpen, toggle } = thread
  if (!conversation) return null
  const { unanswered } = conversation.counts
  const waits = unanswered === 0 ? '' : `, ${unanswered.toLocaleString('en-GB')} unanswered`
  return (
    <IconButton
      name={`${isOpen ? 'Hide' : 'Show'} the conversation${waits}`}
      aria-expanded={isOpen}
      aria-keyshortcuts="F4"
      onPress={toggle}
    >
      <Icon name="conversation" />
      {unanswered > 0 && <span className="thread-count">{unanswered > 99 ? '99+' : unanswered}</span>}
    </IconButton>
  )
}
