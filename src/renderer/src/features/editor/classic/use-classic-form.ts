import type { Editor } from '@tiptap/core'
import { useEffect, useRef } from 'react'
import { blockOnly, formOf, type BlockOnlyType } from '../../../../../shared/content/classic/post-form.ts'
import { t } from '../../../../../shared/words/t.ts'
import { showToast } from '../../../ui/toasts.tsx'
import { useAfterTyping } from '../after-typing.ts'
import { readDocument } from '../read-document.ts'

export interface ClassicForm {
  isClassic: boolean
  /** What in it will make blocks of the whole post. */
  blockOnly: ReturnType<typeof blockOnly>
}

/** The form of the open post, and a word to the writer when something comes in that the older form has no place for. */
export function useClassicForm(editor: Editor): ClassicForm {
  const form = useAfterTyping(editor, readForm, isSameForm)
  const knew = useRef(form.blockOnly)
  useEffect(() => {
    const isNews = form.isClassic && form.blockOnly !== null && knew.current === null
    knew.current = form.blockOnly
    if (!isNews || form.blockOnly === null) return
    // Without an undo of its own: the person is writing on, and undo would be about that.
    showToast({ text: `${becomesBlocks(form.blockOnly)} ${t('Every word and picture stays.')}` })
  }, [form])
  return form
}

const isSameForm = (one: ClassicForm, other: ClassicForm): boolean =>
  one.isClassic === other.isClassic && one.blockOnly === other.blockOnly

function readForm(editor: Editor): ClassicForm {
  const document = readDocument(editor)
  const isClassic = formOf(document) === 'classic'
  return { isClassic, blockOnly: isClassic ? blockOnly(document) : null }
}

/** Why a post becomes one of blocks. */
export function becomesBlocks(type: BlockOnlyType | 'table'): string {
  switch (type) {
    case 'container':
      return t('A block with others inside has no place in a classic post: the post will go to the blog as blocks.')
    case 'table':
      return t('A caption under a table has no place in a classic post: the post will go to the blog as blocks.')
    case 'pullquote':
      return t('A pull quote has no place in a classic post: the post will go to the blog as blocks.')
    case 'verse':
      return t('A verse has no place in a classic post: the post will go to the blog as blocks.')
    case 'gallery':
      return t('A gallery has no place in a classic post: the post will go to the blog as blocks.')
    case 'video':
      return t('A video has no place in a classic post: the post will go to the blog as blocks.')
    case 'audio':
      return t('A recording has no place in a classic post: the post will go to the blog as blocks.')
    case 'file':
      return t('A file has no place in a classic post: the post will go to the blog as blocks.')
    case 'buttons':
      return t('A button has no place in a classic post: the post will go to the blog as blocks.')
    case 'footnotes':
      return t('A footnote has no place in a classic post: the post will go to the blog as blocks.')
    case 'customHtml':
      return t('HTML of its own has no place in a classic post: the post will go to the blog as blocks.')
  }
}
