import {
  Button as AriaButton,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select,
  SelectValue,
  Text,
} from 'react-aria-components'
import { numberWords } from '../../../shared/words/number-words.ts'
import { Icon } from './icon.tsx'

export interface ChoiceOption<Id extends string> {
  id: Id
  label: string
  /** How many there are of it. */
  count?: number
}

interface ChoiceProps<Id extends string> {
  label: string
  value: Id
  options: readonly ChoiceOption<Id>[]
  onChange: (id: Id) => void
  /** `quiet`: among other controls, where what is chosen says enough; the label is heard only. */
  look?: 'field' | 'quiet'
  hint?: string
  className?: string
}

/** One of a few, in a list that unfolds. */
export function Choice<Id extends string>(props: ChoiceProps<Id>) {
  const { label, value, options, onChange, look = 'field', hint, className = look === 'field' ? 'field' : '' } = props
  return (
    <Select
      className={className}
      {...(look === 'quiet' && { 'aria-label': label })}
      value={value}
      onChange={(key) => onChange(key as Id)}
    >
      {look === 'field' && <Label className="field-label">{label}</Label>}
      <AriaButton className={look === 'field' ? 'button' : 'button button-quiet'}>
        <SelectValue />
        <Icon name="chevron" />
      </AriaButton>
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <Popover className="popover">
        <ListBox className="menu">
          {options.map((option) => (
            <ListBoxItem key={option.id} id={option.id} textValue={option.label} className="menu-item">
              <bdi>{option.label}</bdi>
              {option.count !== undefined && <span className="field-hint"> {numberWords(option.count)}</span>}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
