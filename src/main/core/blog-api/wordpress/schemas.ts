import { z } from 'zod'

/** WordPress's answers, only the fields that are read here. WordPress is 5.7 or later. */
const id = z.number().int().positive()
const idOrZero = z.number().int().nonnegative()
/** UTC without saying so: `2026-11-21T14:02:00`. */
const gmt = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/)
  .refine((text) => !Number.isNaN(Date.parse(`${text}Z`)))
/** The same on the site's own wall clock, also without saying so. */
const siteTime = gmt
/** Shown as a link, so anything but a web address is ''. */
const webLink = z.string().transform((address) => (isWebAddress(address) ? address : ''))

function isWebAddress(address: string): boolean {
  return /^https?:$/.test(URL.parse(address)?.protocol ?? '')
}

/** PHP prints an empty map as a list. */
const emptyList = z.array(z.never()).transform(() => null)

export const indexSchema = z.object({
  name: z.string(),
  url: z.string(),
  home: z.string().optional(),
  gmt_offset: z.coerce.number().min(-24).max(24).catch(0),
  timezone_string: z.string().catch(''),
  namespaces: z.array(z.string()),
  authentication: z
    .union([
      emptyList,
      z.object({
        'application-passwords': z
          .object({ endpoints: z.object({ authorization: z.string() }) })
          .optional()
          .transform((value) => value?.endpoints.authorization ?? null),
      }),
    ])
    .transform((value) => value?.['application-passwords'] ?? null),
})
export type WordpressIndex = z.output<typeof indexSchema>

export const userSchema = z.object({
  id,
  username: z.string(),
  name: z.string(),
  roles: z.array(z.string()),
  capabilities: z.union([z.record(z.string(), z.boolean()), emptyList]),
})
export type WordpressUser = z.output<typeof userSchema>

const raw = z.object({ raw: z.string() })
/** Pages have no excerpt unless the site's theme gives them one. */
const rawIfAny = raw.optional().transform((text) => text ?? { raw: '' })
const rendered = z.object({ rendered: z.string() })
const linkList = z.array(z.object({ count: z.number().optional(), id: z.number().optional() }))

/** Of the meta only the notes are read: an empty list on WordPress before 6.3, and where a plugin took them away. */
const meta = z
  .object({ footnotes: z.string().optional().catch(undefined) })
  .optional()
  .catch(undefined)

const postFacts = z.object({
  id,
  status: z.string(),
  slug: z.string(),
  author: idOrZero,
  categories: z.array(id).catch([]),
  tags: z.array(id).catch([]),
  featured_media: idOrZero.catch(0),
  link: webLink,
  date: z.string().nullable(),
  date_gmt: gmt.nullable(),
  modified: siteTime,
  modified_gmt: gmt,
  comment_status: z.string().catch('closed'),
  /** Of a post; a page has it not. */
  sticky: z.boolean().catch(false),
  /** Both from Polylang Pro: `false` for no language, and PHP's empty list for no post. */
  lang: z
    .union([z.string().max(50), z.literal(false)])
    .optional()
    .catch(undefined),
  translations: z
    .union([emptyList.transform(() => ({})), z.record(z.string().max(50), id)])
    .optional()
    .catch(undefined),
  /** Of a page; a post has neither. */
  parent: idOrZero.catch(0),
  menu_order: z.number().int().catch(0),
  _links: z
    .object({
      'version-history': linkList.optional(),
      'predecessor-version': linkList.optional(),
      'wp:action-sticky': linkList.optional(),
    })
    .optional()
    .catch(undefined),
})
export const postSchema = postFacts
  .extend({ title: raw, content: raw.extend({ protected: z.boolean().catch(false) }), excerpt: rawIfAny, meta })
  .transform(({ _links: links, ...post }) => ({ ...post, links }))
export type WordpressPost = z.output<typeof postSchema>
export const POST_FIELDS = [
  'id,status,slug,title.raw,content.raw,content.protected,excerpt.raw,meta.footnotes,author,categories',
  'tags,featured_media,link,date,date_gmt,modified,modified_gmt,comment_status,sticky,lang,translations,parent,menu_order,_links',
].join(',')

/** A published post as any reader gets it. */
export const publishedSchema = postFacts.extend({ title: rendered, content: rendered })
export type WordpressPublished = z.output<typeof publishedSchema>
export const PUBLISHED_FIELDS =
  'id,status,slug,title,content,author,categories,tags,featured_media,link,date,date_gmt,modified,modified_gmt,comment_status,sticky,parent,menu_order'
export const publishedIdSchema = z.object({ id, modified: siteTime, modified_gmt: gmt })
export const PUBLISHED_ID_FIELDS = 'id,modified,modified_gmt'

