import { Input, SearchField } from 'react-aria-components'
import { Choice, type ChoiceOption } from '../../ui/choice.tsx'
import type { InboxOrder } from './inbox-order.ts'

interface InboxHeadProps {
  order: InboxOrder
  onOrder: (order: InboxOrder) => void
  search: string
  onSearch: (search: string) => void
}

const ORDERS: ChoiceOption<InboxOrder>[] = [
  { id: 'newest', label: 'Newest first' },
  { id: 'due', label: 'Due first' },
]

/** In which order conversations stand, and which comments have certain words. */
export function InboxHead({ order, onOrder, search, onSearch }: InboxHeadProps) {
  return (
    <>
      <header className="column-head">
        <h1>Conversation</h1>
        <Choice label="Order" look="quiet" value={order} options={ORDERS} onChange={onOrder} />
      </header>
      <SearchField aria-label="Find a comment" className="inbox-search" value={search} onChange={onSearch}>
        <Input className="input" placeholder="Words or a name" dir="auto" />
      </SearchField>
    </>
  )
}
