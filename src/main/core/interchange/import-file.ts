import type { BlockNode, PostDocument } from '../../../shared/content/document.ts'
import { documentWithFootnotes } from '../../../shared/content/interchange/document-footnotes.ts'
import { textDirection } from '../../../shared/content/text-direction.ts'
import { documentInput } from '../../../shared/contract/document-input.ts'
import type { MediaService, PostsService } from '../../../shared/contract/services.ts'
import type { BlogId, MediaId } from '../../../shared/domain/ids.ts'
import type { ImportedPost } from '../../../shared/domain/interchange.ts'
import { AppError, isAppError } from '../../../shared/errors.ts'
import { newId } from '../new-id.ts'
import type { Random } from '../ports.ts'
import type { Desk } from '../store/desk.ts'
import { importReport, type PictureCounts } from './import-report.ts'
import { readIncoming, type IncomingText } from './read-incoming.ts'

export interface ImportPorts {
  desk: Desk
  random: Random
  posts: PostsService
  media: MediaService
}

export interface IncomingFile {
  blogId: BlogId
  fileName: string
  bytes: Uint8Array
  /** Pictures that came with it, by the path under which the text names them. */
  beside: ReadonlyMap<string, Uint8Array>
}

const MAX_PICTURES = 500
const MAX_PICTURE_BYTES = 40 * 1024 * 1024

/** A draft out of a file. The file is read whole first, so a file that cannot be read leaves nothing behind. */
export async function importFile(ports: ImportPorts, file: IncomingFile): Promise<ImportedPost> {
  const { desk, random, posts } = ports
  if (desk.archives.isArchive(file.blogId)) throw new AppError({ kind: 'not-allowed-now', why: 'an-archive' })
  const incoming = await readIncoming(file.fileName, file.bytes, () => newId<string>(random))
  const { text, fields } = incoming
  const pictures = await keepPictures(ports, file, incoming)
  const document = withPictures(documentWithFootnotes(text), pictures.mediaIds)
  // What a window could not save is not put before a person.
  if (!documentInput.safeParse(document).success)
    throw new AppError({ kind: 'unreadable-file', fileName: file.fileName, why: 'too-large' })
  const title = (text.title ?? withoutEnding(file.fileName)).slice(0, 1000)
  const categories = categoriesOf(desk, file.blogId, fields?.categories ?? [])
  const direction = fields?.direction ?? text.direction ?? textDirection(`${title} ${wordsOf(text.markup)}`) ?? 'ltr'
  const { id: postId } = posts.create({ blogId: file.blogId, kind: 'post' })
  posts.edit({
    postId,
    window: 'import',
    sequence: 1,
    mergesSeen: null,
    title,
    document,
    excerpt: fields?.excerpt ?? '',
    language: fields?.language ?? languageOf(text.language),
    direction,
    categoryIds: categories.known,
    tags: fields?.tags ?? [],
    caret: null,
  })
  posts.flush(postId)
  return { postId, report: importReport(incoming, pictures, categories.unknownCount) }
}

function categoriesOf(desk: Desk, blogId: BlogId, names: readonly string[]) {
  const terms = desk.terms.listTerms(blogId).filter(({ taxonomy }) => taxonomy === 'category')
  const known = names.flatMap((name) => terms.find((term) => term.name === name)?.remoteId ?? [])
  return { known, unknownCount: names.length - known.length }
}

interface KeptPictures extends PictureCounts {
  mediaIds: Map<string, MediaId>
}

async function keepPictures(ports: ImportPorts, file: IncomingFile, incoming: IncomingText): Promise<KeptPictures> {
  const kept: KeptPictures = { mediaIds: new Map(), missing: 0, elsewhere: 0, unsupported: 0 }
  for (const { ref, address } of incoming.text.images.slice(0, MAX_PICTURES)) {
    const bytes = bytesAt(address, incoming, file)
    if (bytes === 'elsewhere') kept.elsewhere += 1
    else if (bytes === null) kept.missing += 1
    else {
      const mediaId = await keep(ports.media, ref, bytes)
      if (mediaId === null) kept.unsupported += 1
      else kept.mediaIds.set(ref, mediaId)
    }
  }
  kept.missing += Math.max(0, incoming.text.images.length - MAX_PICTURES)
  return kept
}

function bytesAt(address: string, { word }: IncomingText, { beside }: IncomingFile): Uint8Array | 'elsewhere' | null {
  const inWord = word?.pictures.get(address)
  if (inWord) return inWord
  const data = /^data:image\/[\w.+-]+(?:;[\w=-]+)*;base64,([A-Za-z0-9+/=\s]+)$/i.exec(address)
  if (data) return new Uint8Array(Buffer.from(data[1] ?? '', 'base64'))
  if (/^(?:https?:)?\/\//i.test(address)) return 'elsewhere'
  return beside.get(address) ?? beside.get(decoded(address)) ?? null
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

/** null for what is no picture that a blog takes. */
async function keep(media: MediaService, name: string, bytes: Uint8Array): Promise<MediaId | null> {
  if (bytes.byteLength > MAX_PICTURE_BYTES) return null
  try {
    const fileName = name.split(/[/\\]/).at(-1)?.slice(0, 200) ?? 'picture'
    return (await media.add({ fileName: fileName === '' ? 'picture' : fileName, bytes })).id
  } catch (error) {
    if (isAppError(error) && error.data.kind === 'unsupported-file') return null
    throw error
  }
}

/** Pictures that are on this laptop now, wherever they stand in the text. */
function withPictures(document: PostDocument, mediaIds: ReadonlyMap<string, MediaId>): PostDocument {
  const localised = <Node>(node: Node): Node => {
    const { type, attrs, content } = node as { type?: string; attrs?: { url?: unknown }; content?: unknown[] }
    const mediaId = type === 'picture' && typeof attrs?.url === 'string' ? mediaIds.get(attrs.url) : undefined
    const children = Array.isArray(content) ? { content: content.map(localised) } : {}
    if (mediaId === undefined) return { ...node, ...children }
    return { ...node, ...children, attrs: { ...attrs, mediaId, url: null, source: null } }
  }
  return { ...document, content: document.content.map((block: BlockNode) => localised(block)) }
}

function languageOf(language: string | null): string {
  try {
    return language === null || language.length > 35 ? '' : (Intl.getCanonicalLocales(language)[0] ?? '')
  } catch {
    return ''
  }
}

const withoutEnding = (fileName: string): string => fileName.replace(/\.[^.]+$/, '')
const wordsOf = (markup: string): string => markup.slice(0, 20_000).replaceAll(/<[^<>]*>/g, ' ')
