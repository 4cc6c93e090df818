import { memo, useMemo } from 'react'
import { Link } from 'wouter'
import type { PostSummary } from '../../../../shared/domain/post.ts'
import type { BestBits } from '../../../../shared/tags/best-bits.ts'
import { dateFormat } from '../../../../shared/words/date-words.ts'
import { t } from '../../../../shared/words/t.ts'
import { Choice, type ChoiceOption } from '../../ui/choice.tsx'
import { useActiveBlog } from '../blogs/active-blog.ts'
import { countFiled, narrowPosts, type Filed, type Narrowing, type PostFilterName } from './narrow-posts.ts'

const filters = (best: BestBits | null, hasPages: boolean): { name: PostFilterName; label: string }[] => [
  { name: 'all', label: hasPages ? t('Any state') : t('All posts') },
  { name: 'drafts', label: t('Drafts') },
  { name: 'waits', label: t('Waits', {}, 'state') },
  { name: 'needs-you', label: t('Needs you', {}, 'state') },
  { name: 'on-the-blog', label: t('On the blog', {}, 'state') },
  ...(best === null ? [] : [{ name: 'best-bits' as const, label: t('Best bits') }]),
  { name: 'trash', label: t('In the trash', {}, 'state') },
]

const kinds = (): { id: Narrowing['kind']; label: string }[] => [
  { id: 'any', label: t('Posts and pages') },
  { id: 'post', label: t('Posts') },
  { id: 'page', label: t('Pages', {}, 'of a blog') },
]

const ANY = 'any'

interface PostFilterProps {
  posts: PostSummary[]
  /** Whether these are all there are: what is not known yet is not counted. */
  isWhole: boolean
  value: Narrowing
  /** The same function for as long as the list is. */
  onChange: (change: Partial<Omit<Narrowing, 'tag' | 'best'>>) => void
}

/** Which posts the list shows, by kind where there are pages, by state, year and month; and the way to the tags. */
export function PostFilter({ posts, isWhole, value, onChange }: PostFilterProps) {
  const { timeZone } = useActiveBlog()
  const { years, months } = useMemo(() => countFiled(posts, value, timeZone), [posts, value, timeZone])
  const hasPages = useMemo(() => posts.some(({ kind }) => kind === 'page'), [posts])
  const counts = useMemo(
    () =>
      new Map(
        filters(value.best, hasPages).map(({ name }) => [
          name,
          narrowPosts(posts, { ...value, filter: name }, timeZone).length,
        ]),
      ),
    [posts, value, timeZone, hasPages],
  )
  const counted = <Option extends { count: number }>(options: Option[]) =>
    isWhole ? options : options.map(({ count: _count, ...option }) => option)
  const countOf = (kind: Narrowing['kind']): number => narrowPosts(posts, { ...value, kind }, timeZone).length
  return (
    <FilterFields
      value={value}
      kinds={
        hasPages || value.kind !== 'any' ? counted(kinds().map((kind) => ({ ...kind, count: countOf(kind.id) }))) : null
      }
      filters={counted(
        filters(value.best, hasPages).map(({ name, label }) => ({ id: name, label, count: counts.get(name) ?? 0 })),
      )}
      years={counted(withChosen(years, value.year).map(yearOption))}
      months={counted(withChosen(months, value.month).map(monthOption))}
      onChange={onChange}
    />
  )
}

interface FilterFieldsProps {
  value: Narrowing
  /** null where there is but one. */
  kinds: ChoiceOption<Narrowing['kind']>[] | null
  filters: ChoiceOption<PostFilterName>[]
  years: ChoiceOption<string>[]
  months: ChoiceOption<string>[]
  onChange: PostFilterProps['onChange']
}

const isSame = (one: FilterFieldsProps, other: FilterFieldsProps): boolean =>
  one.onChange === other.onChange && JSON.stringify(one) === JSON.stringify(other)

/** The list is another one after each pause of typing, mostly with the same counts: then this is not drawn. */
const FilterFields = memo(function FilterFields(props: FilterFieldsProps) {
  const { value, kinds: kindOptions, filters: filterOptions, years, months, onChange } = props
  return (
    <div className="post-filter">
      {kindOptions && (
        <Choice
          label={t('Posts or pages')}
          look="quiet"
          value={value.kind}
          options={kindOptions}
          onChange={(kind) => onChange({ kind })}
        />
      )}
      <Choice
        label={t('Show', {}, 'which of a list')}
        look="quiet"
        value={value.filter}
        options={filterOptions}
        onChange={(filter) => onChange({ filter })}
      />
      <Choice
        label={t('Year')}
        look="quiet"
        className="post-when"
        value={value.year ?? ANY}
        options={[{ id: ANY, label: t('Any year') }, ...years]}
        onChange={(year) => onChange({ year: year === ANY ? null : year, month: null })}
      />
      {value.year !== null && (
        <Choice
          label={t('Month')}
          look="quiet"
          className="post-when"
          value={value.month ?? ANY}
          options={[{ id: ANY, label: t('Any month') }, ...months]}
          onChange={(month) => onChange({ month: month === ANY ? null : month })}
        />
      )}
      <Link href="/writing/tags" className="button button-quiet post-filter-tags">
        {t('Tags')}
      </Link>
    </div>
  )
}, isSame)

/** What was chosen stays to be seen when no post is left in it. */
const withChosen = (filed: Filed[], chosen: string | null): Filed[] =>
  chosen === null || filed.some(({ id }) => id === chosen) ? filed : [...filed, { id: chosen, count: 0 }]

const yearOption = ({ id, count }: Filed) => ({
  id,
  count,
  label: dateFormat({ year: 'numeric', timeZone: 'UTC' }).format(Date.UTC(Number(id), 6)),
})

const monthOption = ({ id, count }: Filed) => ({
  id,
  count,
  label: dateFormat({ month: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, Number(id) - 1, 15)),
})
