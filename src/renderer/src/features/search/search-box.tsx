import { Button as AriaButton } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import { COMMANDS } from '../../../../shared/commands/commands.ts'
import { shortcutWords } from '../../../../shared/commands/shortcut.ts'
import { IS_MAC } from '../../ui/platform.ts'
import { Icon } from '../../ui/icon.tsx'
import { openSearch } from './search-open.ts'
import { SearchPalette } from './search-palette.tsx'
import './search.css'

const KEYS = shortcutWords(COMMANDS.search.shortcut, IS_MAC)

/** Looks like the field that it opens. */
export function SearchBox({ blogs, active }: { blogs: Blog[]; active: Blog }) {
  const words = t('Find a post, a comment, an action…')
  return (
    <search className="search-box">
      <AriaButton className="search-box-button" aria-label={`${words} ${KEYS}`} onPress={openSearch}>
        <Icon name="search" />
        <span className="search-box-words">{words}</span> <kbd>{KEYS}</kbd>
      </AriaButton>
      <SearchPalette blogs={blogs} active={active} />
    </search>
  )
}
