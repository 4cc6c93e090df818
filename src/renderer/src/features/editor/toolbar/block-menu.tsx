import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import {
  Button as AriaButton,
  Keyboard,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components'
import { t } from '../../../../../shared/words/t.ts'
import { Icon } from '../../../ui/icon.tsx'
import { moveBlockDown, moveBlockUp, onBlock } from '../blocks/block-keys.ts'
import { deleteCurrentBlock } from '../blocks/current-block.ts'
import { TEXT_BLOCKS, textBlockAt, turnInto } from '../blocks/turn-into.ts'

const acts = () =>
  [
    { id: 'move-up', label: t('Move up'), keys: 'Alt Shift ↑', run: moveBlockUp },
    { id: 'move-down', label: t('Move down'), keys: 'Alt Shift ↓', run: moveBlockDown },
    { id: 'delete', label: t('Remove block'), keys: 'Alt Shift ⌫', run: deleteCurrentBlock },
  ] as const

/** What the block at the caret is, what it can become, and what can be done with it as a whole. */
export function BlockMenu({ editor }: { editor: Editor }) {
  const current = useEditorState({ editor, selector: () => textBlockAt(editor) })
  return (
    <MenuTrigger>
      <AriaButton className="button button-quiet block-menu" aria-label={t('Block: {what}', { what: current.label })}>
        {current.label}
        <Icon name="chevron" />
      </AriaButton>
      <Popover className="popover">
        <Menu
          className="menu"
          aria-label={t('Block')}
          onAction={(key) => {
            const textBlock = TEXT_BLOCKS.find(({ id }) => id === key)
            const act = acts().find(({ id }) => id === key)
            if (textBlock) turnInto(editor, textBlock.id)
            if (act) {
              onBlock(editor, act.run)
              editor.commands.focus()
            }
          }}
        >
          <MenuSection
            aria-label={t('Turn into')}
            selectionMode="single"
            selectedKeys={current.id === null ? [] : [current.id]}
          >
            {TEXT_BLOCKS.map(({ id, label }) => (
              <MenuItem key={id} id={id} className="menu-item">
                {label()}
              </MenuItem>
            ))}
          </MenuSection>
          <Separator className="menu-separator" />
          <MenuSection aria-label={t('The whole block')}>
            {acts().map(({ id, label, keys }) => (
              <MenuItem key={id} id={id} textValue={label} className="menu-item">
                {label}
                <Keyboard className="field-hint">{keys}</Keyboard>
              </MenuItem>
            ))}
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
