import { Choice } from '../../ui/choice.tsx'
import { t } from '../../../../shared/words/t.ts'

/** `since`: against what was proposed when this desk last looked. */
export type ReviewView = 'changes' | 'final' | 'since'

interface ViewChoiceProps {
  view: ReviewView
  onView: (view: ReviewView) => void
  /** It was looked at before. */
  hasSeen: boolean
}

/** How the text is shown: with what is suggested, as it would be, or with what is new. */
export function ViewChoice({ view, onView, hasSeen }: ViewChoiceProps) {
  return (
    <Choice
      label={t('Show', {}, 'how a text is shown')}
      look="quiet"
      value={view}
      options={[
        { id: 'changes', label: t('All suggestions') },
        { id: 'final', label: t('As it would be') },
        ...(hasSeen ? [{ id: 'since' as const, label: t('Changed since you last saw it') }] : []),
      ]}
      onChange={onView}
    />
  )
}
