import type { Where } from '../checks/finding.ts'

/**
 * The passage a note is about, kept in its own words, so that it is found again however the text around it changes, and can
 * still be read when it is gone. An empty `quote` is a note about a whole block.
 */
export interface Anchor {
  quote: string
  /** The words around it, at most 48 characters each. */
  before: string
  after: string
  /** Where it stood last. */
  where: Where
  /** Of the block: a paragraph, a picture… */
  type: string
}

/** Where a passage stands now. `isChanged`: part of it was written anew since. */
export interface FoundAnchor {
  where: Where
  isChanged: boolean
}
