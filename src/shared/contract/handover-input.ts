import { z } from 'zod'
import type { HandoverContents } from '../domain/handover.ts'
import type { RemoteCommentId, RemoteMediaId, RemotePostId, RemoteTermId, RemoteUserId, UtcIso } from '../domain/ids.ts'
import { commentStatusInput, mediaIdInput, packFileInput, postIdInput } from './inputs.ts'
import { reviewPolicyInput, settingsInput } from './settings-input.ts'
import { postWordsInput, reviewedPostInput } from './review-file-input.ts'

/** The border for what comes in a handover file: whoever made it may have written anything into it. */
export const HANDOVER_FORMAT = 'attache-handover'
export const HANDOVER_VERSION = 1

const moment = z.iso.datetime({ precision: 3 }).transform((text) => text as UtcIso)
/** As WordPress gives times, too. */
const anyMoment = z.iso.datetime().transform((text) => text as UtcIso)
const line = z.string().max(2000)
const long = z.string().max(4_000_000)
const count = z.int().nonnegative()
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const siteUrl = z.url({ protocol: /^https?$/ }).max(2000)
const key = z.string().min(1).max(100)
const remote = <Id extends number>() =>
  z
    .int()
    .positive()
    .transform((number) => number as Id)

const remotePost = z.strictObject({
  remoteId: remote<RemotePostId>(),
  status: z.enum(['draft', 'pending', 'publish', 'future', 'private', 'trash', 'deleted']),
  slug: line,
  title: long,
  content: long,
  excerpt: long,
  footnotes: long.exactOptional(),
  authorId: z
    .int()
    .nonnegative()
    .transform((number) => number as RemoteUserId),
  categoryIds: z.array(remote<RemoteTermId>()).max(500),
  tagIds: z.array(remote<RemoteTermId>()).max(500),
  featuredMediaId: remote<RemoteMediaId>().nullable(),
  link: line,
  modifiedAt: anyMoment,
  publishedAt: anyMoment.nullable(),
  commentsOpen: z.boolean(),
  revision: line,
  page: z.strictObject({ parentId: remote<RemotePostId>().nullable(), order: z.int() }).exactOptional(),
  inLanguages: z
    .strictObject({ code: z.string().max(50), posts: z.record(z.string().max(50), remote<RemotePostId>()) })
    .exactOptional(),
  isSticky: z.literal(true).exactOptional(),
  isOnlyToRead: z.literal(true).exactOptional(),
})

const comment = z.strictObject({
  remoteId: remote<RemoteCommentId>(),
  parentRemoteId: remote<RemoteCommentId>().nullable(),
  authorName: line,
  authorId: remote<RemoteUserId>().nullable(),
  contentHtml: long,
  direction: z.enum(['ltr', 'rtl']),
  status: commentStatusInput,
  createdAt: anyMoment,
  link: line,
  isFlagged: z.boolean(),
  /** An answer that was begun, or that waited to be sent; '' for none. */
  reply: z.string().max(1_000_000),
})

/** `posts/<n>/document.json`. `postId`: what the post is called on the desk that it comes from, so that it is known again. */
const handedPostInput = z.strictObject({
  part: z.literal('post'),
  postId: postIdInput,
  blog: key,
  /** Absent of a post, as in files from before there were pages. */
  kind: z.literal('page').exactOptional(),
  /** As the blog had it; null for what it never had. */
  remote: remotePost.nullable(),
  takenAt: anyMoment.nullable(),
  authorName: line,
  editedAt: anyMoment,
  words: postWordsInput,
  facts: z.strictObject({
    template: line,
    reviewBy: z.iso.date().nullable(),
    byline: z.strictObject({ role: line, place: line }).nullable(),
  }),
  /** The post of the file that it says in another language, and what of it is said. */
  translationOf: z
    .strictObject({
      postId: postIdInput,
      tie: z
        .array(z.strictObject({ said: long.nullable(), source: long.nullable(), translation: long.nullable() }))
        .max(20_000),
    })
    .exactOptional(),
  /** At the top of the blog, as somebody wants it with the next sending; absent where they want nothing else than the blog has. */
  isSticky: z.boolean().exactOptional(),
  /** Under which page it is to stand, in place of which. */
  parent: z
    .strictObject({ parentId: remote<RemotePostId>().nullable(), saw: remote<RemotePostId>().nullable() })
    .exactOptional(),
  comments: z.array(comment).max(10_000),
  review: reviewedPostInput.nullable(),
})

