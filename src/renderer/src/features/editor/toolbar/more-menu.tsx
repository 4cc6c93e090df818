import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator, SubmenuTrigger } from 'react-aria-components'
import { IconButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { shift } from '../blocks/block-keys.ts'
import { DIRECTION_OF_THE_BLOCK, DirectionList } from './direction-menu.tsx'
import { LANGUAGE_OF_THE_WORDS, LanguageList } from './language-menu.tsx'
import type { Foldable } from './toolbar-room.ts'

interface Act {
  id: string
  label: string
  run: (editor: Editor) => void
}

const ITALIC: Act = { id: 'italic', label: 'Italic', run: (editor) => editor.chain().focus().toggleItalic().run() }

const MARKS: readonly Act[] = [
  { id: 'strike', label: 'Struck out', run: (editor) => editor.chain().focus().toggleStrike().run() },
  { id: 'code', label: 'Code', run: (editor) => editor.chain().focus().toggleCode().run() },
  { id: 'superscript', label: 'Raised', run: (editor) => editor.commands.focus() && shift(editor, 'superscript') },
  { id: 'subscript', label: 'Lowered', run: (editor) => editor.commands.focus() && shift(editor, 'subscript') },
]

const LISTS: readonly Act[] = [
  { id: 'bulletList', label: 'Bulleted list', run: (editor) => editor.chain().focus().toggleBulletList().run() },
  { id: 'orderedList', label: 'Numbered list', run: (editor) => editor.chain().focus().toggleOrderedList().run() },
  { id: 'blockquote', label: 'Quote', run: (editor) => editor.chain().focus().toggleBlockquote().run() },
]

const STEPS: readonly Act[] = [
  { id: 'undo', label: 'Undo', run: (editor) => editor.chain().focus().undo().run() },
  { id: 'redo', label: 'Redo', run: (editor) => editor.chain().focus().redo().run() },
]

interface MoreMenuProps {
  editor: Editor
  /** What the row has no room for. */
  folded: ReadonlySet<Foldable>
  onLink: () => void
}

/** The rarer marks, and whatever the row has no room for. A picture is in the list of blocks beside it. */
export function MoreMenu({ editor, folded, onLink }: MoreMenuProps) {
  const active = useEditorState({
    editor,
    selector: () => [ITALIC, ...MARKS].filter(({ id }) => editor.isActive(id)).map(({ id }) => id),
  })
  const marks = folded.has('italic') ? [ITALIC, ...MARKS] : MARKS
  const acts = [...(folded.has('lists') ? LISTS : []), ...(folded.has('steps') ? STEPS : [])]
  return (
    <MenuTrigger>
      <IconButton name="More formatting">
        <Icon name="more" />
      </IconButton>
      <Popover className="popover">
        <Menu
          className="menu"
          aria-label="More formatting"
          onAction={(key) => [...marks, ...acts].find(({ id }) => id === key)?.run(editor)}
        >
          <MenuSection aria-label="Marks" selectionMode="multiple" selectedKeys={active}>
            {marks.map(({ id, label }) => (
              <MenuItem key={id} id={id} className="menu-item">
                {label}
              </MenuItem>
            ))}
          </MenuSection>
          {folded.has('link') && (
            <MenuItem id="link" className="menu-item" onAction={onLink}>
              Link…
            </MenuItem>
          )}
          {folded.has('language') && (
            <SubmenuTrigger>
              <MenuItem id="language" textValue={LANGUAGE_OF_THE_WORDS} className="menu-item">
                {LANGUAGE_OF_THE_WORDS}…
              </MenuItem>
              <Popover className="popover">
                <LanguageList editor={editor} />
              </Popover>
            </SubmenuTrigger>
          )}
          {folded.has('direction') && (
            <SubmenuTrigger>
              <MenuItem id="direction" textValue={DIRECTION_OF_THE_BLOCK} className="menu-item">
                {DIRECTION_OF_THE_BLOCK}…
              </MenuItem>
              <Popover className="popover">
                <DirectionList editor={editor} />
              </Popover>
            </SubmenuTrigger>
          )}
          {acts.length > 0 && <Separator className="menu-separator" />}
          {acts.length > 0 && (
            <MenuSection aria-label="Blocks and steps">
              {acts.map(({ id, label }) => (
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
