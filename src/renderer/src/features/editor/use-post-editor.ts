import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { useEditor } from '@tiptap/react'
import { useCallback, useEffect, useLayoutEffect, useState } from 'react'
import { t } from '../../../../shared/words/t.ts'
import type { Post } from '../../../../shared/domain/post.ts'
import { askForAttributesOnce } from './attributes-once.ts'
import { PastedNotes } from './paste/pasted-notes.ts'
import { quietStyles } from './paste/quiet-styles.ts'
import { type Paste, usePaste } from './paste/use-paste.ts'
import { pastedText } from './pasted-text.ts'
import { BlockKeys } from './blocks/block-keys.ts'
import { HasCaret } from './blocks/has-caret.ts'
import { InterviewKeys } from './insert/interview.ts'
import { SlashMenuKeys } from './insert/slash-plugin.ts'
import { LetterKeys } from './letter-keys.ts'
import { postExtensions } from './schema/post-extensions.ts'
import { FootnotesBeside } from './schema/real-footnotes.ts'
import { SelectionAtKey } from './selection-at-key.ts'
import { useAddPictures } from './use-add-pictures.ts'

const extensions = [
  ...postExtensions,
  SelectionAtKey,
  LetterKeys,
  BlockKeys,
  HasCaret,
  InterviewKeys,
  SlashMenuKeys,
  PastedNotes,
]

type PicturesPort = (files: File[], position?: number, as?: 'pictures' | 'gallery') => void

interface PostEditorEvents {
  onChanged: () => void
  onCaretMoved: () => void
}

/** The tiptap editor of one post, opened where the writer left off, and the function that adds pictures to it. */
export function usePostEditor(
  post: Pick<Post, 'document' | 'caret' | 'title' | 'keepsFootnotes'>,
  events: PostEditorEvents,
): {
  editor: Editor
  /** The same function for as long as the post is open. */
  addPictures: PicturesPort
  paste: Paste
} {
  const { add, store } = useAddPictures()
  const paste = usePaste(store)
  const [ofThisPost] = useState(() => [...extensions, FootnotesBeside.configure({ isKept: post.keepsFootnotes })])
  const editor: Editor = useEditor({
    extensions: ofThisPost,
    content: post.document,
    injectCSS: false,
    onBeforeCreate: askForAttributesOnce,
    onUpdate: events.onChanged,
    onSelectionUpdate: events.onCaretMoved,
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t('Text of the post'),
        class: 'post-text',
      },
      clipboardTextParser: (text, context) => pastedText(text, context),
      transformPastedHTML: quietStyles,
      handleDOMEvents: { paste: (view, event) => paste.comesLater(editor, view, event) },
      handlePaste: (_view, event) => {
        const files = pictureFiles(event.clipboardData)
        // Office programs put a picture of the copied text beside the text itself.
        if (files.length === 0 || event.clipboardData?.getData('text/plain').trim()) return false
        add(editor, files)
        return true
      },
      handleDrop: (view, event, _slice, isMove) => {
        const files = pictureFiles(event.dataTransfer)
        if (isMove || files.length === 0) return false
        add(editor, files, view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos)
        return true
      },
    },
  })

  useEffect(() => {
    editor.view.setProps({ clipboardParser: paste.parserFor(editor) })
    // The parser stays the same for as long as its editor does.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [editor])

  // Before anything that stands around the text asks the core for what it shows.
  useLayoutEffect(() => {
    const isNew = post.title === '' && editor.isEmpty
    if (isNew || editor.isDestroyed) return
    const { doc, tr } = editor.state
    const place = (position: number) => doc.resolve(Math.min(position, doc.content.size))
    const { anchor, head } = post.caret ?? { anchor: 0, head: 0 }
    editor.view.dispatch(tr.setSelection(TextSelection.between(place(anchor), place(head))).scrollIntoView())
    editor.view.focus()
    // Only when the post opens: later the caret is the writer's.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [editor])

  const addPictures = useCallback<PicturesPort>(
    (files, position, as) => add(editor, files, position, as),
    [editor, add],
  )
  return { editor, addPictures, paste }
}

function pictureFiles(transfer: DataTransfer | null): File[] {
  return [...(transfer?.files ?? [])]
}
