import { z } from 'zod'
import { isCaptionProblem, readCaptions } from '../content/captions/read-captions.ts'
import { LANGUAGE_TAG } from '../content/spelling/dictionaries.ts'
import { LONGEST_REPLY_BYTES } from '../conversation/reply-document.ts'
import { bytesOf, storableReply } from '../conversation/reply-text.ts'
import { TEMPLATE_IDS } from '../content/templates/template.ts'
import { utcIso } from '../domain/ids.ts'
import { MOST_SUMMARIES } from '../domain/post.ts'
import type {
  CommentId,
  EntryId,
  MediaId,
  PostId,
  RemoteTermId,
  ReviewId,
  SavedReplyId,
  SnapshotId,
} from '../domain/ids.ts'
import { SHARE_KINDS } from '../domain/share-line.ts'
import { SHARE_PLATFORMS } from '../share/platforms.ts'
import { blocksInput, documentInput } from './document-input.ts'
import { blogIdInput, bylineInput } from './settings-input.ts'

/** The border: what a call may carry. Anything else is answered with `invalid-input` before it reaches a service. */
const id = <Id extends string>() => z.uuid().transform((text) => text as Id)

export const postIdInput = id<PostId>()
export const summariesInput = z.object({
  blogId: blogIdInput,
  postIds: z.array(postIdInput).min(1).max(MOST_SUMMARIES),
})
export const commentIdInput = id<CommentId>()
export const commentStatusInput = z.enum(['approved', 'hold', 'spam', 'trash'])
/** A comment as the window showed it when the person decided: `decided` is what they had decided about it before. */
export const seenCommentInput = z.object({
  commentId: id<CommentId>(),
  print: z.string().regex(/^[0-9a-f]{64}$/),
  status: commentStatusInput,
  decided: commentStatusInput.nullable(),
})
export type SeenComment = z.output<typeof seenCommentInput>
export const awayInput = z.object({ blogId: blogIdInput, status: z.enum(['spam', 'trash']) })
export const entryIdInput = id<EntryId>()
export const reviewIdInput = id<ReviewId>()
export const snapshotIdInput = id<SnapshotId>()
export const mediaIdInput = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((text) => text as MediaId)

export const pictureSizeInput = z.enum(['whole', 'reading', 'thumbnail'])
export type PictureSize = z.output<typeof pictureSizeInput>

/** More than ten hours of speech. */
const LONGEST_CAPTIONS = 4_000_000

export const captionsInput = z.object({
  fileName: z.string().min(1).max(255),
  vtt: z
    .string()
    .max(LONGEST_CAPTIONS)
    .refine((text) => text.startsWith('WEBVTT') && !isCaptionProblem(readCaptions(text)), 'captions'),
})

const share = z.number().min(0).max(1)
export const pictureEditInput = z.object({
  quarterTurns: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
  crop: z.object({ left: share, top: share, width: share.min(0.001), height: share.min(0.001) }),
})

/** What is said of a picture. */
export const pictureWordsInput = z.object({
  mediaId: mediaIdInput,
  alt: z.string().max(10_000),
  altLanguage: z.string().max(35),
  credit: z.string().max(1000),
})

const remoteTermId = z
  .int()
  .positive()
  .transform((number) => number as RemoteTermId)

const shareLineInput = z.strictObject({
  id: z.string().min(1).max(100),
  kind: z.enum(SHARE_KINDS),
  platform: z.enum(SHARE_PLATFORMS),
  platformName: z.string().max(100),
  ownLimit: z.int().positive().max(1_000_000).nullable(),
  language: z.string().max(35),
  text: z.string().max(100_000),
})

export const shareLinesInput = z
  .array(shareLineInput)
  .max(200)
  .refine((lines) => new Set(lines.map(({ id }) => id)).size === lines.length)

export const postEditInput = z.object({
  postId: postIdInput,
  /** One opening of the post in one window, any text. Sequences of different windows have nothing to do with each other. */
  window: z.string().max(64).default(''),
  /** Grows by one with each edit of this window; the core ignores what comes late. */
  sequence: z.int().nonnegative(),
  /** `mergeCount` of the post as this window shows it: what came in since is kept. null when the post was read just now. */
  mergesSeen: z.int().nonnegative().nullable().default(null),
  title: z.string().max(1_000_000),
  document: documentInput,
  excerpt: z.string().max(1_000_000),
  language: z.string().max(35),
  direction: z.enum(['ltr', 'rtl']),
  categoryIds: z.array(remoteTermId).max(500),
  tags: z.array(z.string().min(1).max(200)).max(500),
  /** Absent: as they are. */
  shareLines: shareLinesInput.exactOptional(),
  caret: z.object({ anchor: z.int().nonnegative(), head: z.int().nonnegative() }).nullable(),
})
export type PostEdit = z.output<typeof postEditInput>

