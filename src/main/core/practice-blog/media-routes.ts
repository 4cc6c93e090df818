import { createHash } from 'node:crypto'
import type { Hono } from 'hono'
import { stripTags } from './html-text.ts'
import { listPage } from './list-page.ts'
import { restUrl } from './links.ts'
import { mediaJson } from './media-json.ts'
import { pictureEnding, readPictureFacts } from '../media/read-picture-facts.ts'
import { sniffMedia } from '../media/sniff-media.ts'
import { readContext } from './posts-routes.ts'
import type { PracticeMedia, PracticeUser } from './practice-state.ts'
import type { PracticeSite } from './practice-site.ts'
import { notAllowed, RestError } from './rest-error.ts'
import { type Answer, type Ask, restRoute } from './rest-route.ts'
import { can } from './roles.ts'
import { localOf } from './site-time.ts'
import { slugOf, uniqueMediaSlug } from './slugs.ts'

function getMedia(site: PracticeSite, id: number): PracticeMedia {
  const media = site.state.media.find((candidate) => candidate.id === id)
  if (media === undefined) throw new RestError(404, 'rest_post_invalid_id', 'Invalid post ID.')
  return media
}

const canEditMedia = (viewer: PracticeUser | null, media: PracticeMedia): boolean =>
  viewer !== null && (viewer.id === media.authorId ? can(viewer, 'edit_posts') : can(viewer, 'edit_others_posts'))

const plainText = (text: string): string => stripTags(text).trim()

function readFileName(ask: Ask): string {
  const disposition = ask.header('Content-Disposition')
  if (disposition === null) {
    throw new RestError(400, 'rest_upload_no_content_disposition', 'No Content-Disposition supplied.')
  }
  const [, quoted, bare] = /;\s*filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/i.exec(disposition) ?? []
  const name = quoted ?? bare ?? ''
  if (name === '') throw new RestError(400, 'rest_upload_invalid_disposition', 'Invalid Content-Disposition supplied.')
  return name
}

/** `sanitize_file_name`, then the first of `name`, `name-1`, `name-2` … that is free. */
function freeStem(site: PracticeSite, folder: string, fileName: string, extension: string): string {
  const stem = fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const isTaken = (candidate: string) =>
    site.state.media.some((media) => media.path.toLowerCase() === `${folder}/${candidate}.${extension}`.toLowerCase())
  const base = stem === '' ? 'unnamed-file' : stem
  if (!isTaken(base)) return base
  let suffix = 1
  while (isTaken(`${base}-${suffix}`)) suffix += 1
  return `${base}-${suffix}`
}

function uploadMedia(site: PracticeSite, ask: Ask): Answer {
  const { viewer, params, body } = ask
  if (viewer === null || !can(viewer, 'upload_files')) {
    throw notAllowed(viewer, 'rest_cannot_create', 'Sorry, you are not allowed to create posts as this user.')
  }
  if (body.length === 0) throw new RestError(400, 'rest_upload_no_data', 'No data supplied.')
  if (ask.header('Content-Type') === null) {
    throw new RestError(400, 'rest_upload_no_content_type', 'No Content-Type supplied.')
  }
  const fileName = readFileName(ask)
  const expectedMd5 = ask.header('Content-MD5')?.trim()
  if (expectedMd5 !== undefined && expectedMd5 !== createHash('md5').update(body).digest('hex')) {
    throw new RestError(412, 'rest_upload_hash_mismatch', 'Content hash did not match expected.')
  }
  const facts = readPictureFacts(body)
  const file = facts === null ? sniffMedia(body) : { mimeType: facts.mimeType, ending: pictureEnding[facts.mimeType] }
  if (file === null || !/\.(png|jpe?g|gif|webp|mp4|mov|webm|ogv|mp3|m4a|ogg|wav|flac|pdf|vtt)$/i.test(fileName)) {
    throw new RestError(500, 'rest_upload_sideload_error', 'Sorry, you are not allowed to upload this file type.')
  }
  const now = site.nowGmt()
  const folder = localOf(now, site.zone).slice(0, 7).replace('-', '/')
  const { ending } = file
  const stem = freeStem(site, folder, fileName, ending)
  const title = params.rawText('title') ?? stem
  const media: PracticeMedia = {
    id: site.state.nextPostId,
    authorId: viewer.id,
    slug: uniqueMediaSlug(site.state, slugOf(title)),
    title,
    alt: plainText(params.text('alt_text') ?? ''),
    caption: params.rawText('caption') ?? '',
    description: params.rawText('description') ?? '',
    path: `${folder}/${stem}.${ending}`,
    mimeType: file.mimeType,
    widthPx: facts?.widthPx ?? 0,
    heightPx: facts?.heightPx ?? 0,
    sizeBytes: body.length,
    createdGmt: now,
    modifiedGmt: now,
    postId: params.integer('post'),
  }
  site.store.saveMedia(storedName(media), body)
  site.state.nextPostId += 1
  site.state.media.push(media)
  const headers = { Location: restUrl(site, `media/${media.id}`), 'X-WP-Upload-Attachment-ID': String(media.id) }
  return { status: 201, json: mediaJson(site, media, 'edit'), headers }
}

