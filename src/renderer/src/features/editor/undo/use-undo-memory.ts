import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import type { KeptUndo } from '../../../../../shared/contract/services.ts'
import type { PostId } from '../../../../../shared/domain/ids.ts'
import { useCore } from '../../../api/queries.ts'
import { readDocument } from '../read-document.ts'
import { UndoMemory } from './undo-memory.ts'

/** The undo key goes back beyond this opening of the post, to what was `kept` by the one before. */
export function useUndoMemory(editor: Editor, postId: PostId, kept: KeptUndo | null): void {
  const { client } = useCore()
  const [past] = useState(kept)
  useEffect(() => {
    const memory = new UndoMemory({
      state: () => editor.state,
      readDocument: () => readDocument(editor),
      setState(state) {
        if (!editor.isDestroyed) editor.view.updateState(state)
      },
      keep: (undo) => client.undo.keep.mutate({ postId, ...undo }),
      later(callback, delayMs) {
        const timer = setTimeout(callback, delayMs)
        return () => clearTimeout(timer)
      },
    })
    memory.recall(past)
    const follow = ({ transaction }: { transaction: { docChanged: boolean } }): void => {
      if (transaction.docChanged) memory.changed()
    }
    const flush = (): void => void memory.flush()
    editor.on('transaction', follow)
    window.addEventListener('blur', flush)
    window.addEventListener('pagehide', flush)
    return () => {
      editor.off('transaction', follow)
      window.removeEventListener('blur', flush)
      window.removeEventListener('pagehide', flush)
      if (editor.isDestroyed) memory.stop()
      else flush()
    }
  }, [editor, postId, client, past])
}
