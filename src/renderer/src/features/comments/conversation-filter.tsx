import {
  CONVERSATION_VIEWS,
  type ConversationView,
  type PostConversation,
} from '../../../../shared/domain/conversation.ts'
import { FilterChips } from '../../ui/filter-chips.tsx'

interface ConversationFilterProps {
  view: ConversationView
  lines: readonly PostConversation[]
  onChange: (view: ConversationView) => void
}

const NAMES: Record<ConversationView, string> = {
  all: 'All',
  unanswered: 'Unanswered',
  unread: 'New',
  held: 'Held',
  flagged: 'Flagged',
}

export const nothingIn: Record<ConversationView, string> = {
  all: 'No comments yet.',
  unanswered: 'Everything is answered.',
  unread: 'Everything is read.',
  held: 'Nothing is held.',
  flagged: 'Nothing is flagged.',
}

/** What of the conversation is shown. */
export function ConversationFilter({ view, lines, onChange }: ConversationFilterProps) {
  return (
    <FilterChips
      views={CONVERSATION_VIEWS}
      names={NAMES}
      value={view}
      countOf={(of) => lines.reduce((sum, { counts }) => sum + counts[of], 0)}
      onChange={onChange}
    />
  )
}
