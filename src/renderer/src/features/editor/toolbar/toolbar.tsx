import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useEffect, useState } from 'react'
import {
  FileTrigger,
  Group,
  Toolbar as AriaToolbar,
  ToggleButton,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components'
import { IconButton } from '../../../ui/button.tsx'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import { isJustFound } from '../use-open-at-passage.ts'
import { BlockMenu } from './block-menu.tsx'
import { DirectionMenu } from './direction-menu.tsx'
import { LinkDialog } from './link-dialog.tsx'

interface ToolbarProps {
  editor: Editor
  onAddPictures: (files: File[]) => void
}

export function Toolbar({ editor, onAddPictures }: ToolbarProps) {
  const [isLinking, setIsLinking] = useState(false)
  const state = useEditorState({
    editor,
    selector: () => ({
      isBold: editor.isActive('bold'),
      isItalic: editor.isActive('italic'),
      isCode: editor.isActive('code'),
      isLink: editor.isActive('link'),
      isBullets: editor.isActive('bulletList'),
      isNumbers: editor.isActive('orderedList'),
      isQuote: editor.isActive('blockquote'),
      canUndo: editor.can().undo(),
      canRedo: editor.can().redo(),
    }),
  })

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'k' || !(event.ctrlKey || event.metaKey) || !editor.isFocused) return
      // With nothing chosen to be a link, the same keys find a post.
      if ((editor.state.selection.empty || isJustFound(editor)) && !editor.isActive('link')) return
      event.preventDefault()
      setIsLinking(true)
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [editor])

  const act = () => editor.chain().focus()
  return (
    <AriaToolbar className="toolbar" aria-label="Formatting">
      <BlockMenu editor={editor} />
      <Group className="toolbar-group" aria-label="Marks">
        <Toggle name="Bold" icon="bold" isOn={state.isBold} onPress={() => act().toggleBold().run()} />
        <Toggle name="Italic" icon="italic" isOn={state.isItalic} onPress={() => act().toggleItalic().run()} />
        <Toggle name="Code" icon="code" isOn={state.isCode} onPress={() => act().toggleCode().run()} />
        <Toggle name="Link" icon="link" isOn={state.isLink} onPress={() => setIsLinking(true)} />
      </Group>
      <Group className="toolbar-group" aria-label="Blocks">
        <Toggle
          name="Bulleted list"
          icon="list"
          isOn={state.isBullets}
          onPress={() => act().toggleBulletList().run()}
        />
        <Toggle
          name="Numbered list"
          icon="numbers"
          isOn={state.isNumbers}
          onPress={() => act().toggleOrderedList().run()}
        />
        <Toggle name="Quote" icon="quote" isOn={state.isQuote} onPress={() => act().toggleBlockquote().run()} />
        <FileTrigger
          acceptedFileTypes={['image/jpeg', 'image/png', 'image/gif', 'image/webp']}
          allowsMultiple
          onSelect={(files) => onAddPictures([...(files ?? [])])}
        >
          <IconButton name="Add a picture">
            <Icon name="picture" />
          </IconButton>
        </FileTrigger>
        <DirectionMenu editor={editor} />
      </Group>
      <Group className="toolbar-group" aria-label="Steps">
        <IconButton name="Undo" isDisabled={!state.canUndo} onPress={() => act().undo().run()}>
          <Icon name="undo" />
        </IconButton>
        <IconButton name="Redo" isDisabled={!state.canRedo} onPress={() => act().redo().run()}>
          <Icon name="redo" />
        </IconButton>
      </Group>
      <LinkDialog editor={editor} isOpen={isLinking} onClose={() => setIsLinking(false)} />
    </AriaToolbar>
  )
}

interface ToggleProps {
  name: string
  icon: IconName
  isOn: boolean
  onPress: () => void
}

function Toggle({ name, icon, isOn, onPress }: ToggleProps) {
  return (
    <TooltipTrigger delay={600}>
      <ToggleButton className="button button-quiet button-icon" aria-label={name} isSelected={isOn} onPress={onPress}>
        <Icon name={icon} />
      </ToggleButton>
      <Tooltip className="tooltip">{name}</Tooltip>
    </TooltipTrigger>
  )
}
