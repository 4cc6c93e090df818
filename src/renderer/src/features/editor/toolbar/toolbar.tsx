import type { Editor } from '@tiptap/core'
import { redoDepth, undoDepth } from '@tiptap/pm/history'
import { useEditorState } from '@tiptap/react'
import { memo, useEffect, useMemo, useState } from 'react'
import { FileTrigger, Group, Toolbar as AriaToolbar } from 'react-aria-components'
import { t } from '../../../../../shared/words/t.ts'
import { IconButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { isJustFound } from '../use-open-at-passage.ts'
import { BlockMenu } from './block-menu.tsx'
import { DirectionMenu } from './direction-menu.tsx'
import { InsertMenu } from './insert-menu.tsx'
import { LanguageMenu } from './language-menu.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { MoreMenu } from './more-menu.tsx'
import { SelectionMenu } from './selection-menu.tsx'
import { Toggle } from './toggle.tsx'
import { foldedAt } from './toolbar-room.ts'
import { useWidth } from './use-width.ts'

interface ToolbarProps {
  editor: Editor
  onAddPictures: (files: File[]) => void
  onInsert: (id: string) => void
}

/** Drawn anew only for what it shows itself, not for what spelling and checks find. */
export const Toolbar = memo(function Toolbar({ editor, onAddPictures, onInsert }: ToolbarProps) {
  const [isLinking, setIsLinking] = useState(false)
  const { box: row, widthPx } = useWidth()
  const folded = useMemo(() => foldedAt(widthPx), [widthPx])
  const state = useEditorState({
    editor,
    selector: () => ({
      isBold: editor.isActive('bold'),
      isItalic: editor.isActive('italic'),
      isLink: editor.isActive('link'),
      isBullets: editor.isActive('bulletList'),
      isNumbers: editor.isActive('orderedList'),
      isQuote: editor.isActive('blockquote'),
      // Not `editor.can()`, which makes all commands anew for each key.
      canUndo: undoDepth(editor.state) > 0,
      canRedo: redoDepth(editor.state) > 0,
    }),
  })

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!editor.isFocused) return
      if (event.key === 'F10' && event.altKey) {
        event.preventDefault()
        row.current?.querySelector<HTMLElement>('button')?.focus()
        return
      }
      if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return
      // With nothing chosen to be a link, the same keys find a post.
      if ((editor.state.selection.empty || isJustFound(editor)) && !editor.isActive('link')) return
      event.preventDefault()
      setIsLinking(true)
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [editor, row])

  const act = () => editor.chain().focus()
  return (
    <AriaToolbar
      ref={row}
      className={folded.has('italic') ? 'toolbar toolbar-tight' : 'toolbar'}
      aria-label={t('Formatting')}
    >
      <BlockMenu editor={editor} />
      <Group className="toolbar-group" aria-label={t('Marks')}>
        <Toggle name={t('Bold')} icon="bold" isOn={state.isBold} onPress={() => act().toggleBold().run()} />
        {!folded.has('italic') && (
          <Toggle name={t('Italic')} icon="italic" isOn={state.isItalic} onPress={() => act().toggleItalic().run()} />
        )}
        {!folded.has('link') && (
          <Toggle name={t('Link')} icon="link" isOn={state.isLink} onPress={() => setIsLinking(true)} />
        )}
        {!folded.has('language') && <LanguageMenu editor={editor} />}
        <MoreMenu editor={editor} folded={folded} onLink={() => setIsLinking(true)} />
      </Group>
      <Group className="toolbar-group" aria-label={t('Blocks')}>
        {!folded.has('lists') && (
          <>
            <Toggle
              name={t('Bulleted list')}
              icon="list"
              isOn={state.isBullets}
              onPress={() => act().toggleBulletList().run()}
            />
            <Toggle
              name={t('Numbered list')}
              icon="numbers"
              isOn={state.isNumbers}
              onPress={() => act().toggleOrderedList().run()}
            />
            <Toggle
              name={t('Quote')}
              icon="quote"
              isOn={state.isQuote}
              onPress={() => act().toggleBlockquote().run()}
            />
          </>
        )}
        {!folded.has('picture') && (
          <FileTrigger
            acceptedFileTypes={['image/jpeg', 'image/png', 'image/gif', 'image/webp']}
            allowsMultiple
            onSelect={(files) => onAddPictures([...(files ?? [])])}
          >
            <IconButton name={t('Add a picture')}>
              <Icon name="picture" />
            </IconButton>
          </FileTrigger>
        )}
        {!folded.has('direction') && <DirectionMenu editor={editor} />}
        <InsertMenu onInsert={onInsert} />
      </Group>
      {!folded.has('steps') && (
        <Group className="toolbar-group" aria-label={t('Steps', {}, 'undo and redo')}>
          <IconButton name={t('Undo')} isDisabled={!state.canUndo} onPress={() => act().undo().run()}>
            <Icon name="undo" />
          </IconButton>
          <IconButton name={t('Redo')} isDisabled={!state.canRedo} onPress={() => act().redo().run()}>
            <Icon name="redo" />
          </IconButton>
        </Group>
      )}
      <LinkDialog editor={editor} isOpen={isLinking} onClose={() => setIsLinking(false)} />
      <SelectionMenu editor={editor} onLink={() => setIsLinking(true)} />
    </AriaToolbar>
  )
})
