import {
  Button as AriaButton,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
  Select,
  SelectValue,
} from 'react-aria-components'
import { Icon } from '../../ui/icon.tsx'
import { isOnShelf, type LibraryShelf } from './picture-words.ts'
import type { Library } from './use-library.ts'

const SHELVES: { name: LibraryShelf; label: string }[] = [
  { name: 'all', label: 'All pictures' },
  { name: 'own', label: 'Added here' },
  { name: 'blog', label: 'On the blog' },
  { name: 'unused', label: 'In no post' },
]

/** Which of the pictures are to be seen. */
export function LibraryFilter({ library }: { library: Library }) {
  const { all = [], search, setSearch, shelf, setShelf } = library
  return (
    <div className="library-filter">
      <SearchField className="library-search" value={search} onChange={setSearch}>
        <Label className="visually-hidden">Search the pictures</Label>
        <Input className="input" dir="auto" placeholder="Name, description, credit or post" />
      </SearchField>
      <Select aria-label="Show" value={shelf} onChange={(key) => setShelf(key as LibraryShelf)}>
        <AriaButton className="button button-quiet">
          <SelectValue />
          <Icon name="chevron" />
        </AriaButton>
        <Popover className="popover">
          <ListBox className="menu">
            {SHELVES.map(({ name, label }) => (
              <ListBoxItem key={name} id={name} textValue={label} className="menu-item">
                {label}{' '}
                <span className="field-hint">
                  {all.filter((picture) => isOnShelf(picture, name)).length.toLocaleString('en-GB')}
                </span>
              </ListBoxItem>
            ))}
          </ListBox>
        </Popover>
      </Select>
    </div>
  )
}
