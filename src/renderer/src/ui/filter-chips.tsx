import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { t } from '../../../shared/words/t.ts'
import { numberWords } from '../../../shared/words/number-words.ts'

interface FilterChipsProps<View extends string> {
  views: readonly View[]
  names: Record<View, string>
  value: View
  countOf: (view: View) => number
  onChange: (view: View) => void
}

/** What of a list is shown, each with how much there is of it. */
export function FilterChips<View extends string>({ views, names, value, countOf, onChange }: FilterChipsProps<View>) {
  return (
    <ToggleButtonGroup
      className="filter-chips"
      aria-label={t('Show')}
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = views.find((each) => keys.has(each))
        if (chosen) onChange(chosen)
      }}
    >
      {views.map((each) => (
        <ToggleButton key={each} id={each} className="chip">
          {names[each]} <span className="chip-count">{numberWords(countOf(each))}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
