import type { BesideField } from '../words-beside.ts'

/** Words that are shown as they were written; a poem is words all the same. */
const VERBATIM: ReadonlySet<string> = new Set(['codeBlock', 'preformatted'])

/** Whether the words of a block are looked up. */
export const isSpeltBlock = (type: string): boolean => !VERBATIM.has(type)

/** Who took a picture is a name, and no dictionary knows those. */
export const isSpeltField = (field: BesideField): boolean => field !== 'credit'
