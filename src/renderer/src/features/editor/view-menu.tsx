import { Menu, MenuItem, MenuTrigger, Popover, Text } from 'react-aria-components'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { setFocusMode } from './focus-mode.ts'

interface ViewMenuProps {
  isSource: boolean
  onSource: () => void
  onFind: () => void
  onNextMisspelling: () => void
  onIgnoredWords: () => void
}

/** Other ways to be with the same text. */
export function ViewMenu({ isSource, onSource, onFind, onNextMisspelling, onIgnoredWords }: ViewMenuProps) {
  return (
    <MenuTrigger>
      <IconButton name="View">
        <Icon name="view" />
      </IconButton>
      <Popover className="popover">
        <Menu
          className="menu"
          aria-label="View"
          disabledKeys={isSource ? ['source', 'find', 'spelling', 'ignored'] : []}
        >
          <MenuItem id="focus" className="menu-item" onAction={() => setFocusMode(true)}>
            <Text slot="label">The paper alone</Text>
            <kbd className="menu-key">F9</kbd>
          </MenuItem>
          <MenuItem id="find" className="menu-item" onAction={onFind}>
            <Text slot="label">Find and replace</Text>
            <kbd className="menu-key">Ctrl F</kbd>
          </MenuItem>
          <MenuItem id="spelling" className="menu-item" onAction={onNextMisspelling}>
            <Text slot="label">Next misspelling</Text>
            <kbd className="menu-key">Alt F7</kbd>
          </MenuItem>
          <MenuItem id="ignored" className="menu-item" onAction={onIgnoredWords}>
            <Text slot="label">Ignored words…</Text>
          </MenuItem>
          <MenuItem id="source" className="menu-item" onAction={onSource}>
            <Text slot="label">Source</Text>
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
