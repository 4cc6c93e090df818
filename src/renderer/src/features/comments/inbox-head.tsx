import { Input, SearchField } from 'react-aria-components'
import { Choice, type ChoiceOption } from '../../ui/choice.tsx'
import type { InboxOrder } from './inbox-order.ts'
import { t } from '../../../../shared/words/t.ts'

interface InboxHeadProps {
  order: InboxOrder
  onOrder: (order: InboxOrder) => void
  search: string
  onSearch: (search: string) => void
}

const orders = (): ChoiceOption<InboxOrder>[] => [
  { id: 'newest', label: t('Newest first') },
  { id: 'due', label: t('Due first') },
]

/** In which order conversations stand, and which comments have certain words. */
export function InboxHead({ order, onOrder, search, onSearch }: InboxHeadProps) {
  return (
    <>
      <header className="column-head">
        <h1>{t('Conversation')}</h1>
        <Choice label={t('Order', {}, 'of a list')} look="quiet" value={order} options={orders()} onChange={onOrder} />
      </header>
      <SearchField aria-label={t('Find a comment')} className="inbox-search" value={search} onChange={onSearch}>
        <Input className="input" placeholder={t('Words or a name')} dir="auto" />
      </SearchField>
    </>
  )
}
