import type { Blog } from '../../../../shared/domain/blog.ts'
import type { BlogId } from '../../../../shared/domain/ids.ts'
import type { PostShelf } from '../../../../shared/domain/post-shelf.ts'
import type { SearchKind } from '../../../../shared/domain/search.ts'
import { Choice } from '../../ui/choice.tsx'
import { languageName, OFFERED_LANGUAGES } from '../editor/details/languages.ts'
import { TIMES, type SearchTime } from './search-words.ts'

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
        label="What"
        value={value.kind}
        options={[
          { id: null, label: 'Everything' },
          { id: 'post', label: 'Posts' },
          { id: 'comment', label: 'Comments' },
          { id: 'picture', label: 'Pictures' },
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
        label="State"
        value={value.shelf}
        options={[
          { id: null, label: 'Any state' },
          { id: 'drafts', label: 'Drafts' },
          { id: 'waits', label: 'Waits' },
          { id: 'needs-you', label: 'Needs you' },
          { id: 'on-the-blog', label: 'On the blog' },
          { id: 'trash', label: 'In the trash' },
        ]}
        onChange={(shelf) => set({ shelf, ...(shelf === null ? {} : { kind: null }) })}
      />
      <Filter
        label="Language"
        value={value.language}
        options={[
          { id: null, label: 'Any language' },
          ...OFFERED_LANGUAGES.map((tag) => ({ id: tag, label: languageName(tag) })),
        ]}
        onChange={(language) => set({ language })}
      />
      {authors.length > 1 && (
        <Filter
          label="Author"
          value={value.author}
          options={[{ id: null, label: 'Anybody' }, ...authors.map((name) => ({ id: name, label: name }))]}
          onChange={(author) => set({ author })}
        />
      )}
      {places.length > 0 && (
        <Filter
          label="Place"
          value={value.place}
          options={[{ id: null, label: 'Any place' }, ...places.map((name) => ({ id: name, label: name }))]}
          onChange={(place) => set({ place, ...(place === null || value.kind !== 'comment' ? {} : { kind: null }) })}
        />
      )}
      {tags.length > 0 && (
        <Filter
          label="Tag"
          value={value.tag}
          options={[{ id: null, label: 'Any tag' }, ...tags.map((name) => ({ id: name, label: name }))]}
          onChange={(tag) => set({ tag, ...(tag === null || value.kind === 'post' ? {} : { kind: null }) })}
        />
      )}
      <Filter
        label="When"
        value={value.time}
        options={TIMES.map(({ id, label }) => ({ id, label }))}
        onChange={(time) => set({ time: time ?? 'any' })}
      />
      {blogs.length > 1 && (
        <Filter
          label="Blog"
          value={value.blogId}
          options={[{ id: null, label: 'Every blog' }, ...blogs.map(({ id, name }) => ({ id, label: name }))]}
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
