import type { Blog } from '../../../../shared/domain/blog.ts'
import type { Line } from '../../../../shared/domain/line.ts'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { clockTime } from '../../ui/times.ts'
import { useDeskStatus } from '../editor/desk-status.ts'
import { SearchBox } from '../search/search-box.tsx'
import { LineMark } from './line-mark.tsx'

interface TopBarProps {
  blogs: Blog[]
  blog: Blog
  line: Line | undefined
  /** Set where the rail has no room of its own. */
  onMenu: (() => void) | null
}

export function TopBar({ blogs, blog, line, onMenu }: TopBarProps) {
  return (
    <header className="top-bar">
      {onMenu && (
        <IconButton name="Menu" onPress={onMenu}>
          <Icon name="menu" />
        </IconButton>
      )}
      <span className="brand">Attaché</span>
      <span className="top-bar-blog">
        <bdi>{blog.name}</bdi>
      </span>
      <SearchBox blogs={blogs} active={blog} />
      <span className="top-bar-gap" />
      <SavedMark />
      <LineMark blog={blog} line={line} />
    </header>
  )
}

function SavedMark() {
  const { save, open } = useDeskStatus()
  switch (save.kind) {
    case 'untouched':
      return <span className="saved-mark">{open ? 'Saved' : ''}</span>
    case 'saving':
      return <span className="saved-mark">Saving…</span>
    case 'saved':
      return <span className="saved-mark">Saved {clockTime(save.savedAt)}</span>
    case 'failed':
      return <span className="saved-mark saved-mark-failed">Not saved</span>
  }
}