/** The same of a text that the core has already: what changed since the edit `over` of the same window. */
const changedTextInput = postEditInput.omit({ document: true }).extend({
  change: z.object({
    over: z.int().nonnegative(),
    from: z.int().nonnegative(),
    removed: z.int().nonnegative(),
    blocks: blocksInput,
    /** How many blocks the text has with it: a check that both mean the same text. */
    total: z.int().nonnegative(),
  }),
})
export type ChangedText = z.output<typeof changedTextInput>

export const typedEditInput = z.union([postEditInput, changedTextInput])

export const momentInput = z.iso.datetime().transform((text) => utcIso(new Date(text)))

/** Words that say why a post goes out before anybody approved it, and who says so. */
const urgentInput = z.object({ why: z.string().trim().min(1).max(2000), name: z.string().trim().min(1).max(200) })

export const publishInput = z.object({
  postId: postIdInput,
  as: z.enum(['publish', 'pending']),
  /** UTC, for a post that the blog makes public later; null or absent for now. */
  publishAt: momentInput.nullable().default(null),
  urgent: urgentInput.nullable().default(null),
})

export const fromTemplateInput = z.object({
  blogId: blogIdInput,
  template: z.enum(TEMPLATE_IDS),
  /** For questions and answers. */
  commentIds: z.array(commentIdInput).max(200).default([]),
})

/** Absent fields stay as they are. */
export const postFactsInput = z.object({
  postId: postIdInput,
  reviewBy: z.iso.date().nullable().optional(),
  byline: bylineInput.nullable().optional(),
})

export const stickyInput = z.object({ postId: postIdInput, isSticky: z.boolean() })

export const packFileInput = z.object({
  fileName: z.string().trim().min(1).max(255),
  contents: z.string().max(4_000_000),
})
export const fileNameInput = z.string().min(1).max(255)
export const nameInput = z.object({
  name: z.string().trim().min(1).max(200),
  blogId: blogIdInput.nullable().default(null),
})
export const fineInput = z.object({
  postId: postIdInput,
  fingerprint: z.string().regex(/^[0-9a-f]{14}$/),
  isFine: z.boolean(),
})

export const undoInput = z.object({
  postId: postIdInput,
  documentPrint: z.string().regex(/^[0-9a-f]{14}$/),
  steps: z.string().max(1_000_000),
})

/** Also the name of a file. */
export const languageTagInput = z.string().regex(LANGUAGE_TAG)
/** Longer ones are no words that anybody wrote. */
export const LONGEST_WORD = 100
export const spellingInput = z.object({
  language: languageTagInput,
  words: z.array(z.string().min(1).max(LONGEST_WORD)).max(5_000),
})
/** Both files in one: a call carries one stretch of bytes. */
export const dictionaryFilesInput = z
  .object({
    language: languageTagInput,
    /** The affixes come first, then the words. */
    affSizeBytes: z.int().positive(),
    bytes: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= 64 * 1024 * 1024),
  })
  .transform(({ language, affSizeBytes, bytes }) => ({
    language,
    aff: bytes.subarray(0, affSizeBytes),
    dic: bytes.subarray(affSizeBytes),
  }))

export const rescheduleInput = z.object({
  postId: postIdInput,
  to: z.discriminatedUnion('as', [
    z.object({ as: z.literal('future'), publishAt: momentInput }),
    z.object({ as: z.enum(['publish', 'draft']) }),
  ]),
})

/** Whatever no comment may carry comes in as words, see reply-text.ts. */
export const replyTextInput = z
  .string()
  .max(1_000_000)
  .transform(storableReply)
  .refine((text) => text !== '', 'too-short')
  .refine((text) => bytesOf(text) <= LONGEST_REPLY_BYTES, 'too-long')
/** Also one that is too long to be sent is kept. */
export const replyDraftInput = z.string().max(1_000_000).transform(storableReply)

export const savedReplyIdInput = id<SavedReplyId>()
export const savedReplyInput = z.object({
  id: savedReplyIdInput,
  blogId: blogIdInput.nullable(),
  name: z.string().trim().min(1).max(100),
  language: z.string().max(35),
  text: replyTextInput,
})

export const addressInput = z.string().trim().min(1).max(2000)

export const connectInput = z.object({
  address: addressInput,
  userName: z.string().trim().min(1).max(200),
  applicationPassword: z.string().trim().min(1).max(200),
})

const day = z.iso.date()

/** Whatever is typed is taken: what it means is read in parse-search.ts, which never refuses. */
export const searchQueryInput = z.object({
  text: z.string().max(100_000),
  filters: z.object({
    blogId: blogIdInput.nullable().default(null),
    kind: z.enum(['post', 'comment', 'picture']).nullable().default(null),
    shelf: z.enum(['drafts', 'waits', 'needs-you', 'on-the-blog', 'trash']).nullable().default(null),
    language: z.string().max(35).nullable().default(null),
    author: z.string().max(200).nullable().default(null),
    place: z.string().max(200).nullable().default(null),
    tag: z.string().max(200).nullable().default(null),
    from: day.nullable().default(null),
    until: day.nullable().default(null),
  }),
  /** Of each kind. */
  limit: z.int().positive().max(200).default(8),
})
export type SearchQuery = z.output<typeof searchQueryInput>
