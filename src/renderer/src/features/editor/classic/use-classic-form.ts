import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useEffect, useRef } from 'react'
import { blockOnly, formOf } from '../../../../../shared/content/classic/post-form.ts'
import type { BlockNode } from '../../../../../shared/content/document.ts'
import { showToast } from '../../../ui/toasts.tsx'
import { readDocument } from '../read-document.ts'

export interface ClassicForm {
  isClassic: boolean
  /** What in it will make blocks of the whole post. */
  blockOnly: BlockNode['type'] | null
}

/** The form of the open post, and a word to the writer when something comes in that the older form has no place for. */
export function useClassicForm(editor: Editor): ClassicForm {
  const form = useEditorState({ editor, selector: ({ editor: current }) => readForm(current) })
  const knew = useRef(form.blockOnly)
  useEffect(() => {
    const isNews = form.isClassic && form.blockOnly !== null && knew.current === null
    knew.current = form.blockOnly
    if (!isNews || form.blockOnly === null) return
    showToast({
      text: `${becomesBlocks(form.blockOnly)} Every word and picture stays.`,
      action: { label: 'Undo', run: () => void editor.chain().focus().undo().run() },
    })
  }, [editor, form])
  return form
}

function readForm(editor: Editor): ClassicForm {
  const document = readDocument(editor)
  const isClassic = formOf(document) === 'classic'
  return { isClassic, blockOnly: isClassic ? blockOnly(document) : null }
}

const NAMES: Partial<Record<BlockNode['type'], string>> = {
  pullquote: 'A pull quote',
  verse: 'A verse',
  gallery: 'A gallery',
  video: 'A video',
  audio: 'A recording',
  file: 'A file',
  buttons: 'A button',
  footnotes: 'A footnote',
  customHtml: 'HTML of its own',
}

export const becomesBlocks = (type: BlockNode['type']): string =>
  `${NAMES[type] ?? 'What was put in'} has no place in a classic post: the post will go to the blog as blocks.`
