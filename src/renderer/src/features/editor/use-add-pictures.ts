import { useMutation } from '@tanstack/react-query'
import type { Editor, JSONContent } from '@tiptap/core'
import type { ResolvedPos } from '@tiptap/pm/model'
import { useMemo } from 'react'
import { appErrorOf } from '../../api/core-link.ts'
import { useCore } from '../../api/queries.ts'
import { errorLine } from '../../../../shared/sentences.ts'
import { removedSentence } from '../../../../shared/picture-sentences.ts'
import { isMediaFile } from '../pictures/media-blocks.ts'
import { showToast } from '../../ui/toasts.tsx'

type AddPictures = (editor: Editor, files: File[], position?: number, as?: 'pictures' | 'gallery') => void
/** Stores a file on this laptop; null, and a word to the person, when it is no picture. */
export type StorePicture = (file: File) => Promise<string | null>

/** `add` stores each file on this laptop and puts it after the block at `position` (or the caret), ready to be described. */
export function useAddPictures(): { add: AddPictures; store: StorePicture } {
  const keep = useKeepPicture()
  return useMemo(() => pictureAdder(keep), [keep])
}

type KeepPicture = ReturnType<typeof useKeepPicture>

const useKeepPicture = () => useMutation(useCore().core.media.add.mutationOptions()).mutateAsync

function pictureAdder(keep: KeepPicture): { add: AddPictures; store: StorePicture } {
  async function store(file: File): Promise<string | null> {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const picture = await keep({ fileName: file.name || 'picture', bytes })
      const said = picture.isNew ? removedSentence(picture.removed) : null
      if (said !== null) showToast({ text: said })
      return picture.id
    } catch (error) {
      showToast({ text: errorLine(appErrorOf(error)) })
      return null
    }
  }

  async function addAll(...[editor, files, position, as]: Parameters<AddPictures>): Promise<void> {
    let at = position
    let isNewGallery = as === 'gallery'
    for (const file of files) {
      if (isMediaFile(file)) {
        // A film is asked about first: how large it is, and that it goes as it is.
        editor.view.dom.dispatchEvent(new CustomEvent('desk-add-media', { detail: { file } }))
        continue
      }
      const mediaId = await store(file)
      if (editor.isDestroyed) return
      if (mediaId === null) continue
      const picture = { type: 'picture', attrs: { mediaId } }
      at = isNewGallery ? insertMedia(editor, newGallery(picture), at) - 1 : insertMedia(editor, picture, at)
      isNewGallery = false
    }
  }
  return { add: (...call) => void addAll(...call), store }
}

/** After the block at `position`, or the caret; a picture into the gallery there. Returns the position behind the new block. */
export function insertMedia(editor: Editor, media: JSONContent, position?: number): number {
  const { doc, selection } = editor.state
  const place = doc.resolve(Math.min(position ?? selection.to, doc.content.size))
  const holder = holderDepth(place, media)
  const at = place.depth === holder ? place.pos : place.after(holder + 1)
  const before = doc.resolve(at).nodeBefore
  const isOnEmptyLine = before?.type.name === 'paragraph' && before.content.size === 0
  const from = isOnEmptyLine ? at - before.nodeSize : at
  editor.commands.insertContentAt({ from, to: at }, media, { updateSelection: false })
  const figure = editor.view.nodeDOM(from)
  if (figure instanceof HTMLElement) {
    const description = figure.querySelector<HTMLElement>('[data-words="alt"]')
    description?.focus()
    figure.querySelector('img')?.addEventListener('load', () => description?.scrollIntoView({ block: 'center' }))
  }
  return from + (editor.state.doc.nodeAt(from)?.nodeSize ?? 1)
}

/** How deep it may stand: in the gallery, or the column or group, that the place is in; else between the post's own blocks. */
function holderDepth(place: ResolvedPos, { type }: JSONContent): number {
  for (let { depth } = place; depth > 0; depth -= 1) {
    const node = place.node(depth)
    if (node.type.name === 'gallery' && type === 'picture') return depth
    // Between two columns nothing can stand.
    if (node.type.name === 'container' && node.attrs['blockName'] !== 'core/columns') return depth
  }
  return 0
}

/** The block editor of WordPress 7.1 notes down of each gallery it meets that its pictures lead nowhere; so nothing changes. */
const newGallery = (picture: JSONContent): JSONContent => ({
  type: 'gallery',
  attrs: { kept: { attributes: { linkTo: 'none' }, html: {} } },
  content: [picture],
})
