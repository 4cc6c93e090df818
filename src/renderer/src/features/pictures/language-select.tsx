import { Button as AriaButton, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { Icon } from '../../ui/icon.tsx'
import { languageName, OFFERED_LANGUAGES } from '../editor/details/languages.ts'

interface LanguageSelectProps {
  label: string
  /** '' while nobody said. */
  value: string
  onChange: (language: string) => void
}

export function LanguageSelect({ label, value, onChange }: LanguageSelectProps) {
  const offered = [...OFFERED_LANGUAGES, ...(value === '' ? [] : [value])]
  return (
    <Select
      className="field"
      value={value === '' ? 'none' : value}
      onChange={(key) => onChange(key === 'none' ? '' : String(key))}
    >
      <Label className="field-label">{label}</Label>
      <AriaButton className="button library-language">
        <SelectValue />
        <Icon name="chevron" />
      </AriaButton>
      <Popover className="popover">
        <ListBox className="menu">
          <ListBoxItem id="none" className="menu-item">
            Not said
          </ListBoxItem>
          {[...new Set(offered)].map((tag) => (
            <ListBoxItem key={tag} id={tag} className="menu-item">
              {languageName(tag)}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
