import { Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components'
import { t } from '../../../../shared/words/t.ts'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { CommandKeys } from '../../ui/keys.tsx'
import { setFocusMode } from './focus-mode.ts'

interface ViewMenuProps {
  isSource: boolean
  onSource: () => void
  onFind: () => void
  /** Undefined where nobody said anything. */
  onThread: (() => void) | undefined
  onNextMisspelling: () => void
  onIgnoredWords: () => void
}

/** Other ways to be with the same text. */
export function ViewMenu({ isSource, onSource, onFind, onThread, ...spelling }: ViewMenuProps) {
  return (
    <MenuTrigger>
      <IconButton name={t('View', {}, 'ways to look at the text')}>
        <Icon name="view" />
      </IconButton>
      <Popover className="popover">
        <Menu
          className="menu"
          aria-label={t('View', {}, 'ways to look at the text')}
          disabledKeys={isSource ? ['source', 'find', 'spelling', 'ignored'] : []}
        >
          <MenuItem id="focus" className="menu-item" onAction={() => setFocusMode(true)}>
            <Text slot="label">{t('The paper alone')}</Text>
            <CommandKeys id="focus-mode" />
          </MenuItem>
          {onThread && (
            <MenuItem id="thread" className="menu-item" onAction={onThread}>
              <Text slot="label">{t('The conversation beside it')}</Text>
              <CommandKeys id="thread" />
            </MenuItem>
          )}
          <MenuItem id="find" className="menu-item" onAction={onFind}>
            <Text slot="label">{t('Find and replace')}</Text>
            <CommandKeys id="replace" />
          </MenuItem>
          <MenuItem id="spelling" className="menu-item" onAction={spelling.onNextMisspelling}>
            <Text slot="label">{t('Next misspelling')}</Text>
            <CommandKeys id="next-misspelling" />
          </MenuItem>
          <MenuItem id="ignored" className="menu-item" onAction={spelling.onIgnoredWords}>
            <Text slot="label">{t('Ignored words…')}</Text>
          </MenuItem>
          <MenuItem id="source" className="menu-item" onAction={onSource}>
            <Text slot="label">{t('Source', {}, 'the markup of a post')}</Text>
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
