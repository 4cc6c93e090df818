import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Group, Toolbar } from 'react-aria-components'
import { LinkDialog } from '../../editor/toolbar/link-dialog.tsx'
import { Toggle } from '../../editor/toolbar/toggle.tsx'
import { isReplyAddress } from './reply-extensions.ts'
import { t } from '../../../../../shared/words/t.ts'

/** What a comment may carry. Alt + F10 goes there from the words, as in a post. */
export function ReplyToolbar({ editor, children }: { editor: Editor; children?: ReactNode }) {
  const [isLinking, setIsLinking] = useState(false)
  const row = useRef<HTMLDivElement>(null)
  const isOn = useEditorState({
    editor,
    selector: () => ({
      bold: editor.isActive('bold'),
      italic: editor.isActive('italic'),
      link: editor.isActive('link'),
      quote: editor.isActive('blockquote'),
      code: editor.isActive('code'),
    }),
  })

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!editor.isFocused) return
      if (event.key === 'F10' && event.altKey) {
        event.preventDefault()
        row.current?.querySelector<HTMLElement>('button')?.focus()
      } else if (event.key === 'k' && (event.ctrlKey || event.metaKey)) {
        // With nothing chosen to be a link, the same keys find a post.
        if (editor.state.selection.empty && !editor.isActive('link')) return
        event.preventDefault()
        setIsLinking(true)
      }
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [editor])

  const act = () => editor.chain().focus()
  return (
    <Toolbar ref={row} className="toolbar reply-toolbar" aria-label={t('Formatting')}>
      <Group className="toolbar-group" aria-label={t('Marks')}>
        <Toggle
          name={t('Bold', {}, 'formatting')}
          icon="bold"
          isOn={isOn.bold}
          onPress={() => act().toggleBold().run()}
        />
        <Toggle
          name={t('Italic', {}, 'formatting')}
          icon="italic"
          isOn={isOn.italic}
          onPress={() => act().toggleItalic().run()}
        />
        <Toggle name={t('Link', {}, 'formatting')} icon="link" isOn={isOn.link} onPress={() => setIsLinking(true)} />
        <Toggle
          name={t('Quote', {}, 'formatting')}
          icon="quote"
          isOn={isOn.quote}
          onPress={() => act().toggleBlockquote().run()}
        />
        <Toggle
          name={t('Code', {}, 'formatting')}
          icon="code"
          isOn={isOn.code}
          onPress={() => act().toggleCode().run()}
        />
      </Group>
      {children}
      <LinkDialog editor={editor} isOpen={isLinking} accepts={isReplyAddress} onClose={() => setIsLinking(false)} />
    </Toolbar>
  )
}
