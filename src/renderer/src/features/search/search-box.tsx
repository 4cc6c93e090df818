import { Button as AriaButton } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import { COMMANDS } from '../../../../shared/commands/commands.ts'
import { shortcutWords } from '../../../../shared/commands/shortcut.ts'
import { IS_MAC } from '../../ui/platform.ts'
import { Icon } from '../../ui/icon.tsx'
import { openSearch } from './search-open.ts'
import './search.css'

const KEYS = shortcutWords(COMMANDS.search.shortcut, IS_MAC)

/** Looks like the field that it opens. */
export function SearchBox() {
  const words = t('Find a post, a comment, an action…')
  return (
    <search className="search-box">
      <AriaButton className="search-box-button" aria-label={`${words} ${KEYS}`} onPress={openSearch}>
        <Icon name="search" />
        <span className="search-box-words">{words}</span> <kbd>{KEYS}</kbd>
      </AriaButton>
    </search>
  )
}
