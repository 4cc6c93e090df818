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
import { Icon } from '../../ui/icon.tsx'

const OFFERED = [0, 1, 3, 7, 30]

/** How long what somebody asked about a reader stays here. */
export function AddressField({ days, onChange }: { days: number; onChange: (days: number) => void }) {
  return (
    <Select className="field" value={String(days)} onChange={(chosen) => onChange(Number(chosen))}>
      <Label className="field-label">Readers’ addresses that I looked at</Label>
      <AriaButton className="button">
        <SelectValue />
        <Icon name="chevron" />
      </AriaButton>
      <Text slot="description" className="field-hint">
        The desk asks for a reader’s e-mail and network address only when you want to see them.
      </Text>
      <Popover className="popover">
        <ListBox className="menu">
          {OFFERED.map((each) => (
            <ListBoxItem key={each} id={String(each)} className="menu-item" textValue={daysWords(each)}>
              {daysWords(each)}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}

function daysWords(days: number): string {
  if (days === 0) return 'Are not kept on this laptop'
  return days === 1 ? 'Are forgotten after a day' : `Are forgotten after ${days} days`
}
