import type { PublishedFootnote } from './published-html.ts'

/** A post's `footnotes` meta (WordPress 6.3): JSON of ids and inline HTML. What is no such list is none. */
export function readFootnotesMeta(meta: string | undefined): PublishedFootnote[] {
  if (meta === undefined || meta === '') return []
  try {
    const list: unknown = JSON.parse(meta)
    if (!Array.isArray(list)) return []
    return list.flatMap((note: unknown) => {
      const { id, content } = (note ?? {}) as { id?: unknown; content?: unknown }
      return typeof id === 'string' && typeof content === 'string' ? [{ id, html: content }] : []
    })
  } catch {
    return []
  }
}
