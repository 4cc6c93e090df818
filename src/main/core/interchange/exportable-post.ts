import { documentToMarkup } from '../../../shared/content/document-to-markup.ts'
import { footnotesOf, withNotesBeside } from '../../../shared/content/interchange/document-footnotes.ts'
import type { StoredFootnote } from '../../../shared/content/footnotes-meta.ts'
import { publishedHtml } from '../../../shared/content/interchange/published-html.ts'
import type { MediaId } from '../../../shared/domain/ids.ts'
import type { Post } from '../../../shared/domain/post.ts'
import { siteTime } from '../sync/site-time.ts'
import type { MediaFiles } from '../media/media-files.ts'
import { isPictureType } from '../media/picture-files.ts'
import { pictureEnding } from '../media/read-picture-facts.ts'
import { blogDirection } from '../blogs/blog-language.ts'
import type { Desk } from '../store/desk.ts'

export interface ExportedPicture {
  /** Name for a file beside the text. */
  fileName: string
  mimeType: string
  bytes: Uint8Array
}

export interface ExportablePost {
  post: Post
  markup: string
  html: string
  footnotes: StoredFootnote[]
  /** Those that are on this laptop, by their address in `markup` and `html`. */
  pictures: Map<string, ExportedPicture>
  categories: string[]
  byline: string
  /** When it was published, else last worked on, at the blog: `2026-05-03`. */
  day: string
}

/** The post with everything of it that this laptop has. A picture that the blog never had goes by a local address. */
export async function exportablePost(desk: Desk, files: MediaFiles, post: Post): Promise<ExportablePost> {
  const here = new Map<string, MediaId>()
  const { markup } = documentToMarkup(withNotesBeside(post.document), {
    blogDirection: blogDirection(desk, post.blogId),
    pictureFor(mediaId) {
      const upload = desk.media.findUpload(post.blogId, mediaId)
      const url = upload?.url ?? `media/${mediaId}`
      here.set(url, mediaId)
      return { remoteId: upload?.remoteId ?? 0, url }
    },
    keepsFootnotes: true,
  })
  for (const { url, mediaId } of desk.pictures.listHere(post.id)) here.set(url, mediaId)
  const footnotes = footnotesOf(post.document)
  const html = publishedHtml(markup, { footnotes, placeholder: () => '' })
  const names = new Map(desk.terms.listTerms(post.blogId).map((term) => [term.remoteId, term.name]))
  return {
    post,
    markup,
    html,
    footnotes,
    pictures: await readPictures(desk, files, here, markup),
    categories: post.categoryIds.flatMap((id) => names.get(id) ?? []),
    byline: bylineOf(desk, post),
    day: siteTime(new Date(post.publishedAt ?? post.editedAt), desk.blogs.getBlog(post.blogId)).slice(0, 10),
  }
}

async function readPictures(
  desk: Desk,
  files: MediaFiles,
  here: ReadonlyMap<string, MediaId>,
  markup: string,
): Promise<Map<string, ExportedPicture>> {
  const pictures = new Map<string, ExportedPicture>()
  for (const [url, mediaId] of here) {
    if (!markup.includes(url) && !markup.includes(url.replaceAll('&', '&amp;'))) continue
    const { mimeType, fileName } = desk.media.getPicture(mediaId)
    const ending = isPictureType(mimeType)
      ? pictureEnding[mimeType]
      : (/\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1] ?? 'bin')
    pictures.set(url, {
      fileName: `${mediaId.slice(0, 12)}.${ending}`,
      mimeType,
      bytes: await files.read(mediaId),
    })
  }
  return pictures
}

/** “Lan Nguyen · 3 May 2026, 14:02 (Asia/Hanoi)” */
function bylineOf(desk: Desk, { blogId, authorName, publishedAt }: Post): string {
  if (publishedAt === null) return authorName
  const { timeZone } = desk.blogs.getBlog(blogId)
  return [authorName, dateIn(publishedAt, timeZone)].filter((part) => part !== '').join(' · ')
}

function dateIn(at: string, timeZone: string): string {
  // Some blogs only state an offset, which reads `UTC+07:00`.
  const zone = timeZone.replace(/^UTC(?=[+-])/, '')
  const words = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: zone === '' ? 'UTC' : zone,
  })
  return `${words.format(new Date(at))} (${timeZone === '' ? 'UTC' : timeZone})`
}