/** The name under which the store keeps the bytes: `2026-11-name.png`. */
export const storedName = (media: PracticeMedia): string => media.path.replaceAll('/', '-')

function listMedia(site: PracticeSite, ask: Ask): Answer {
  const context = readContext(ask)
  if (context === 'edit' && !can(ask.viewer, 'edit_posts')) {
    const message = 'Sorry, you are not allowed to edit posts in this post type.'
    throw notAllowed(ask.viewer, 'rest_forbidden_context', message)
  }
  const slugs = ask.params.list('slug')
  const include = ask.params.integers('include')
  const parents = ask.params.integers('parent')
  const search = (ask.params.text('search') ?? '').toLowerCase()
  const found = site.state.media
    .filter(
      (media) =>
        (slugs === null || slugs.includes(media.slug)) &&
        (include === null || include.includes(media.id)) &&
        (parents === null || parents.includes(media.postId ?? 0)) &&
        `${media.title} ${media.path} ${media.caption}`.toLowerCase().includes(search),
    )
    .toSorted((left, right) => right.id - left.id)
  return listPage(ask, found, {
    pastEnd: 'error',
    toJson: (media) =>
      context === 'edit' && !canEditMedia(ask.viewer, media) ? null : mediaJson(site, media, context),
  })
}

function readMedia(site: PracticeSite, ask: Ask): Answer {
  const media = getMedia(site, ask.id)
  const context = readContext(ask)
  if (context === 'edit' && !canEditMedia(ask.viewer, media)) {
    throw notAllowed(ask.viewer, 'rest_forbidden_context', 'Sorry, you are not allowed to edit this post.')
  }
  return { json: mediaJson(site, media, context) }
}

function changeMedia(site: PracticeSite, ask: Ask): Answer {
  const media = getMedia(site, ask.id)
  const { params } = ask
  if (!canEditMedia(ask.viewer, media)) {
    throw notAllowed(ask.viewer, 'rest_cannot_edit', 'Sorry, you are not allowed to edit this post.')
  }
  const alt = params.text('alt_text')
  media.title = params.rawText('title') ?? media.title
  media.caption = params.rawText('caption') ?? media.caption
  media.description = params.rawText('description') ?? media.description
  media.alt = alt === null ? media.alt : plainText(alt)
  media.postId = params.integer('post') ?? media.postId
  media.modifiedGmt = site.nowGmt()
  return { json: mediaJson(site, media, 'edit') }
}

function deleteMedia(site: PracticeSite, ask: Ask): Answer {
  const media = getMedia(site, ask.id)
  if (!canEditMedia(ask.viewer, media)) {
    throw notAllowed(ask.viewer, 'rest_cannot_delete', 'Sorry, you are not allowed to delete this post.')
  }
  if (!ask.params.isSet('force')) {
    const message = "The post does not support trashing. Set 'force=true' to delete."
    throw new RestError(501, 'rest_trash_not_supported', message)
  }
  site.state.media.splice(site.state.media.indexOf(media), 1)
  site.store.removeMedia(storedName(media))
  return { json: { deleted: true, previous: mediaJson(site, media, 'edit') } }
}

export function addMediaRoutes(app: Hono, site: PracticeSite): void {
  const media = '/wp-json/wp/v2/media'
  const one = `${media}/:id{[0-9]+}`
  app.get(
    media,
    restRoute(site, (ask) => listMedia(site, ask)),
  )
  app.post(
    media,
    restRoute(site, (ask) => uploadMedia(site, ask)),
  )
  app.get(
    one,
    restRoute(site, (ask) => readMedia(site, ask)),
  )
  app.on(
    ['POST', 'PUT', 'PATCH'],
    one,
    restRoute(site, (ask) => changeMedia(site, ask)),
  )
  app.delete(
    one,
    restRoute(site, (ask) => deleteMedia(site, ask)),
  )
  app.post(
    `${one}/post-process`,
    restRoute(site, (ask) => changeMedia(site, ask)),
  )
}
