import { t } from '../../../../shared/words/t.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import type { BlogId } from '../../../../shared/domain/ids.ts'
import type { PostShelf } from '../../../../shared/domain/post-shelf.ts'
import type { SearchKind } from '../../../../shared/domain/search.ts'
import { Choice } from '../../ui/choice.tsx'
import { languageName, OFFERED_LANGUAGES } from '../editor/details/languages.ts'
import { TIMES, timeWords, type SearchTime } from './search-words.ts'

export interface ChosenFilters {
  kind: SearchKind | null
  shelf: PostShelf | null
  language: string | null
  author: string | null
  place: string | null
  tag: string | null
  time: SearchTime
  blogId: BlogId | null
}
export const NO_FILTERS: ChosenFilters = {
  kind: null,
  shelf: null,
  language: null,
  author: null,
  place: null,
  tag: null,
  time: 'any',
  blogId: null,
}

interface SearchFiltersProps {
  blogs: Blog[]
  authors: string[]
  places: string[]
  tags: string[]
  value: ChosenFilters
  onChange: (value: ChosenFilters) => void
}

/** What the search is narrowed to, each in a menu that says what it is set to. */
export function SearchFilterRow({ blogs, authors, places, tags, value, onChange }: SearchFiltersProps) {
  const set = (patch: Partial<ChosenFilters>): void => onChange({ ...value, ...patch })
  return (
    <div className="search-filters">
      <Filter
        label={t('What', {}, 'search filter')}
        value={value.kind}
        options={[
          { id: null, label: t('Everything') },
          { id: 'post', label: t('Posts') },
          { id: 'comment', label: t('Comments') },
          { id: 'picture', label: t('Pictures') },
        ]}
        onChange={(kind) =>
          set({
            kind,
            ...(kind === null || kind === 'post' ? {} : { shelf: null, tag: null }),
            ...(kind === 'comment' ? { place: null } : {}),
          })
        }
      />
      <Filter
        label={t('State', {}, 'of a post')}
        value={value.shelf}
        options={[
          { id: null, label: t('Any state') },
          { id: 'drafts', label: t('Drafts') },
          { id: 'waits', label: t('Waits', {}, 'state') },
          { id: 'needs-you', label: t('Needs you', {}, 'state') },
          { id: 'on-the-blog', label: t('On the blog', {}, 'state') },
          { id: 'trash', label: t('In the trash', {}, 'state') },
        ]}
        onChange={(shelf) => set({ shelf, ...(shelf === null ? {} : { kind: null }) })}
      />
      <Filter
        label={t('Language')}
        value={value.language}
        options={[
          { id: null, label: t('Any language') },
          ...OFFERED_LANGUAGES.map((tag) => ({ id: tag, label: languageName(tag) })),
        ]}
        onChange={(language) => set({ language })}
      />
      {authors.length > 1 && (
        <Filter
          label={t('Author')}
          value={value.author}
          options={[{ id: null, label: t('Anybody') }, ...authors.map((name) => ({ id: name, label: name }))]}
          onChange={(author) => set({ author })}
        />
      )}
      {places.length > 0 && (
        <Filter
          label={t('Place')}
          value={value.place}
          options={[{ id: null, label: t('Any place') }, ...places.map((name) => ({ id: name, label: name }))]}
          onChange={(place) => set({ place, ...(place === null || value.kind !== 'comment' ? {} : { kind: null }) })}
        />
      )}
      {tags.length > 0 && (
        <Filter
          label={t('Tag')}
          value={value.tag}
          options={[{ id: null, label: t('Any tag') }, ...tags.map((name) => ({ id: name, label: name }))]}
          onChange={(tag) => set({ tag, ...(tag === null || value.kind === 'post' ? {} : { kind: null }) })}
        />
      )}
      <Filter
        label={t('When', {}, 'search filter')}
        value={value.time}
        options={TIMES.map(({ id }) => ({ id, label: timeWords(id) }))}
        onChange={(time) => set({ time: time ?? 'any' })}
      />
      {blogs.length > 1 && (
        <Filter
          label={t('Blog')}
          value={value.blogId}
          options={[{ id: null, label: t('Every blog') }, ...blogs.map(({ id, name }) => ({ id, label: name }))]}
          onChange={(blogId) => set({ blogId })}
        />
      )}
    </div>
  )
}

interface FilterProps<Value extends string> {
  label: string
  value: Value | null
  options: { id: Value | null; label: string }[]
  onChange: (value: Value | null) => void
}

const ANY = 'any-of-them'

function Filter<Value extends string>({ label, value, options, onChange }: FilterProps<Value>) {
  return (
    <Choice
      label={label}
      look="quiet"
      className={value === options[0]?.id ? 'search-filter' : 'search-filter search-filter-set'}
      value={value ?? ANY}
      options={options.map((option) => ({ id: option.id ?? ANY, label: option.label }))}
      onChange={(chosen) => onChange(options.find(({ id }) => (id ?? ANY) === chosen)?.id ?? null)}
    />
  )
}
