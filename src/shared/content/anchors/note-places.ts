import type { BlockNode, PostDocument } from '../document.ts'
import { placeOf } from '../checks/place.ts'
import type { Where } from '../checks/finding.ts'
import type { ReadablePost } from '../checks/readable-post.ts'

/**
 * Where the blog's own editor put a note, by its number: WordPress 6.9 writes it into the block's attributes, 7.1 also into a mark
 * around the words. null when it stands nowhere: a note about the whole post, or about a block that is gone.
 */
export function placeOfNote(post: ReadablePost, id: number): Where | null {
  for (const block of post.texts)
    for (const { open, from, to } of block.kept)
      if (block.holder === 'text' && isMarkOf(open, id)) return placeOf(block, from, to)
  const block = post.blocks.find(({ attrs }) => noteIdsOf(attrs['kept']).includes(String(id)))
  if (!block) return null
  // Its words, where it has some of its own: they are found again also when the block around them was made anew.
  const text = post.texts.find(
    ({ holder, path }) =>
      holder === 'text' && path.length === block.path.length && path.every((at, level) => at === block.path[level]),
  )
  return text && text.text.trim() !== '' ? placeOf(text, 0, text.text.length) : { in: 'block', path: block.path }
}

const isMarkOf = (open: string, id: number): boolean =>
  /\bclass\s*=\s*["'][^"']*\bwp-note\b/iu.test(open) && new RegExp(`\\bdata-id\\s*=\\s*["']${id}["']`, 'iu').test(open)

/** The number of the note that a block carries, as text, of several the first; null for none. */
export const noteIdOf = (kept: unknown): string | null => noteIdsOf(kept)[0] ?? null

/** WordPress 6.9 writes one number, 7.1 a list. */
function noteIdsOf(kept: unknown): string[] {
  const said = fieldOf(fieldOf(fieldOf(kept, 'attributes'), 'metadata'), 'noteId')
  const ids: unknown[] = Array.isArray(said) ? said : [said]
  return ids.flatMap((id) => (typeof id === 'number' || typeof id === 'string' ? [String(id)] : []))
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined

/**
 * The post with the number of a note on the block where it stands, as the blog's own editor writes it; a block carries one note at
 * most. The same post where no block can: in a classic text, and inside what is kept as it is.
 */
export function withNoteNumber(document: PostDocument, path: readonly number[], id: number): PostDocument {
  const [index = -1] = path
  const block = document.content[index]
  if (!block || !carriesAttributes(block) || noteIdOf(block.attrs.kept) !== null) return document
  const { attributes, html } = block.attrs.kept ?? { attributes: {}, html: {} }
  const metadata = { ...(attributes['metadata'] as object | undefined), noteId: id }
  const kept = { attributes: { ...attributes, metadata }, html }
  return {
    ...document,
    content: document.content.with(index, { ...block, attrs: { ...block.attrs, kept } } as BlockNode),
  }
}

const CARRIERS = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
  'picture',
  'gallery',
  'table',
] as const

type Carrier = Extract<BlockNode, { type: (typeof CARRIERS)[number] }>
const carriesAttributes = (block: BlockNode): block is Carrier => CARRIERS.some((type) => type === block.type)
