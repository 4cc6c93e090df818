import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { t } from '../../../../../shared/words/t.ts'
import { showToastUntil } from '../../../ui/toasts.tsx'

/** Says what the last edit did, with its undo; gone with the next edit, since from then on undo is about that one. */
export function offerUndo(editor: Editor, text: string): void {
  const dismiss = showToastUntil({
    text,
    action: { label: t('Undo'), run: () => void editor.commands.undo() },
  })
  const follow = ({ transaction }: { transaction: Transaction }): void => {
    if (!transaction.docChanged) return
    editor.off('transaction', follow)
    dismiss()
  }
  editor.on('transaction', follow)
}
