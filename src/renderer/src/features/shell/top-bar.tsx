import { t } from '../../../../shared/words/t.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SearchBox } from '../search/search-box.tsx'
import { LineMark } from './line-mark.tsx'
import { SavedMark } from './saved-mark.tsx'
import { useLine } from './use-line.ts'

interface TopBarProps {
  blog: Blog
  /** Set where the rail has no room of its own. */
  onMenu: (() => void) | null
}

export function TopBar({ blog, onMenu }: TopBarProps) {
  const line = useLine(blog.id)
  return (
    <header className="top-bar">
      {onMenu && (
        <IconButton name={t('Menu')} onPress={onMenu}>
          <Icon name="menu" />
        </IconButton>
      )}
      <span className="brand">Attaché</span>
      <span className="top-bar-blog">
        <bdi>{blog.name}</bdi>
      </span>
      <SearchBox />
      <span className="top-bar-gap" />
      <SavedMark />
      <LineMark blog={blog} line={line} />
    </header>
  )
}