const handedBlog = z.strictObject({
  key,
  kind: z.enum(['wordpress', 'practice']),
  url: siteUrl,
  restRoot: siteUrl,
  name: line,
  timeZone: z.string().max(100),
  gmtOffsetHours: z.number().min(-24).max(24),
  terms: z
    .array(
      z.strictObject({
        remoteId: remote<RemoteTermId>(),
        taxonomy: z.enum(['category', 'tag']),
        name: line,
        slug: line,
        parentRemoteId: remote<RemoteTermId>().nullable(),
      }),
    )
    .max(50_000),
  promise: z
    .strictObject({ workingDays: z.int().min(0).max(60), closedOn: z.array(z.int().min(0).max(6)).max(7) })
    .nullable(),
  reviewPolicy: reviewPolicyInput.nullable(),
  /** Both absent where nobody said, as in files from before they were handed over. */
  purpose: settingsInput.shape.purposes.valueType.exactOptional(),
  bestBits: settingsInput.shape.bestBits.valueType.exactOptional(),
})

/** `desk.json`: the sites, and what helps whoever writes for them. */
const handedDeskInput = z.strictObject({
  part: z.literal('desk'),
  blogs: z.array(handedBlog).max(100),
  savedReplies: z
    .array(
      z.strictObject({
        id: z.uuid(),
        blog: key.nullable(),
        name: z.string().min(1).max(100),
        language: z.string().max(35),
        text: z.string().max(1_000_000),
      }),
    )
    .max(10_000),
  rulePacks: z.array(packFileInput.strict()).max(200),
  names: z.array(z.strictObject({ name: z.string().min(1).max(200), blog: key.nullable() })).max(50_000),
  /** Of posts that are on other desks, where a reviewer was asked. */
  reviews: z.array(reviewedPostInput).max(1000),
})

export const handedInput = (index: number): z.ZodType<HandedPart> => (index === 0 ? handedDeskInput : handedPostInput)

export type HandedDesk = z.output<typeof handedDeskInput>
export type HandedPost = z.output<typeof handedPostInput>
export type HandedBlog = HandedDesk['blogs'][number]
export type HandedComment = HandedPost['comments'][number]
export type HandedPart = HandedDesk | HandedPost

const contentsInput = z.strictObject({
  blogs: z.array(z.strictObject({ name: line, url: line })).max(100),
  drafts: z.array(z.strictObject({ title: z.string().max(1_000_000), blogName: line })).max(10_000),
  waiting: z
    .array(
      z.strictObject({
        kind: z.enum([
          'publish-post',
          'update-post',
          'reschedule-post',
          'upload-picture',
          'send-reply',
          'moderate-comment',
          'send-review',
        ]),
        what: z.string().max(1_000_000),
        blogName: line,
        createdAt: anyMoment,
        publishAt: anyMoment.nullable(),
      }),
    )
    .max(10_000),
  unanswered: count,
  begunReplies: count,
  reviews: count,
  notes: count,
  savedReplies: count,
  rulePacks: count,
  names: count,
  files: count,
  filesBytes: count,
  filesLeft: count,
}) satisfies z.ZodType<HandoverContents>

const fileInput = z.strictObject({
  id: mediaIdInput,
  fileName: z.string().min(1).max(255),
  mimeType: z.string().max(200),
  sizeBytes: count,
})
export type HandedFile = z.output<typeof fileInput>

/** `manifest.json`. `database`: of a move, the whole desk under a key of its own. */
export const handoverManifestInput = z.strictObject({
  format: z.literal(HANDOVER_FORMAT),
  version: z.literal(HANDOVER_VERSION),
  id: z.uuid(),
  use: z.enum(['move', 'successor']),
  sentBy: z.string().max(200),
  sentAt: moment,
  contents: contentsInput,
  files: z.array(fileInput).max(20_000),
  database: z.strictObject({ id: hash, sizeBytes: count, key: z.string().regex(/^[A-Za-z0-9_-]{43}$/) }).nullable(),
  entries: z
    .array(z.strictObject({ name: z.string(), sha256: hash, storedBytes: count, unpackedBytes: count.nullable() }))
    .max(30_000),
})
export type HandoverManifest = Omit<z.output<typeof handoverManifestInput>, 'format' | 'version' | 'entries'>
