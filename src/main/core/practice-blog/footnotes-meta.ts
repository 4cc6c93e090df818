import { cleanPostHtml } from './clean-html.ts'
import { readList } from './render-footnotes.ts'
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
