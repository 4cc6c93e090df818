import { Button as AriaButton, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { shelfOf, type PostShelf } from '../../../../shared/domain/post-shelf.ts'
import type { PostState, PostSummary } from '../../../../shared/domain/post.ts'
import { Icon } from '../../ui/icon.tsx'

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