export const offeredLanguageSchema = z.object({ slug: z.string().min(1).max(50), locale: z.string().max(50) })
/** Whether these are there is all that is asked. */
export const inLanguagesSchema = z.object({ lang: z.unknown(), translations: z.unknown() })

export const writerSchema = z.object({ id: z.number().int().positive() })

/** Of a revision its author may be gone. */
export const revisionSchema = z.object({
  id,
  author: idOrZero,
  date_gmt: gmt,
  slug: z.string(),
  title: raw,
  content: raw,
  excerpt: rawIfAny,
  meta,
})
export type WordpressRevision = z.output<typeof revisionSchema>
/** Whole fields: WordPress 6.1 takes no part of a revision's. */
export const REVISION_FIELDS = 'id,author,date_gmt,slug,title,content,excerpt,meta'

export const commentSchema = z.object({
  id,
  post: idOrZero,
  parent: idOrZero,
  author: idOrZero,
  author_name: z.string(),
  author_user_agent: z.string().optional(),
  content: z.object({ rendered: z.string() }),
  date: siteTime,
  date_gmt: gmt,
  link: webLink,
  status: z.string(),
})
export const madeSchema = z.object({ id })

/** A comment of the type `note`, as only those get it who may edit its post. */
export const noteSchema = z.object({
  id,
  post: id,
  parent: idOrZero,
  author: idOrZero,
  author_name: z.string(),
  author_user_agent: z.string().optional(),
  content: raw,
  date_gmt: gmt,
  status: z.string(),
  meta: z
    .object({ _wp_note_status: z.enum(['resolved', 'reopen']) })
    .transform(({ _wp_note_status: verdict }) => verdict)
    .nullable()
    .catch(null),
})
export type WordpressNote = z.output<typeof noteSchema>
export const NOTE_FIELDS = 'id,post,parent,author,author_name,author_user_agent,content,date_gmt,status,meta'

/** `editor` is true, or a list of what the blog's editor can do with posts. */
export const postTypeSchema = z.object({
  supports: z.object({
    editor: z
      .array(z.object({ notes: z.boolean().optional() }))
      .transform((features) => features.some(({ notes }) => notes === true))
      .catch(false),
  }),
})

/** Asked for one comment at a time, and never in a list. */
export const commenterSchema = z.object({ author_email: z.string(), author_ip: z.string(), author_url: z.string() })
export const COMMENTER_FIELDS = 'author_email,author_ip,author_url'
export type WordpressComment = z.output<typeof commentSchema>
export const COMMENT_FIELDS = 'id,post,parent,author,author_name,author_user_agent,content,date,date_gmt,link,status'

/** Enough to see that a post is there, where in the list and on the blog, and whose it is not. */
export const postIdSchema = z.object({ id, modified: siteTime, slug: z.string(), sticky: z.boolean().catch(false) })
export const POST_ID_FIELDS = 'id,modified,slug,sticky'

/** Tags have no parent. */
export const termSchema = z.object({
  id,
  name: z.string(),
  slug: z.string(),
  parent: idOrZero.optional(),
  count: z.number().int().nonnegative().nullable().catch(null),
})
export type WordpressTerm = z.output<typeof termSchema>
export const TERM_FIELDS = 'id,name,slug,parent,count'

export const mediaSchema = z.object({
  id,
  slug: z.string(),
  source_url: z.string().refine(isWebAddress),
  mime_type: z.string(),
  alt_text: z.string(),
})
export type WordpressMedia = z.output<typeof mediaSchema>
export const MEDIA_FIELDS = 'id,slug,source_url,mime_type,alt_text'

const fileSize = z.number().int().nonnegative().optional().catch(undefined)
const sizeOf = { width: z.number().positive(), filesize: fileSize }
/** `filesize` since WordPress 6.0. Plugins add sizes of other shapes; those are passed over. */
export const mediaSizesSchema = z.object({
  id,
  source_url: z.string().refine(isWebAddress),
  media_details: z
    .object({
      width: sizeOf.width.optional().catch(undefined),
      filesize: fileSize,
      sizes: z
        .union([
          emptyList,
          z.record(
            z.string(),
            z
              .object({ ...sizeOf, source_url: z.string().refine(isWebAddress) })
              .nullable()
              .catch(null),
          ),
        ])
        .optional()
        .catch(undefined),
    })
    .catch({ width: undefined, filesize: undefined, sizes: undefined }),
})
export type WordpressMediaSizes = z.output<typeof mediaSizesSchema>
/** Asked for by a field of theirs, WordPress 7.1 leaves the details out. */
export const MEDIA_SIZES_FIELDS = 'id,source_url,media_details'
