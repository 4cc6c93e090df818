import { lineContent } from './caption.ts'
import type { InlineNode, KeptParts, StructureNode } from './document.ts'

/** A field of a block that holds words of a person: `text` is what a “read on” says, `name` what a file's link says. */
export type BesideField = 'caption' | 'alt' | 'credit' | 'citation' | 'name' | 'text'

type FieldOf<Type extends StructureNode['type']> = BesideField &
  keyof NonNullable<Extract<StructureNode, { type: Type }>['attrs']>

/** No block has more of them. */
const PICTURE = ['caption', 'alt', 'credit'] as const satisfies readonly FieldOf<'picture'>[]

/**
 * Which words of a post stand beside its text, in the order the desk shows them. Whatever reads or changes the words of a post asks here:
 * checks, spelling, find and replace, the count and the search.
 */
const BESIDE: { readonly [Type in StructureNode['type']]?: readonly FieldOf<Type>[] } = {
  picture: PICTURE,
  gallery: ['caption'],
  table: ['caption'],
  embed: ['caption'],
  video: ['caption'],
  audio: ['caption'],
  file: ['name'],
  moreBreak: ['text'],
  blockquote: ['citation'],
  pullquote: ['citation'],
}

const fieldsByType = new Map<string, readonly BesideField[]>(Object.entries(BESIDE))

/** In what order the fields of one block come. */
export const besideOrder = (field: BesideField): number => (PICTURE as readonly BesideField[]).indexOf(field)

/** Under what name it is kept what else the blog has of a field: its own attributes, and its emphasis and links; see caption.ts. */
const ELEMENTS: Partial<Record<BesideField, string>> = {
  caption: 'figcaption',
  alt: 'img',
  citation: 'cite',
  name: 'a',
}

export interface WordsBeside {
  field: BesideField
  words: string
  /** What the blog says of the field's own language; null where it is the block's. */
  language: string | null
}

/** Those of one node that are not empty; read by name, so that a node of another kind has none. */
export function wordsBeside(type: string, attrs: Readonly<Record<string, unknown>>): WordsBeside[] {
  return (fieldsByType.get(type) ?? []).flatMap((field) => {
    const words = attrs[field]
    if (typeof words !== 'string' || words === '') return []
    return [{ field, words, language: keptOf(attrs)?.html[`${ELEMENTS[field]}/lang`] || null }]
  })
}

/** The words of a field with the passages, links and emphasis they have on the blog. */
export function besideContent(
  { field, words }: Pick<WordsBeside, 'field' | 'words'>,
  attrs: Readonly<Record<string, unknown>>,
): InlineNode[] {
  const element = ELEMENTS[field]
  const kept = keptOf(attrs)
  return element !== undefined && kept ? lineContent(element, words, kept) : [{ type: 'text', text: words }]
}

const keptOf = (attrs: Readonly<Record<string, unknown>>) => attrs['kept'] as KeptParts | null | undefined
