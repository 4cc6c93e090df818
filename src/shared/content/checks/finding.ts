import type { BesideField } from '../words-beside.ts'

/**
 * What a check has to say. Nothing here changes a text by itself: a fix is a proposal that a person takes with one key, and
 * it is only applied where the words it was made for still stand (see apply in the window's use-findings).
 */
export interface Finding {
  /** The check or the rule of a pack, such as `doubled-word` or `house-en/vague-link`. */
  rule: string
  severity: Severity
  /** What was found, as one sentence. */
  sentence: string
  /** Why it matters, and what a reader would miss. */
  why: string
  where: Where
  fixes: Fix[]
  /**
   * The same while the words it is about stay, whatever is changed elsewhere: what a person called fine stays so. A hash,
   * so that what is stored beside a post repeats nothing of its words.
   */
  fingerprint: string
}

/** `stops` only where a pack marked as policy says so; everything else is to look at. */
export type Severity = 'stops' | 'look'

/**
 * A place in the post. `path` is the child index at each level of the document. `from` and `to` count inside the words of
 * one text block as the editor counts: UTF-16 units of text, one for anything else that stands in a line.
 */
export type Where =
  | { in: 'text'; path: number[]; from: number; to: number }
  | { in: 'block'; path: number[]; field?: BesideField }
  | { in: 'title' | 'excerpt' | 'language' | 'review-by' | 'post' }

export interface Fix {
  /** Says what happens: "Insert the space". */
  label: string
  change: Change
}

export type Change =
  /** Only where `expected` still stands. */
  | { kind: 'replace-text'; path: number[]; from: number; to: number; expected: string; text: string }
  | { kind: 'replace-field'; field: 'title' | 'excerpt'; expected: string; text: string }
  | { kind: 'set-attributes'; path: number[]; attrs: Record<string, unknown> }
  | { kind: 'remove-block'; path: number[] }
  /** The first row of a table becomes its heading. */
  | { kind: 'make-table-head'; path: number[] }
  /** Brings the person to where only they can put it right. */
  | { kind: 'go'; where: Where }

/** A finding before it has its fingerprint; `about` are the words it stands and falls with. */
export interface Notice extends Omit<Finding, 'fingerprint' | 'rule' | 'severity'> {
  about: string
}
