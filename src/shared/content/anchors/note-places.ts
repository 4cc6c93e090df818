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
  const block = post.blocks.find(({ attrs }) => noteIdOf(attrs['kept']) === String(id))
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

/** The number of the note that a block carries, as text; null for none. */
export function noteIdOf(kept: unknown): string | null {
  const attributes = fieldOf(kept, 'attributes')
  const id = fieldOf(fieldOf(attributes, 'metadata'), 'noteId')
  return typeof id === 'number' || typeof id === 'string' ? String(id) : null
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
