import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useEffect, useRef } from 'react'
import { blockOnly, formOf, type BlockOnlyType } from '../../../../../shared/content/classic/post-form.ts'
import { showToast } from '../../../ui/toasts.tsx'
import { readDocument } from '../read-document.ts'

export interface ClassicForm {
  isClassic: boolean
  /** What in it will make blocks of the whole post. */
  blockOnly: ReturnType<typeof blockOnly>
}

/** The form of the open post, and a word to the writer when something comes in that the older form has no place for. */
export function useClassicForm(editor: Editor): ClassicForm {
  const form = useEditorState({ editor, selector: ({ editor: current }) => readForm(current) })
  const knew = useRef(form.blockOnly)
  useEffect(() => {
    const isNews = form.isClassic && form.blockOnly !== null && knew.current === null
    knew.current = form.blockOnly
    if (!isNews || form.blockOnly === null) return
    // Without an undo of its own: the person is writing on, and undo would be about that.
    showToast({ text: `${becomesBlocks(form.blockOnly)} Every word and picture stays.` })
  }, [form])
  return form
}

function readForm(editor: Editor): ClassicForm {
  const document = readDocument(editor)
  const isClassic = formOf(document) === 'classic'
  return { isClassic, blockOnly: isClassic ? blockOnly(document) : null }
}

const NAMES: Record<BlockOnlyType | 'table', string> = {
  container: 'A block with others inside',
  table: 'A caption under a table',
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

export const becomesBlocks = (type: BlockOnlyType | 'table'): string =>
  `${NAMES[type]} has no place in a classic post: the post will go to the blog as blocks.`
