/** PHP knows no difference between a list and a map. */
export function readList(json: string): unknown[] | null {
  try {
    const list: unknown = JSON.parse(json)
    return typeof list === 'object' && list !== null ? Object.values(list) : null
  } catch {
    return null
  }
}

/** `render_block_core_footnotes`: every note of the meta, whether the text refers to it or not. */
export function renderFootnotes(meta: string | undefined): string {
  const notes = (readList(meta ?? '') ?? []) as { id: string; content: string }[]
  const items = notes.map(
    ({ id, content }, index) =>
      `<li id="${id}">${content} <a href="#${id}-link" aria-label="Jump to footnote reference ${index + 1}">↩︎</a></li>`,
  )
  return items.length === 0 ? '' : `<ol class="wp-block-footnotes">${items.join('')}</ol>`
}
