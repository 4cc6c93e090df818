import { t } from '../../../../shared/words/t.ts'
import { Choice } from '../../ui/choice.tsx'
import { languageName, OFFERED_LANGUAGES } from '../editor/details/languages.ts'

interface LanguageSelectProps {
  label: string
  /** '' while nobody said. */
  value: string
  onChange: (language: string) => void
}

export function LanguageSelect({ label, value, onChange }: LanguageSelectProps) {
  const offered = new Set([...OFFERED_LANGUAGES, ...(value === '' ? [] : [value])])
  return (
    <Choice
      label={label}
      value={value === '' ? 'none' : value}
      options={[
        { id: 'none', label: t('Not said') },
        ...[...offered].map((tag) => ({ id: tag, label: languageName(tag) })),
      ]}
      onChange={(tag) => onChange(tag === 'none' ? '' : tag)}
    />
  )
}
