import { useMemo } from 'react'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { listedSuggestions } from './listed-suggestions.ts'
import { SuggestedWords, SuggestionActs, type SuggestionListProps } from './suggestion-list.tsx'

/** The suggestion one has gone to, right under the text, so that hands and eyes stay there. */
export function SuggestionStrip({
  mode,
  suggestions,
  decided,
  authorOf,
  categoryNames,
  acts,
  onTakeBack,
}: Omit<SuggestionListProps, 'onGone'>) {
  const { overlay, ids, currentId } = suggestions
  const listed = useMemo(() => listedSuggestions(overlay, categoryNames), [overlay, categoryNames])
  const one = listed.find(({ id }) => id === currentId)
  if (!one) return null
  const author = authorOf(one.id)
  return (
    <aside className="finding-strip suggestion-strip" aria-label="The suggestion here">
      <output className="finding-strip-words">
        <strong>
          {one.where} · {one.what}
        </strong>
        {author !== null && (
          <>
            {' by '}
            <bdi>{author}</bdi>
          </>
        )}{' '}
        <SuggestedWords one={one} />
      </output>
      <div className="finding-strip-acts">
        <SuggestionActs one={one} decision={decided.get(one.id)} mode={mode} acts={acts} onTakeBack={onTakeBack} />
        {mode !== 'reading' && (
          <span className="field-hint">
            {mode === 'deciding' ? 'Alt+Enter takes, Alt+Backspace leaves' : 'Alt+Backspace takes it back'}
          </span>
        )}
      </div>
      <div className="finding-strip-steps">
        <IconButton name="The one before (Shift+F8)" onPress={() => suggestions.step(-1)}>
          <Icon name="up" />
        </IconButton>
        <span className="field-hint">
          {ids.indexOf(one.id) + 1} of {ids.length}
        </span>
        <IconButton name="The next one (F8)" onPress={() => suggestions.step(1)}>
          <Icon name="down" />
        </IconButton>
        <IconButton name="Go on without (Escape)" onPress={suggestions.leave}>
          <Icon name="close" />
        </IconButton>
      </div>
    </aside>
  )
}
