/** What a paste could not bring along. */
export type LeftOut =
  | 'pictures-elsewhere'
  | 'pictures-in-files'
  | 'comments'
  | 'deletions'
  | 'highlights'
  | 'looks'
  | 'embeds'
  | 'controls'
  | 'dead-links'
  | 'contents-lists'
  | 'blocks-in-cells'

/** Which program the clipboard was filled by, as far as its HTML tells. */
export type PasteOrigin = 'word' | 'word-online' | 'google-docs' | 'libreoffice' | 'apple' | 'web'

/** Counts while a paste is read. */
export class PasteReport {
  readonly origin: PasteOrigin
  readonly #counts = new Map<LeftOut, number>()

  constructor(origin: PasteOrigin) {
    this.origin = origin
  }

  count(what: LeftOut): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1)
  }

  get leftOut(): ReadonlyMap<LeftOut, number> {
    return this.#counts
  }
}
