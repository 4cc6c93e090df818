import {
  CONVERSATION_VIEWS,
  type ConversationView,
  type PostConversation,
} from '../../../../shared/domain/conversation.ts'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { t } from '../../../../shared/words/t.ts'

interface ConversationFilterProps {
  view: ConversationView
  lines: readonly PostConversation[]
  onChange: (view: ConversationView) => void
}

const names = (): Record<ConversationView, string> => ({
  all: t('All', {}, 'which comments are shown'),
  unanswered: t('Unanswered', {}, 'which comments are shown'),
  unread: t('New', {}, 'which comments are shown'),
  held: t('Held', {}, 'which comments are shown'),
  flagged: t('Flagged', {}, 'which comments are shown'),
})

export function nothingIn(view: ConversationView): string {
  switch (view) {
    case 'all':
      return t('No comments yet.')
    case 'unanswered':
      return t('Everything is answered.')
    case 'unread':
      return t('Everything is read.')
    case 'held':
      return t('Nothing is held.')
    case 'flagged':
      return t('Nothing is flagged.')
  }
}

/** What of the conversation is shown. */
export function ConversationFilter({ view, lines, onChange }: ConversationFilterProps) {
  return (
    <FilterChips
      views={CONVERSATION_VIEWS}
      names={names()}
      value={view}
      countOf={(of) => lines.reduce((sum, { counts }) => sum + counts[of], 0)}
      onChange={onChange}
    />
  )
}
