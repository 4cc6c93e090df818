import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import {
  CONVERSATION_VIEWS,
  type ConversationView,
  type PostConversation,
} from '../../../../shared/domain/conversation.ts'

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

/** What of the conversation is shown, each with how much there is of it. */
export function ConversationFilter({ view, lines, onChange }: ConversationFilterProps) {
  const count = (of: ConversationView): number => lines.reduce((sum, { counts }) => sum + counts[of], 0)
  return (
    <ToggleButtonGroup
      className="conversation-filter"
      aria-label="Show"
      disallowEmptySelection
      selectedKeys={[view]}
      onSelectionChange={(keys) => {
        const chosen = CONVERSATION_VIEWS.find((each) => keys.has(each))
        if (chosen) onChange(chosen)
      }}
    >
      {CONVERSATION_VIEWS.map((each) => (
        <ToggleButton key={each} id={each} className="chip">
          {NAMES[each]} <span className="chip-count">{count(each).toLocaleString('en-GB')}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
