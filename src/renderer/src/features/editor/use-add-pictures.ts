import { useMutation } from '@tanstack/react-query'
import type { Editor } from '@tiptap/core'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { removedSentence } from '../../../../shared/picture-sentences.ts'
import { showToast } from '../../ui/toasts.tsx'

type AddPictures = (editor: Editor, files: File[], position?: number) => void
/** Stores a file on this laptop; null, and a word to the person, when it is no picture. */
export type StorePicture = (file: File) => Promise<string | null>

/** `add` stores each file on this laptop and puts it after the block at `position` (or the caret), ready to be described. */
export function useAddPictures(): { add: AddPictures; store: StorePicture } {
  const { core } = useCore()
  const media = useMutation(core.media.add.mutationOptions())

  async function store(file: File): Promise<string | null> {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const picture = await media.mutateAsync({ fileName: file.name || 'picture', bytes })
      const said = picture.isNew ? removedSentence(picture.removed) : null
      if (said !== null) showToast({ text: said })
      return picture.id
    } catch (error) {
      showToast({ text: errorLine(appErrorOf(error)) })
      return null
    }
  }

  async function addAll(editor: Editor, files: File[], position?: number): Promise<void> {
    let at = position
    for (const file of files) {
      const mediaId = await store(file)
      if (editor.isDestroyed) return
      if (mediaId !== null) at = insertPicture(editor, { mediaId }, at)
    }
  }
  return { add: (editor, files, position) => void addAll(editor, files, position), store }
}

/** What stands at `position` or the caret comes before it. Returns the position behind the new picture. */
export function insertPicture(editor: Editor, picture: Record<string, unknown>, position?: number): number {
  const { doc, selection } = editor.state
  const place = doc.resolve(Math.min(position ?? selection.to, doc.content.size))
  const at = place.depth === 0 ? place.pos : place.after(1)
  const before = doc.resolve(at).nodeBefore
  const isOnEmptyLine = before?.type.name === 'paragraph' && before.content.size === 0
  const from = isOnEmptyLine ? at - before.nodeSize : at
  const attrs = { remoteId: null, url: null, alt: '', caption: '', source: null, ...picture }
  editor.commands.insertContentAt({ from, to: at }, { type: 'picture', attrs }, { updateSelection: false })
  const figure = editor.view.nodeDOM(from)
  if (figure instanceof HTMLElement) {
    const description = figure.querySelector<HTMLElement>('[aria-label="Description of the picture"]')
    description?.focus()
    figure.querySelector('img')?.addEventListener('load', () => description?.scrollIntoView({ block: 'center' }))
  }
  return from + 1
}
