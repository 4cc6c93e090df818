import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import type { CoreTransport } from '../../shared/contract/wire.ts'

/** The window may load what was built, ask its own host, and nothing else: no inline style, no foreign picture, no frame. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // DOMPurify's policy under our name, the address of the window's second thread, and the one ProseMirror makes to read the clipboard.
  'trusted-types attache attache-thread ProseMirrorClipboard',
].join('; ')

/** On every answer of either host, but that what was built may be kept. */
export const SECURITY_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const

const MIME_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}
/** Its name changes with it, and nothing of a person is in it. Most browsers keep it compiled, too. */
const BUILT_PART = /^\/assets\//
const FOR_GOOD = 'private, max-age=31536000, immutable'

const PICTURE_TYPES = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp'])

/** What was built, by the path a window asks for. Read once: a file that comes later is not served. */
export type RendererFiles = ReadonlyMap<string, { path: string; mimeType: string }>

/** Throws when the folder holds no `index.html`: the window was not built. */
export function listRendererFiles(folder: string): RendererFiles {
  const files = new Map<string, { path: string; mimeType: string }>()
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const mimeType = MIME_TYPES[extname(entry.name)]
    if (!entry.isFile() || mimeType === undefined) continue
    const path = join(entry.parentPath, entry.name)
    files.set(`/${relative(folder, path).split(sep).join('/')}`, { path, mimeType })
  }
  const index = files.get('/index.html')
  if (!index) throw new Error(`no index.html in ${folder}`)
  return files.set('/', index)
}

/** A picture at the size of a page; smaller or as it was added when the path says so. */
const MEDIA_PATH = /^\/media\/([0-9a-f]{64})(?:\/(thumbnail|whole))?$/

/**
 * Answers a window's GET: a built file, a picture under `/media/<MediaId>` from the core, or under `/file/<id>` one that the
 * person asked to save. `pathname` is matched as it is, undecoded, so a path that climbs out is simply unknown: 404.
 */
export async function answerWindow(
  request: { method: string; pathname: string },
  { files, core }: { files: RendererFiles; core: Pick<CoreTransport, 'call'> },
): Promise<Response> {
  if (request.method !== 'GET') return answer(405, 'text/plain', null)
  const fileId = /^\/file\/([0-9a-f-]{36})$/.exec(request.pathname)?.[1]
  if (fileId !== undefined) return answerPreparedFile(fileId, core)
  const [, mediaId, size = 'reading'] = MEDIA_PATH.exec(request.pathname) ?? []
  if (mediaId !== undefined) return answerPicture(mediaId, size, core)
  const file = files.get(request.pathname)
  if (!file) return answer(404, 'text/plain', null)
  const built = answer(200, file.mimeType, await readFile(file.path))
  if (BUILT_PART.test(request.pathname)) built.headers.set('cache-control', FOR_GOOD)
  return built
}

async function answerPicture(mediaId: string, size: string, core: Pick<CoreTransport, 'call'>): Promise<Response> {
  const response = await core.call({ path: 'media.read', type: 'query', input: { mediaId, size } })
  const picture = response.ok ? (response.data as { bytes?: unknown; mimeType?: unknown } | null) : null
  if (!(picture?.bytes instanceof Uint8Array) || typeof picture.mimeType !== 'string') {
    return answer(404, 'text/plain', null)
  }
  if (!PICTURE_TYPES.has(picture.mimeType)) return answer(404, 'text/plain', null)
  return answer(200, picture.mimeType, picture.bytes)
}

/** Always to be saved, never to be shown: what is in it may be anybody's HTML. */
async function answerPreparedFile(fileId: string, core: Pick<CoreTransport, 'call'>): Promise<Response> {
  const response = await core.call({ path: 'interchange.takeFile', type: 'query', input: { fileId } })
  const file = response.ok ? (response.data as { bytes?: unknown; fileName?: unknown } | null) : null
  if (!(file?.bytes instanceof Uint8Array) || typeof file.fileName !== 'string') return answer(404, 'text/plain', null)
  const saved = answer(200, 'application/octet-stream', file.bytes)
  saved.headers.set('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
  return saved
}

function answer(status: number, mimeType: string, body: Uint8Array | null): Response {
  // The copy gives the bytes a buffer of their own, which is what a body may be.
  return new Response(body === null ? null : new Uint8Array(body), {
    status,
    headers: { ...SECURITY_HEADERS, 'content-type': mimeType },
  })
}
