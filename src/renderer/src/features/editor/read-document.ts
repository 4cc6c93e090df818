import type { Editor } from '@tiptap/core'
import type { PostDocument } from '../../../../shared/content/document.ts'

/** The text as the contract has it; the schema allows nothing else (see post-extensions.ts). */
export function readDocument(editor: Editor): PostDocument {
  return editor.getJSON() as unknown as PostDocument
}
