import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import type { TextDirection } from '../../../../../shared/content/document.ts'
import type { ReplyDocument } from '../../../../../shared/conversation/reply-document.ts'
import { readReply, writeReply } from '../../../../../shared/conversation/reply-text.ts'
import { pastedText } from '../../editor/pasted-text.ts'
import { quietStyles } from '../../editor/paste/quiet-styles.ts'
import { replyExtensions } from './reply-extensions.ts'
import { ReplyToolbar } from './reply-toolbar.tsx'
import './reply.css'

interface ReplyEditorProps {
  label: string
  /** Read once; afterwards the words are the writer's. */
  initial: string
  language: string
  direction: TextDirection
  autoFocus?: boolean
  /** The text as it is sent and kept, see reply-text.ts. */
  onChange: (text: string) => void
  /** Ctrl + Enter. */
  onSubmit: () => void
  /** Behind the marks of the toolbar. */
  renderTools?: (insert: (text: string) => void) => ReactNode
}

/** Where a reply is written, wherever that is: only what a comment may carry can stand in it. */
export function ReplyEditor({ label, initial, language, direction, autoFocus, onChange, ...props }: ReplyEditorProps) {
  const [content] = useState(() => readReply(initial))
  const changed = useEffectEvent(onChange)
  const submit = useEffectEvent(props.onSubmit)
  const editor = useEditor({
    extensions: replyExtensions,
    content,
    injectCSS: false,
    onUpdate: ({ editor: { state } }) => changed(writeReply(state.doc.toJSON() as ReplyDocument)),
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': label, class: 'reply-text' },
      clipboardTextParser: (text, context) => pastedText(text, context),
      transformPastedHTML: quietStyles,
      handleKeyDown(_view, { key, ctrlKey, metaKey }) {
        if (key !== 'Enter' || !(ctrlKey || metaKey)) return false
        submit()
        return true
      },
    },
  })
  useEffect(() => {
    if (autoFocus && !editor.isDestroyed) editor.commands.focus('end')
    // Only when it opens.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [editor])

  function insert(text: string): void {
    const { content } = readReply(text)
    const [first] = content
    // What is no more than a line goes on where the caret stands.
    const isLine = content.length === 1 && first?.type === 'paragraph'
    editor
      .chain()
      .focus()
      .insertContent(isLine ? (first.content ?? []) : content)
      .run()
  }

  return (
    <div className="reply-editor">
      <ReplyToolbar editor={editor}>{props.renderTools?.(insert)}</ReplyToolbar>
      <EditorContent
        editor={editor}
        className="reply-paper writers-voice"
        lang={language || undefined}
        dir={direction}
      />
    </div>
  )
}
