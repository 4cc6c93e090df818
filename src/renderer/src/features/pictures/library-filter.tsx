import { Input, Label, SearchField } from 'react-aria-components'
import { Choice } from '../../ui/choice.tsx'
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
      <Choice
        label="Show"
        look="quiet"
        value={shelf}
        options={SHELVES.map(({ name, label }) => ({
          id: name,
          label,
          count: all.filter((picture) => isOnShelf(picture, name)).length,
        }))}
        onChange={setShelf}
      />
    </div>
  )
}
