import { createHash } from 'node:crypto'
import type { BlogApi } from '../blog-api.ts'
import { expectJson } from './http.ts'
import { toRemoteMedia } from './mapping.ts'
import { MEDIA_FIELDS, mediaSchema } from './schemas.ts'
import type { SignedLine } from './signed-line.ts'

const MEDIA = 'wp/v2/media'

async function md5Of(bytes: Uint8Array | Blob): Promise<string> {
  const hash = createHash('md5')
  if (bytes instanceof Blob) for await (const part of bytes.stream()) hash.update(part)
  else hash.update(bytes)
  return hash.digest('hex')
}

/** Pictures and other files over the REST interface. */
export function wordpressMedia(line: SignedLine): Pick<BlogApi, 'uploadMedia' | 'findMediaBySlug' | 'getMedia'> {
  return {
    async uploadMedia({ bytes, fileName, mimeType, alt }) {
      const answer = await line.ask({
        path: MEDIA,
        query: { _fields: MEDIA_FIELDS, alt_text: alt },
        body: bytes instanceof Blob ? bytes : new Uint8Array(bytes),
        headers: {
          'content-type': mimeType,
          'content-disposition': `attachment; filename="${fileName}"`,
          // WordPress compares in hex, unlike RFC 1864; a picture mangled on the way is refused with 412.
          'content-md5': await md5Of(bytes),
        },
      })
      const unfinishedId = answer.headers.get('x-wp-upload-attachment-id')
      // The picture is stored, and making its smaller sizes failed: WordPress lets us go on from there (since 5.3).
      if (answer.status >= 500 && unfinishedId !== null && /^\d+$/.test(unfinishedId)) {
        const path = `${MEDIA}/${unfinishedId}/post-process`
        const json = { action: 'create-image-subsizes' }
        return toRemoteMedia(await line.read(mediaSchema, { path, query: { _fields: MEDIA_FIELDS }, json }))
      }
      return toRemoteMedia(expectJson(answer, mediaSchema))
    },

    async findMediaBySlug(slug) {
      const query = { slug, orderby: 'id', order: 'asc', _fields: MEDIA_FIELDS }
      const { items } = await line.readPage(mediaSchema, 1, { path: MEDIA, query })
      return items.map(toRemoteMedia)
    },

    async getMedia(id) {
      const query = { _fields: MEDIA_FIELDS }
      return toRemoteMedia(await line.read(mediaSchema, { path: `${MEDIA}/${id}`, query }))
    },
  }
}
