import { useMemo } from 'react'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { listedSuggestions } from './listed-suggestions.ts'
import { SuggestedWords, SuggestionActs, type SuggestionListProps } from './suggestion-list.tsx'
import { t } from '../../../../shared/words/t.ts'
import { Rich } from '../../ui/rich.tsx'

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
    <aside className="finding-strip suggestion-strip" aria-label={t('The suggestion here')}>
      <output className="finding-strip-words">
        <strong>
          {one.where} · {one.what}
        </strong>
        {author !== null && (
          <>
            {' '}
            <Rich
              message="by <name>{name}</name>"
              context="a suggestion"
              values={{ name: author }}
              parts={{ name: <bdi /> }}
            />
          </>
        )}{' '}
        <SuggestedWords one={one} />
      </output>
      <div className="finding-strip-acts">
        <SuggestionActs one={one} decision={decided.get(one.id)} mode={mode} acts={acts} onTakeBack={onTakeBack} />
        {mode !== 'reading' && (
          <span className="field-hint">
            {mode === 'deciding'
              ? t('Alt+Enter takes, Alt+Backspace leaves', {}, 'a suggestion')
              : t('Alt+Backspace takes it back', {}, 'a suggestion')}
          </span>
        )}
      </div>
      <div className="finding-strip-steps">
        <IconButton name={t('The one before (Shift+F8)', {}, 'suggestion')} onPress={() => suggestions.step(-1)}>
          <Icon name="up" />
        </IconButton>
        <span className="field-hint">
          {t('{number, number} of {count, number}', { number: ids.indexOf(one.id) + 1, count: ids.length })}
        </span>
        <IconButton name={t('The next one (F8)', {}, 'suggestion')} onPress={() => suggestions.step(1)}>
          <Icon name="down" />
        </IconButton>
        <IconButton name={t('Go on without (Escape)', {}, 'deciding')} onPress={suggestions.leave}>
          <Icon name="close" />
        </IconButton>
      </div>
    </aside>
  )
}
