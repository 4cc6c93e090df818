import { t } from '../../../../shared/words/t.ts'
import { shelfOf, type PostShelf } from '../../../../shared/domain/post-shelf.ts'
import type { PostState, PostSummary } from '../../../../shared/domain/post.ts'
import { Choice } from '../../ui/choice.tsx'

export type PostFilterName = 'all' | PostShelf

const filters = (): { name: PostFilterName; label: string }[] => [
  { name: 'all', label: t('All posts') },
  { name: 'drafts', label: t('Drafts') },
  { name: 'waits', label: t('Waits', {}, 'state') },
  { name: 'needs-you', label: t('Needs you', {}, 'state') },
  { name: 'on-the-blog', label: t('On the blog', {}, 'state') },
  { name: 'trash', label: t('In the trash', {}, 'state') },
]

/** What is in the trash shows only when asked for. */
export function isShownBy(filter: PostFilterName, state: PostState): boolean {
  return filter === 'all' ? state !== 'in-trash' : shelfOf(state) === filter
}

interface PostFilterProps {
  posts: PostSummary[]
  value: PostFilterName
  onChange: (value: PostFilterName) => void
}

export function PostFilter({ posts, value, onChange }: PostFilterProps) {
  return (
    <Choice
      label={t('Show', {}, 'which of a list')}
      look="quiet"
      className="post-filter"
      value={value}
      options={filters().map(({ name, label }) => ({
        id: name,
        label,
        count: posts.filter((post) => isShownBy(name, post.state)).length,
      }))}
      onChange={onChange}
    />
  )
}
