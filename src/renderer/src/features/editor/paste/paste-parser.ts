import { DOMParser, type ParseOptions, type Schema, type Slice } from '@tiptap/pm/model'
import { type CleanPaste, cleanPaste } from './clean-paste.ts'

export interface PasteParserEvents {
  /** The picture of this laptop for an address in the pasted text, null where there is none. */
  pictureFor: (address: string) => string | null
  onRead: (paste: CleanPaste) => void
}

/**
 * Reads the clipboard for the editor. ProseMirror has made a tree of the HTML by then, in a document that shows and runs
 * nothing; that tree is cleaned here. What the editor itself copied goes through as it is.
 */
export class PasteParser extends DOMParser {
  readonly #events: PasteParserEvents

  constructor(schema: Schema, events: PasteParserEvents) {
    super(schema, DOMParser.fromSchema(schema).rules)
    this.#events = events
  }

  override parseSlice(dom: Node, options?: ParseOptions): Slice {
    const isOwn =
      !(dom instanceof HTMLElement) || dom.closest('[data-pm-slice]') || dom.querySelector('[data-pm-slice]')
    if (isOwn) return super.parseSlice(dom, options)
    const paste = cleanPaste(dom, this.#events.pictureFor)
    this.#events.onRead(paste)
    return super.parseSlice(paste.blocks, options)
  }
}
