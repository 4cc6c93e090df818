import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import { INSERTABLE_BLOCKS, type InsertPorts } from './insertable-blocks.ts'
import { SpeakersDialog } from './speakers-dialog.tsx'

type AddPictures = (files: File[], position?: number, as?: 'pictures' | 'gallery') => void

const PICTURE_TYPES = 'image/jpeg,image/png,image/gif,image/webp'

/** Puts blocks into the text for the slash menu, the Insert menu and the blocks themselves; `dialogs` belong on the page. */
export function useInsertion(
  editor: Editor,
  addPictures: AddPictures,
): { insert: (id: string) => void; dialogs: ReactNode } {
  const [isAskingForSpeakers, setIsAskingForSpeakers] = useState(false)

  const insert = useCallback(
    (id: string): void => {
      const ports: InsertPorts = {
        askForSpeakers: () => setIsAskingForSpeakers(true),
        choosePictures: (as) => chooseFiles((files) => addPictures(files, undefined, as)),
      }
      INSERTABLE_BLOCKS.find((block) => block.id === id)?.insert(editor, ports)
    },
    [editor, addPictures],
  )

  useEffect(() => {
    const { dom } = editor.view
    const onInsert = (event: CustomEvent<{ id: string }>): void => insert(event.detail.id)
    const onAddPictures = (event: CustomEvent<{ before: number }>): void =>
      chooseFiles((files) => addPictures(files, event.detail.before))
    dom.addEventListener('desk-insert', onInsert)
    dom.addEventListener('desk-add-pictures', onAddPictures)
    return () => {
      dom.removeEventListener('desk-insert', onInsert)
      dom.removeEventListener('desk-add-pictures', onAddPictures)
    }
  }, [editor, addPictures, insert])

  return {
    insert,
    dialogs: (
      <SpeakersDialog editor={editor} isOpen={isAskingForSpeakers} onClose={() => setIsAskingForSpeakers(false)} />
    ),
  }
}

/** The system's own window for choosing pictures; nothing happens when it is closed without a choice. */
function chooseFiles(take: (files: File[]) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = PICTURE_TYPES
  input.multiple = true
  input.addEventListener('change', () => take([...(input.files ?? [])]))
  input.click()
}
