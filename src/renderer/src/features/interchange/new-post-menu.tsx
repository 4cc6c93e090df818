import { useRef } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { TEXT_FILES } from './use-import-file.ts'

interface NewPostMenuProps {
  isReading: boolean
  onFiles: (files: File[]) => void
}

/** Beside New post: the other ways in which a post begins. */
export function NewPostMenu({ isReading, onFiles }: NewPostMenuProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <MenuTrigger>
        <IconButton name="More ways to begin" isPending={isReading}>
          <Icon name="chevron" />
        </IconButton>
        <Popover className="popover" placement="bottom end">
          <Menu className="menu" aria-label="More ways to begin" onAction={() => input.current?.click()}>
            <MenuItem id="import" className="menu-item">
              Import a Word, Markdown or HTML file…
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={TEXT_FILES.join(',')}
        aria-label="File to import"
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
