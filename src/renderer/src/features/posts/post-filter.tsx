import { shelfOf, type PostShelf } from '../../../../shared/domain/post-shelf.ts'
import type { PostState, PostSummary } from '../../../../shared/domain/post.ts'
import { Choice } from '../../ui/choice.tsx'

export type PostFilterName = 'all' | PostShelf

const FILTERS: { name: PostFilterName; label: string }[] = [
  { name: 'all', label: 'All posts' },
  { name: 'drafts', label: 'Drafts' },
  { name: 'waits', label: 'Waits' },
  { name: 'needs-you', label: 'Needs you' },
  { name: 'on-the-blog', label: 'On the blog' },
  { name: 'trash', label: 'In the trash' },
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
      label="Show"
      look="quiet"
      className="post-filter"
      value={value}
      options={FILTERS.map(({ name, label }) => ({
        id: name,
        label,
        count: posts.filter((post) => isShownBy(name, post.state)).length,
      }))}
      onChange={onChange}
    />
  )
}
