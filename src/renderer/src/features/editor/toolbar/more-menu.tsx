import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator, SubmenuTrigger } from 'react-aria-components'
import { t } from '../../../../../shared/words/t.ts'
import { IconButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { shift } from '../blocks/block-keys.ts'
import { directionOfTheBlock, DirectionList } from './direction-menu.tsx'
import { languageOfTheWords, LanguageList } from './language-menu.tsx'
import type { Foldable } from './toolbar-room.ts'

interface Act {
  id: string
  label: string
  run: (editor: Editor) => void
}

const italic = (): Act => ({
  id: 'italic',
  label: t('Italic'),
  run: (editor) => editor.chain().focus().toggleItalic().run(),
})

const rareMarks = (): readonly Act[] => [
  { id: 'strike', label: t('Struck out'), run: (editor) => editor.chain().focus().toggleStrike().run() },
  { id: 'code', label: t('Code'), run: (editor) => editor.chain().focus().toggleCode().run() },
  { id: 'superscript', label: t('Raised'), run: (editor) => editor.commands.focus() && shift(editor, 'superscript') },
  { id: 'subscript', label: t('Lowered'), run: (editor) => editor.commands.focus() && shift(editor, 'subscript') },
]

const lists = (): readonly Act[] => [
  { id: 'bulletList', label: t('Bulleted list'), run: (editor) => editor.chain().focus().toggleBulletList().run() },
  { id: 'orderedList', label: t('Numbered list'), run: (editor) => editor.chain().focus().toggleOrderedList().run() },
  { id: 'blockquote', label: t('Quote'), run: (editor) => editor.chain().focus().toggleBlockquote().run() },
]

const steps = (): readonly Act[] => [
  { id: 'undo', label: t('Undo'), run: (editor) => editor.chain().focus().undo().run() },
  { id: 'redo', label: t('Redo'), run: (editor) => editor.chain().focus().redo().run() },
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
    selector: () => [italic(), ...rareMarks()].filter(({ id }) => editor.isActive(id)).map(({ id }) => id),
  })
  const marks = folded.has('italic') ? [italic(), ...rareMarks()] : rareMarks()
  const acts = [...(folded.has('lists') ? lists() : []), ...(folded.has('steps') ? steps() : [])]
  return (
    <MenuTrigger>
      <IconButton name={t('More formatting')}>
        <Icon name="more" />
      </IconButton>
      <Popover className="popover">
        <Menu
          className="menu"
          aria-label={t('More formatting')}
          onAction={(key) => [...marks, ...acts].find(({ id }) => id === key)?.run(editor)}
        >
          <MenuSection aria-label={t('Marks')} selectionMode="multiple" selectedKeys={active}>
            {marks.map(({ id, label }) => (
              <MenuItem key={id} id={id} className="menu-item">
                {label}
              </MenuItem>
            ))}
          </MenuSection>
          {folded.has('link') && (
            <MenuItem id="link" className="menu-item" onAction={onLink}>
              {t('Link…')}
            </MenuItem>
          )}
          {folded.has('language') && (
            <SubmenuTrigger>
              <MenuItem id="language" textValue={languageOfTheWords()} className="menu-item">
                {t('Language of the words…')}
              </MenuItem>
              <Popover className="popover">
                <LanguageList editor={editor} />
              </Popover>
            </SubmenuTrigger>
          )}
          {folded.has('direction') && (
            <SubmenuTrigger>
              <MenuItem id="direction" textValue={directionOfTheBlock()} className="menu-item">
                {t('Direction of the block…')}
              </MenuItem>
              <Popover className="popover">
                <DirectionList editor={editor} />
              </Popover>
            </SubmenuTrigger>
          )}
          {acts.length > 0 && <Separator className="menu-separator" />}
          {acts.length > 0 && (
            <MenuSection aria-label={t('Blocks and steps')}>
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
