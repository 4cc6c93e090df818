import { Input, Label, SearchField } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import { Choice } from '../../ui/choice.tsx'
import { isOnShelf, type LibraryShelf } from './picture-words.ts'
import type { Library } from './use-library.ts'

const shelves = (): { name: LibraryShelf; label: string }[] => [
  { name: 'all', label: t('All pictures') },
  { name: 'own', label: t('Added here') },
  { name: 'blog', label: t('On the blog', {}, 'state') },
  { name: 'unused', label: t('In no post') },
]

/** Which of the pictures are to be seen. */
export function LibraryFilter({ library }: { library: Library }) {
  const { all = [], search, setSearch, shelf, setShelf } = library
  return (
    <div className="library-filter">
      <SearchField className="library-search" value={search} onChange={setSearch}>
        <Label className="visually-hidden">{t('Search the pictures')}</Label>
        <Input className="input" dir="auto" placeholder={t('Name, description, credit or post')} />
      </SearchField>
      <Choice
        label={t('Show', {}, 'which of a list')}
        look="quiet"
        value={shelf}
        options={shelves().map(({ name, label }) => ({
          id: name,
          label,
          count: all.filter((picture) => isOnShelf(picture, name)).length,
        }))}
        onChange={setShelf}
      />
    </div>
  )
}
