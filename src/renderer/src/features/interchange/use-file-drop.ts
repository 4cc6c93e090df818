import { type DragEvent, useState } from 'react'

/** Files dropped on a place; anything else that is dragged over it is none of its business. */
export function useFileDrop(onFiles: (files: File[]) => void) {
  const [isDropping, setIsDropping] = useState(false)
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')
  return {
    isDropping,
    dropProps: {
      onDragOver: (event: DragEvent) => {
        if (!holdsFiles(event)) return
        event.preventDefault()
        setIsDropping(true)
      },
      onDragLeave: (event: DragEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setIsDropping(false)
      },
      onDrop: (event: DragEvent) => {
        setIsDropping(false)
        if (!holdsFiles(event)) return
        event.preventDefault()
        onFiles([...event.dataTransfer.files])
      },
    },
  }
}
