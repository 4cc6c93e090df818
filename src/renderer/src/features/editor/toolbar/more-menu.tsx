import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { IconButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { shift } from '../blocks/block-keys.ts'

interface Act {
  id: string
  label: string
  run: (editor: Editor) => void
}

const MARKS: readonly Act[] = [
  { id: 'strike', label: 'Struck out', run: (editor) => editor.chain().focus().toggleStrike().run() },
  { id: 'code', label: 'Code', run: (editor) => editor.chain().focus().toggleCode().run() },
  { id: 'superscript', label: 'Raised', run: (editor) => editor.commands.focus() && shift(editor, 'superscript') },
  { id: 'subscript', label: 'Lowered', run: (editor) => editor.commands.focus() && shift(editor, 'subscript') },
]

/** These two stand in the row itself where there is room. */
const LISTS: readonly Act[] = [
  { id: 'bulletList', label: 'Bulleted list', run: (editor) => editor.chain().focus().toggleBulletList().run() },
  { id: 'orderedList', label: 'Numbered list', run: (editor) => editor.chain().focus().toggleOrderedList().run() },
  { id: 'blockquote', label: 'Quote', run: (editor) => editor.chain().focus().toggleBlockquote().run() },
]

const STEPS: readonly Act[] = [
  { id: 'undo', label: 'Undo', run: (editor) => editor.chain().focus().undo().run() },
  { id: 'redo', label: 'Redo', run: (editor) => editor.chain().focus().redo().run() },
]

/** The rarer marks, and whatever the row has no room for. */
export function MoreMenu({
  editor,
  isWithLists,
  isWithSteps,
}: {
  editor: Editor
  isWithLists: boolean
  isWithSteps: boolean
}) {
  const folded = [...(isWithLists ? LISTS : []), ...(isWithSteps ? STEPS : [])]
  const active = useEditorState({
    editor,
    selector: () => MARKS.filter(({ id }) => editor.isActive(id)).map(({ id }) => id),
  })
  return (
    <MenuTrigger>
      <IconButton name="More formatting">
        <Icon name="more" />
      </IconButton>
      <Popover className="popover">
        <Menu
          className="menu"
          aria-label="More formatting"
          onAction={(key) => [...MARKS, ...folded].find(({ id }) => id === key)?.run(editor)}
        >
          <MenuSection aria-label="Marks" selectionMode="multiple" selectedKeys={active}>
            {MARKS.map(({ id, label }) => (
              <MenuItem key={id} id={id} className="menu-item">
                {label}
              </MenuItem>
            ))}
          </MenuSection>
          {folded.length > 0 && <Separator className="menu-separator" />}
          {folded.length > 0 && (
            <MenuSection aria-label="Blocks and steps">
              {folded.map(({ id, label }) => (
                <MenuItem key={id} id={id} className="menu-item">
                  {label}
                </MenuItem>
              ))}
            </MenuSection>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
