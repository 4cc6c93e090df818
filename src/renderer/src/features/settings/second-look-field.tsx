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
import type { Settings } from '../../../../shared/contract/inputs.ts'
import type { SecondLook } from '../../../../shared/domain/second-look.ts'
import { Icon } from '../../ui/icon.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'

interface SecondLookFieldProps {
  secondLook: Settings['secondLook']
  onChange: (secondLook: Settings['secondLook']) => void
}

const AT_ONCE = 'at-once'
const OFFERED: (SecondLook | typeof AT_ONCE)[] = [AT_ONCE, 2, 5, 15, 60, 'until-looked-at']

/** How long a reply on this blog waits for its writer to change their mind. */
export function SecondLookField({ secondLook, onChange }: SecondLookFieldProps) {
  const blog = useActiveBlog()
  return (
    <Select
      className="field"
      value={String(secondLook[blog.id] ?? AT_ONCE)}
      onChange={(chosen) => {
        const { [blog.id]: _before, ...others } = secondLook
        const look = OFFERED.find((each) => String(each) === chosen) ?? AT_ONCE
        onChange(look === AT_ONCE ? others : { ...others, [blog.id]: look })
      }}
    >
      <Label className="field-label">A second look at replies on this blog</Label>
      <AriaButton className="button">
        <SelectValue />
        <Icon name="chevron" />
      </AriaButton>
      <Text slot="description" className="field-hint">
        A reply that is held stands in the outbox; it is changed or let go there at any time.
      </Text>
      <Popover className="popover">
        <ListBox className="menu">
          {OFFERED.map((look) => (
            <ListBoxItem key={look} id={String(look)} className="menu-item" textValue={lookWords(look)}>
              {lookWords(look)}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}

function lookWords(look: SecondLook | typeof AT_ONCE): string {
  if (look === AT_ONCE) return 'None: it can be undone for 10 seconds'
  if (look === 'until-looked-at') return 'It stays until I have looked at it again'
  return look === 60 ? 'It is held for an hour' : `It is held for ${look} minutes`
}
