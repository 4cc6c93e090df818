import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Icon } from '../../../ui/icon.tsx'

const BLOCKS = [
  { id: 'paragraph', label: 'Paragraph' },
  { id: 'heading-2', label: 'Heading' },
  { id: 'heading-3', label: 'Smaller heading' },
  { id: 'heading-4', label: 'Smallest heading' },
  { id: 'codeBlock', label: 'Code block' },
  { id: 'horizontalRule', label: 'Separator' },
] as const

type BlockId = (typeof BLOCKS)[number]['id']

/** What the block at the caret is, and what it can become. The title is the only first-level heading. */
export function BlockMenu({ editor }: { editor: Editor }) {
  const current = useEditorState({ editor, selector: () => currentBlock(editor) })
  return (
    <MenuTrigger>
      <AriaButton className="button button-quiet block-menu" aria-label={`Block: ${current.label}`}>
        {current.label}
        <Icon name="chevron" />
      </AriaButton>
      <Popover className="popover">
        <Menu
          className="menu"
          aria-label="Block"
          selectionMode="single"
          selectedKeys={current.id === null ? [] : [current.id]}
          onAction={(key) => turnInto(editor, key as BlockId)}
        >
          {BLOCKS.map(({ id, label }) => (
            <MenuItem key={id} id={id} className="menu-item">
              {label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function currentBlock(editor: Editor): { id: BlockId | null; label: string } {
  const { parent } = editor.state.selection.$head
  if (parent.type.name === 'heading') {
    const id = `heading-${String(parent.attrs['level'])}`
    const known = BLOCKS.find((block) => block.id === id)
    return known ?? { id: null, label: `Heading, level ${String(parent.attrs['level'])}` }
  }
  return BLOCKS.find((block) => block.id === parent.type.name) ?? { id: null, label: 'Block' }
}

function turnInto(editor: Editor, block: BlockId): void {
  const chain = editor.chain().focus()
  switch (block) {
    case 'paragraph':
      chain.setParagraph().run()
      return
    case 'heading-2':
      chain.setHeading({ level: 2 }).run()
      return
    case 'heading-3':
      chain.setHeading({ level: 3 }).run()
      return
    case 'heading-4':
      chain.setHeading({ level: 4 }).run()
      return
    case 'codeBlock':
      chain.setNode('codeBlock').run()
      return
    case 'horizontalRule':
      chain.setHorizontalRule().run()
      return
  }
}
