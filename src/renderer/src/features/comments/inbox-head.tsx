import {
  Button as AriaButton,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
  Select,
  SelectValue,
} from 'react-aria-components'
import { Icon } from '../../ui/icon.tsx'
import type { InboxOrder } from './inbox-order.ts'

interface InboxHeadProps {
  order: InboxOrder
  onOrder: (order: InboxOrder) => void
  search: string
  onSearch: (search: string) => void
}

const ORDERS: { order: InboxOrder; label: string }[] = [
  { order: 'newest', label: 'Newest first' },
  { order: 'due', label: 'Due first' },
]

/** In which order conversations stand, and which comments have certain words. */
export function InboxHead({ order, onOrder, search, onSearch }: InboxHeadProps) {
  return (
    <>
      <header className="column-head">
        <h1>Conversation</h1>
        <Select aria-label="Order" value={order} onChange={(key) => onOrder(key as InboxOrder)}>
          <AriaButton className="button button-quiet">
            <SelectValue />
            <Icon name="chevron" />
          </AriaButton>
          <Popover className="popover">
            <ListBox className="menu">
              {ORDERS.map((each) => (
                <ListBoxItem key={each.order} id={each.order} textValue={each.label} className="menu-item">
                  {each.label}
                </ListBoxItem>
              ))}
            </ListBox>
          </Popover>
        </Select>
      </header>
      <SearchField aria-label="Find a comment" className="inbox-search" value={search} onChange={onSearch}>
        <Input className="input" placeholder="Words or a name" dir="auto" />
      </SearchField>
    </>
  )
}
