import type { BlogId, MediaId, PostId } from '../../../shared/domain/ids.ts'
import type { LibraryPicture } from '../../../shared/domain/media.ts'
import type { Desk } from '../store/desk.ts'
import type { OwnPicture, ShownPicture } from '../store/library-repository.ts'

type Uses = Map<PostId, string>

/** The person's own pictures, newest first; then those that the blog's posts show and that came from elsewhere. */
export function listLibrary(desk: Desk, blogId: BlogId): LibraryPicture[] {
  const own = desk.library.listOwn()
  const uploads = desk.library.listUploads(blogId)
  const shown = desk.library.listShown()
  const copies = desk.library.listInCopies()

  const usesOf = new Map<MediaId, Uses>(own.map(({ id }) => [id, new Map()]))
  for (const { ownId, postId, title } of shown) if (ownId !== null) usesOf.get(ownId)?.set(postId, title)
  for (const { mediaIds, postId, title } of copies) for (const id of mediaIds) usesOf.get(id)?.set(postId, title)

  const fromBlog = groupShown(shown.filter((each) => each.blogId === blogId && !usesOf.has(each.ownId as MediaId)))
  for (const copy of copies) {
    if (copy.blogId !== blogId) continue
    for (const remoteId of copy.remoteIds) fromBlog.get(String(remoteId))?.uses.set(copy.postId, copy.title)
  }
  const files = desk.library.listCopies(
    [...fromBlog.values()].flatMap(({ picture: { ownId, copyId } }) => ownId ?? copyId ?? []),
  )
  return [
    ...own.map((picture) => ownEntry(picture, uploads, usesOf.get(picture.id) ?? new Map())),
    ...[...fromBlog.values()].map(({ picture, uses }) => blogEntry(picture, files, uses)),
  ]
}

/** One picture in several sizes and posts is one picture. */
function groupShown(shown: readonly ShownPicture[]): Map<string, { picture: ShownPicture; uses: Uses }> {
  const groups = new Map<string, { picture: ShownPicture; uses: Uses }>()
  for (const each of shown) {
    const key = each.remoteId === null ? each.url : String(each.remoteId)
    const group = groups.get(key) ?? { picture: each, uses: new Map<PostId, string>() }
    if (group.picture.copyId === null && each.copyId !== null) group.picture = each
    group.uses.set(each.postId, each.title)
    groups.set(key, group)
  }
  return groups
}

const listUses = (uses: Uses): LibraryPicture['usedIn'] => Array.from(uses, ([postId, title]) => ({ postId, title }))

function ownEntry(
  { id, fileName, sent, alt, altLanguage, credit, isCutOut, ...file }: OwnPicture,
  uploads: Map<MediaId, NonNullable<LibraryPicture['onBlog']>>,
  uses: Uses,
): LibraryPicture {
  return {
    mediaId: id,
    onBlog: uploads.get(id) ?? null,
    isOwn: true,
    fileName,
    file,
    sent,
    alt,
    altLanguage,
    credit,
    isCutOut,
    usedIn: listUses(uses),
  }
}

function blogEntry(
  { url, remoteId, ownId, copyId, name }: ShownPicture,
  files: Map<MediaId, Omit<OwnPicture, 'isCutOut'>>,
  uses: Uses,
): LibraryPicture {
  const mediaId = ownId ?? copyId
  const here = mediaId === null ? undefined : files.get(mediaId)
  const { alt = '', altLanguage = '', credit = '' } = here ?? {}
  return {
    mediaId: here ? mediaId : null,
    onBlog: { remoteId, url },
    isOwn: false,
    fileName: name ?? nameOf(url),
    file: here ? { ...fileOf(here) } : null,
    sent: null,
    alt,
    altLanguage,
    credit,
    isCutOut: false,
    usedIn: listUses(uses),
  }
}

const fileOf = ({ mimeType, sizeBytes, widthPx, heightPx, addedAt, removed }: Omit<OwnPicture, 'isCutOut'>) => ({
  mimeType,
  sizeBytes,
  widthPx,
  heightPx,
  addedAt,
  removed,
})

function nameOf(url: string): string {
  const last = URL.parse(url)?.pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last) || url
  } catch {
    return last || url
  }
}
