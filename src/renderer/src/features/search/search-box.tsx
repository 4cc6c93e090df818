import { useEffect } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import type { Blog } from '../../../../shared/domain/blog.ts'
import { COMMANDS } from '../../../../shared/commands/commands.ts'
import { shortcutWords } from '../../../../shared/commands/shortcut.ts'
import { IS_MAC } from '../../ui/platform.ts'
import { Icon } from '../../ui/icon.tsx'
import { laterDialog } from '../../ui/later.tsx'
import { closeSearch, openSearch, useIsSearchOpen } from './search-open.ts'
import './search.css'

const SearchPalette = laterDialog(async () => (await import('./search-palette.tsx')).SearchPalette)

const KEYS = shortcutWords(COMMANDS.search.shortcut, IS_MAC)

/** Looks like the field that it opens. */
export function SearchBox({ blogs, active }: { blogs: Blog[]; active: Blog }) {
  // Who knows the name of what they want types it right behind the key: it is there before anybody presses it.
  useEffect(() => void SearchPalette.fetch(), [])
  const words = t('Find a post, a comment, an action…')
  return (
    <search className="search-box">
      <AriaButton className="search-box-button" aria-label={`${words} ${KEYS}`} onPress={openSearch}>
        <Icon name="search" />
        <span className="search-box-words">{words}</span> <kbd>{KEYS}</kbd>
      </AriaButton>
      <SearchPalette blogs={blogs} active={active} isOpen={useIsSearchOpen()} onClose={closeSearch} />
    </search>
  )
}
