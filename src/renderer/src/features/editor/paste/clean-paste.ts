import { cleanApple } from './clean-apple.ts'
import { cleanGoogleDocs } from './clean-google-docs.ts'
import { cleanLibreOffice } from './clean-libreoffice.ts'
import { cleanWord } from './clean-word.ts'
import { cleanWordOnline } from './clean-word-online.ts'
import { takeFootnotes } from './footnotes.ts'
import type { PasteReport } from './paste-report.ts'
import { pasteSource, type PasteSource } from './paste-source.ts'
import { PasteReader } from './read-paste.ts'

export interface CleanPaste {
  /** Plain HTML of the blocks, as the editor's schema reads it. */
  blocks: Element
  /** The words of the footnotes that are referred to, by their ids. */
  notes: Map<string, Element>
  report: PasteReport
}

/**
 * What a pasted tree means, without how it looked. `pictureFor` gives the picture of this laptop for an address in the tree,
 * null where there is none. The tree is used up.
 */
export function cleanPaste(root: Element, pictureFor: (address: string) => string | null): CleanPaste {
  const source = pasteSource(root)
  cleanerOf(source)(source)
  takeFootnotes(source)
  const blocks = new PasteReader(source, pictureFor).read()
  const notes = new Map<string, Element>()
  for (const [id, note] of source.notes) {
    notes.set(id, new PasteReader({ ...source, root: note }, () => null).read())
  }
  return { blocks, notes, report: source.report }
}

function cleanerOf({ report }: PasteSource): (source: PasteSource) => void {
  switch (report.origin) {
    case 'word':
      return cleanWord
    case 'word-online':
      return cleanWordOnline
    case 'google-docs':
      return cleanGoogleDocs
    case 'libreoffice':
      return cleanLibreOffice
    case 'apple':
      return cleanApple
    case 'web':
      return () => undefined
  }
}
