import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { t } from '../../../../../shared/words/t.ts'
import { IconButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { INSERTABLE_BLOCKS } from '../insert/insertable-blocks.ts'

/** The same list as behind a slash in the text. */
export function InsertMenu({ onInsert }: { onInsert: (id: string) => void }) {
  return (
    <MenuTrigger>
      <IconButton name={t('Insert a block')}>
        <Icon name="plus" />
      </IconButton>
      <Popover className="popover">
        <Menu className="menu" aria-label={t('Insert a block')} onAction={(key) => onInsert(String(key))}>
          {INSERTABLE_BLOCKS.map(({ id, name, icon }) => (
            <MenuItem key={id} id={id} textValue={name()} className="menu-item insert-item">
              <Icon name={icon} />
              {name()}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
