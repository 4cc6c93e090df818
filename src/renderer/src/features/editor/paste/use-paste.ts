import type { Editor } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import { useRef, useState } from 'react'
import { t } from '../../../../../shared/words/t.ts'
import { showToast } from '../../../ui/toasts.tsx'
import { untilPainted } from '../../../ui/until-painted.ts'
import type { StorePicture } from '../use-add-pictures.ts'
import { PasteParser } from './paste-parser.ts'
import { pasteNote, type PasteNote } from './paste-words.ts'
import { dataPictureFile, dataPictures } from './pictures-in-html.ts'

export interface Paste {
  /** Reads the clipboard; made when the editor's schema is known. */
  parserFor: (editor: Editor) => PasteParser
  /** Whether this paste waits for its pictures to be stored, or for the window to say that it takes a while; it comes by itself then. */
  comesLater: (editor: Editor, view: EditorView, event: ClipboardEvent) => boolean
  /** What is being done with a paste that takes a while. */
  progress: string | null
  /** What the person asked to see of the last paste. */
  shown: PasteNote | null
  hide: () => void
}

/** Below it a paste is there in half a second, on a slow laptop too (measured: 5 MB from Word in two to four). */
const LONG_HTML = 300_000

/** Paste from other programs: pictures inside the text become pictures of this laptop, and what stayed out is said. */
export function usePaste(store: StorePicture): Paste {
  const [shown, setShown] = useState<PasteNote | null>(null)
  const [progress, setProgress] = useState<string | null>(null)
  const pictures = useRef(new Map<string, string>())
  const parser = useRef<PasteParser>(null)

  function parserFor(editor: Editor): PasteParser {
    parser.current ??= new PasteParser(editor.schema, {
      pictureFor: (address) => pictures.current.get(address) ?? null,
      onRead: ({ notes, report }) => {
        editor.storage.pastedNotes.waiting = notes
        const note = pasteNote(report)
        if (note)
          showToast({
            text: note.short,
            action: { label: t('Show', {}, 'what a paste left out'), run: () => setShown(note) },
          })
      },
    })
    return parser.current
  }

  async function storeThenPaste(editor: Editor, html: string, addresses: readonly string[]): Promise<void> {
    for (const [index, address] of addresses.entries()) {
      setProgress(
        t('Storing picture {number, number} of {count, number}…', { number: index + 1, count: addresses.length }),
      )
      const file = dataPictureFile(address, `picture-${index + 1}`)
      const mediaId = file && (await store(file))
      if (mediaId !== null) pictures.current.set(address, mediaId)
    }
    setProgress(html.length > LONG_HTML ? t('Putting a long text into the post…') : null)
    await untilPainted()
    if (!editor.isDestroyed) editor.view.pasteHTML(html)
    pictures.current.clear()
    setProgress(null)
  }

  function comesLater(editor: Editor, view: EditorView, event: ClipboardEvent): boolean {
    const html = event.clipboardData?.getData('text/html') ?? ''
    const isExact = view.state.selection.$from.parent.type.spec.code === true
    if (html === '' || isExact) return false
    const addresses = html.includes('data-pm-slice') ? [] : dataPictures(html)
    if (addresses.length === 0 && html.length <= LONG_HTML) return false
    event.preventDefault()
    void storeThenPaste(editor, html, addresses)
    return true
  }

  return { parserFor, comesLater, progress, shown, hide: () => setShown(null) }
}
