import { Button as AriaButton, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import type { PostState, PostSummary } from '../../../../shared/domain/post.ts'
import { Icon } from '../../ui/icon.tsx'

export type PostFilterName = 'all' | 'drafts' | 'waits' | 'needs-you' | 'on-the-blog' | 'trash'

const FILTERS: { name: PostFilterName; label: string }[] = [
  { name: 'all', label: 'All posts' },
  { name: 'drafts', label: 'Drafts' },
  { name: 'waits', label: 'Waits' },
  { name: 'needs-you', label: 'Needs you' },
  { name: 'on-the-blog', label: 'On the blog' },
  { name: 'trash', label: 'In the trash' },
]

function filterOf(state: PostState): Exclude<PostFilterName, 'all'> {
  switch (state) {
    case 'draft':
      return 'drafts'
    case 'waits':
      return 'waits'
    case 'needs-you':
    case 'changed-on-both':
    case 'off-the-blog':
      return 'needs-you'
    case 'published':
    case 'scheduled':
    case 'pending':
    case 'private':
    case 'edited':
      return 'on-the-blog'
    case 'in-trash':
      return 'trash'
  }
}

/** What is in the trash shows only when asked for. */
export function isShownBy(filter: PostFilterName, state: PostState): boolean {
  return filter === 'all' ? state !== 'in-trash' : filterOf(state) === filter
}

interface PostFilterProps {
  posts: PostSummary[]
  value: PostFilterName
  onChange: (value: PostFilterName) => void
}

export function PostFilter({ posts, value, onChange }: PostFilterProps) {
  return (
    <Select aria-label="Show" className="post-filter" value={value} onChange={(key) => onChange(key as PostFilterName)}>
      <AriaButton className="button button-quiet">
        <SelectValue />
        <Icon name="chevron" />
      </AriaButton>
      <Popover className="popover">
        <ListBox className="menu">
          {FILTERS.map(({ name, label }) => {
            const count = posts.filter((post) => isShownBy(name, post.state)).length
            return (
              <ListBoxItem key={name} id={name} textValue={label} className="menu-item">
                {label} <span className="field-hint">{count.toLocaleString('en-GB')}</span>
              </ListBoxItem>
            )
          })}
        </ListBox>
      </Popover>
    </Select>
  )
}
