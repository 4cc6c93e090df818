import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import type { BlogId, MediaId } from '../../../../shared/domain/ids.ts'
import type { LibraryPicture, Picture } from '../../../../shared/domain/media.ts'
import type { MediaBlock } from './media-blocks.ts'
import { pictureAttributes, pictureBroughtBy } from './picture-attributes.ts'
import { laterDialog } from '../../ui/later.tsx'

const CropDialog = laterDialog(async () => (await import('./crop-dialog.tsx')).CropDialog)
const MediaDialog = laterDialog(async () => (await import('./media-dialog.tsx')).MediaDialog)
const MediaWordsDialog = laterDialog(async () => (await import('./media-words-dialog.tsx')).MediaWordsDialog)
const PicturePicker = laterDialog(async () => (await import('./picture-picker.tsx')).PicturePicker)

declare global {
  interface HTMLElementEventMap {
    /** A picture of the text asks to be cut out anew; `position` is where it stands. */
    'desk-crop-picture': CustomEvent<{ position: number }>
    /** The library is to be opened over the text. */
    'desk-choose-picture': CustomEvent
    /** A video, a sound or a document is to be put in: this file, or one that is still to be chosen. */
    'desk-add-media': CustomEvent<{ file: File | null }>
    /** A video or a sound of the text asks for its captions and its transcript. */
    'desk-media-words': CustomEvent<{ position: number }>
  }
}

interface PostPicturesProps {
  editor: Editor
  blogId: BlogId
  language: string
  insert: (block: MediaBlock | { type: 'picture'; attrs: Record<string, unknown> }) => void
}

/** The dialogs about pictures and films that an open post can ask for, by events of its text. */
export function PostPictures({ editor, blogId, language, insert }: PostPicturesProps) {
  const [isChoosing, setIsChoosing] = useState(false)
  const [cropping, setCropping] = useState<{ position: number; mediaId: MediaId } | null>(null)
  const [addingMedia, setAddingMedia] = useState<{ file: File | null } | null>(null)
  const [wording, setWording] = useState<number | null>(null)
  const put = (picture: LibraryPicture): void =>
    insert({ type: 'picture', attrs: { ...pictureAttributes(picture, language) } })

  useEffect(() => {
    const { dom } = editor.view
    const choose = (): void => setIsChoosing(true)
    const crop = ({ detail }: CustomEvent<{ position: number }>): void => {
      const mediaId: unknown = editor.state.doc.nodeAt(detail.position)?.attrs['mediaId']
      if (typeof mediaId === 'string') setCropping({ position: detail.position, mediaId: mediaId as MediaId })
    }
    const addMedia = ({ detail }: CustomEvent<{ file: File | null }>): void => setAddingMedia(detail)
    const word = ({ detail }: CustomEvent<{ position: number }>): void => setWording(detail.position)
    dom.addEventListener('desk-media-words', word)
    dom.addEventListener('desk-choose-picture', choose)
    dom.addEventListener('desk-add-media', addMedia)
    dom.addEventListener('desk-crop-picture', crop)
    return () => {
      dom.removeEventListener('desk-media-words', word)
      dom.removeEventListener('desk-choose-picture', choose)
      dom.removeEventListener('desk-add-media', addMedia)
      dom.removeEventListener('desk-crop-picture', crop)
    }
  }, [editor])

  useEffect(() => {
    const brought = pictureBroughtBy(history.state)
    if (!brought) return
    // Only once: the way back, or a reload, brings it no second time.
    history.replaceState(null, '')
    put(brought)
    // Only when the post opens.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [editor])

  return (
    <>
      <PicturePicker isOpen={isChoosing} onClose={() => setIsChoosing(false)} onTake={put} />
      <MediaDialog
        isOpen={addingMedia !== null}
        file={addingMedia?.file ?? null}
        onClose={() => setAddingMedia(null)}
        onInsert={(block) => insert(block)}
      />
      <MediaWordsDialog
        editor={editor}
        blogId={blogId}
        language={language}
        isOpen={wording !== null}
        position={wording}
        onClose={() => setWording(null)}
      />
      <CropDialog
        isOpen={cropping !== null}
        mediaId={cropping?.mediaId ?? null}
        onClose={() => setCropping(null)}
        onCut={(picture) => cropping && replacePicture(editor, cropping, picture)}
      />
    </>
  )
}

/** The place may hold something else by now: then nothing is changed. */
function replacePicture(editor: Editor, from: { position: number; mediaId: MediaId }, to: Picture): void {
  const node = editor.state.doc.nodeAt(from.position)
  if (node?.attrs['mediaId'] !== from.mediaId || to.id === from.mediaId) return
  const attrs = { ...node.attrs, mediaId: to.id, remoteId: null, url: null }
  editor.view.dispatch(editor.state.tr.setNodeMarkup(from.position, undefined, attrs))
}
