import { cleanPostHtml } from './clean-html.ts'
import type { RequestParams } from './request-params.ts'
import { RestError } from './rest-error.ts'

/** The `footnotes` meta that a request asks for; null when it says nothing of it. */
export function requestedFootnotes(params: RequestParams, canWriteUnfiltered: boolean): string | null {
  const meta = params.value('meta')
  if (typeof meta !== 'object' || meta === null || !('footnotes' in meta)) return null
  if (meta.footnotes === null) return ''
  if (typeof meta.footnotes !== 'string')
    throw new RestError(400, 'rest_invalid_type', 'meta.footnotes is not of type string.')
  return canWriteUnfiltered ? meta.footnotes : cleanFootnotes(meta.footnotes)
}

/** `_wp_filter_post_meta_footnotes`: notes without words or id go, and the rest is written anew as PHP writes JSON. */
function cleanFootnotes(json: string): string {
  const list = readList(json)
  if (list === null) return ''
  const cleaned = list.flatMap((note) => {
    const { id, content } = (note ?? {}) as { id?: unknown; content?: unknown }
    return typeof id === 'string' && typeof content === 'string' && id !== '' && content !== ''
      ? [{ id: id.toLowerCase().replaceAll(/[^a-z0-9_-]/g, ''), content: cleanPostHtml(content) }]
      : []
  })
  return JSON.stringify(cleaned)
    .replaceAll('/', String.raw`\/`)
    .replaceAll(/[\u0080-\uffff]/g, (unit) => String.raw`\u` + (unit.codePointAt(0) ?? 0).toString(16).padStart(4, '0'))
}

/** PHP knows no difference between a list and a map. */
function readList(json: string): unknown[] | null {
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
