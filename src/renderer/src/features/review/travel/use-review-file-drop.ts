import { useState, type DragEvent } from 'react'
import { useCore } from '../../../api/queries.ts'
import { isReviewFile, openReviewFiles } from './files-to-open.ts'

/**
 * Review files dropped anywhere on a place are opened. It looks before the text does, which would take what is dropped on it for
 * pictures; whatever is no review file is left to it.
 */
export function useReviewFileDrop() {
  const { client } = useCore()
  const [isDropping, setIsDropping] = useState(false)
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')
  const isOverText = (event: DragEvent): boolean =>
    event.target instanceof Element && event.target.closest('.post-text') !== null
  return {
    'data-dropping': isDropping || undefined,
    onDragOverCapture(event: DragEvent) {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setIsDropping(!isOverText(event))
    },
    onDragLeaveCapture(event: DragEvent) {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsDropping(false)
    },
    onDropCapture(event: DragEvent) {
      setIsDropping(false)
      if (!holdsFiles(event)) return
      const files = [...event.dataTransfer.files]
      const reviews = files.filter(isReviewFile)
      if (reviews.length === 0 && isOverText(event)) return
      event.preventDefault()
      event.stopPropagation()
      // What is dropped beside the text can only be meant as one; that it is none is said when it is read.
      openReviewFiles(client, reviews.length > 0 ? reviews : files)
    },
    /** What the text did not take would be opened by the browser in place of the desk. */
    onDrop(event: DragEvent) {
      if (holdsFiles(event)) event.preventDefault()
    },
  }
}
