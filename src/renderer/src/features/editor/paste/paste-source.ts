import { detectOrigin } from './detect-origin.ts'
import type { FlatItem } from './flat-items.ts'
import { PasteReport } from './paste-report.ts'
import { STYLE_SHEET } from './quiet-styles.ts'
import { Styles } from './styles.ts'

/**
 * A pasted document on its way: its tree, which may be changed, and what was learned about its elements. What is learned
 * stands here and not in attributes, which the page that was copied could have set itself.
 */
export interface PasteSource {
  root: Element
  styles: Styles
  report: PasteReport
  flatItems: Map<Element, FlatItem>
  /** Further paragraphs of the item before them. */
  continuing: Set<Element>
  /** Paragraphs in a style of quotes. */
  quoted: Set<Element>
  headings: Map<Element, number>
  /** The places of references, with the ids of their notes. */
  references: Map<Element, string>
  /** The notes by their ids, taken out of the tree. */
  notes: Map<string, Element>
}

export function pasteSource(root: Element): PasteSource {
  const sheets = [...root.querySelectorAll(STYLE_SHEET)].map((style) => style.textContent ?? '')
  return {
    root,
    styles: new Styles(sheets),
    report: new PasteReport(detectOrigin(root)),
    flatItems: new Map(),
    continuing: new Set(),
    quoted: new Set(),
    headings: new Map(),
    references: new Map(),
    notes: new Map(),
  }
}

/** Takes elements away, and counts them when they meant something. */
export function takeAway(elements: Iterable<Element>, count?: () => void): void {
  for (const element of elements) {
    element.remove()
    count?.()
  }
}
