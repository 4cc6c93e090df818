import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { t } from '../../../../../shared/words/t.ts'
import type { TextDirection } from '../../../../../shared/content/document.ts'
import { IconButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'

const directions = (): { id: string; label: string; dir: TextDirection | null }[] => [
  { id: 'auto', label: t('By its first letter'), dir: null },
  { id: 'ltr', label: t('Left to right'), dir: 'ltr' },
  { id: 'rtl', label: t('Right to left'), dir: 'rtl' },
]

/** The direction of the paragraphs and headings in the selection; a list or quote follows its first line. */
export function DirectionMenu({ editor }: { editor: Editor }) {
  return (
    <MenuTrigger>
      <IconButton name={directionOfTheBlock()}>
        <Icon name="direction" />
      </IconButton>
      <Popover className="popover">
        <DirectionList editor={editor} />
      </Popover>
    </MenuTrigger>
  )
}

export const directionOfTheBlock = (): string => t('Direction of the block')

export function DirectionList({ editor }: { editor: Editor }) {
  const current = useEditorState({
    editor,
    selector: () => String(editor.state.selection.$head.parent.attrs['dir'] ?? 'auto'),
  })
  return (
    <Menu
      className="menu"
      aria-label={directionOfTheBlock()}
      selectionMode="single"
      selectedKeys={[current]}
      onAction={(key) => setDirection(editor, directions().find(({ id }) => id === key)?.dir ?? null)}
    >
      {directions().map(({ id, label }) => (
        <MenuItem key={id} id={id} className="menu-item">
          {label}
        </MenuItem>
      ))}
    </Menu>
  )
}

function setDirection(editor: Editor, dir: TextDirection | null): void {
  const { doc, selection, tr } = editor.state
  doc.nodesBetween(selection.from, selection.to, (node, position) => {
    if (node.type.name !== 'paragraph' && node.type.name !== 'heading') return
    tr.setNodeMarkup(position, null, { ...node.attrs, dir })
  })
  editor.view.dispatch(tr)
  editor.commands.focus()
}
