import { htmlTree, textOf, type HtmlTree } from '../../../shared/content/interchange/html-tree.ts'
import type { SiteStyle } from '../../../shared/contract/services.ts'
import type { Clock, Fetch } from '../ports.ts'

const MAX_PAGE_BYTES = 3 * 1024 * 1024
const MAX_SHEET_BYTES = 600 * 1024
const MAX_SHEETS = 25
const MAX_ALL_BYTES = 2 * 1024 * 1024
const TIMEOUT_MS = 15_000

/**
 * The styles of a blog's own front page, asked for as any reader does and from the blog's own host alone: what a theme
 * fetches from elsewhere is left out. null when there is no such page to be had. Throws nothing.
 */
export async function fetchSiteStyle(
  home: string,
  { fetch, clock, signal }: { fetch: Fetch; clock: Clock; signal: AbortSignal },
): Promise<Pick<SiteStyle, 'css' | 'direction'> | null> {
  const read = (url: string, type: string, maxBytes: number): Promise<string | null> =>
    readText(url, { fetch, clock, signal, type, maxBytes })
  const page = await read(home, 'text/html', MAX_PAGE_BYTES)
  if (page === null) return null
  const origin = new URL(home).origin
  const parts: string[] = []
  let sizeBytes = 0
  for (const found of stylesOf(treeOf(page), home).slice(0, MAX_SHEETS)) {
    if (signal.aborted) return null
    const isForeign = 'url' in found && new URL(found.url).origin !== origin
    if (isForeign) continue
    const css = 'url' in found ? await read(found.url, 'text/css', MAX_SHEET_BYTES) : found.css
    if (css === null || sizeBytes + css.length > MAX_ALL_BYTES) continue
    sizeBytes += css.length
    parts.push(found.media !== '' ? `@media ${found.media} {\n${css}\n}` : css)
  }
  const direction = /<html\b[^>]*\bdir=["']?rtl\b/i.test(page.slice(0, 20_000)) ? 'rtl' : 'ltr'
  return parts.length === 0 ? null : { css: withoutImports(parts.join('\n')), direction }
}

type FoundStyle = ({ url: string } | { css: string }) & { media: string }

function treeOf(page: string): HtmlTree[] {
  try {
    return htmlTree(page)
  } catch {
    return []
  }
}

/** In the order of the page; those for the printer and those that are switched off aside. */
function stylesOf(nodes: readonly HtmlTree[], home: string): FoundStyle[] {
  return nodes.flatMap((node): FoundStyle[] => {
    if (typeof node === 'string') return []
    const { name, attributes, children } = node
    const media = (attributes.get('media') ?? '').trim()
    if (/^(?:print|speech)$/i.test(media)) return []
    const shown = /^(?:all|screen)?$/i.test(media) ? '' : media
    if (name === 'style') return [{ css: textOf(children), media: shown }]
    const rel = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/)
    const isStyle = name === 'link' && rel.includes('stylesheet') && !rel.includes('alternate')
    if (!isStyle || attributes.has('disabled')) return stylesOf(children, home)
    const url = URL.parse(attributes.get('href') ?? '', home)
    return url && /^https?:$/.test(url.protocol) ? [{ url: url.href, media: shown }] : []
  })
}

/** The window reads the rest with the browser's own parser and drops whatever would load something. */
const withoutImports = (css: string): string => css.replaceAll(/@(?:import|charset|namespace)\b[^;{}]*;/gi, '')

async function readText(
  url: string,
  options: { fetch: Fetch; clock: Clock; signal: AbortSignal; type: string; maxBytes: number },
): Promise<string | null> {
  const abort = new AbortController()
  const cancel = options.clock.after(TIMEOUT_MS, () => abort.abort())
  try {
    const response = await options.fetch(url, {
      headers: { accept: options.type },
      redirect: 'manual',
      credentials: 'omit',
      signal: AbortSignal.any([abort.signal, options.signal]),
    })
    const isWhatWasAsked =
      response.status === 200 && (response.headers.get('content-type') ?? '').startsWith(options.type)
    if (!isWhatWasAsked) {
      await response.body?.cancel()
      return null
    }
    return await bounded(response, options.maxBytes)
  } catch {
    return null
  } finally {
    cancel()
  }
}

async function bounded(response: Response, maxBytes: number): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let sizeBytes = 0
  for await (const chunk of response.body ?? []) {
    sizeBytes += chunk.byteLength
    // Leaving the loop ends the answer.
    if (sizeBytes > maxBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
