import { z } from 'zod'
import { isCaptionProblem, readCaptions } from '../content/captions/read-captions.ts'
import { LANGUAGE_TAG } from '../content/spelling/dictionaries.ts'
import { LONGEST_REPLY_BYTES } from '../conversation/reply-document.ts'
import { bytesOf, storableReply } from '../conversation/reply-text.ts'
import { TEMPLATE_IDS } from '../content/templates/template.ts'
import { utcIso } from '../domain/ids.ts'
import { BADGE_COUNTS } from '../domain/notice.ts'
import type {
  BlogId,
  CommentId,
  EntryId,
  MediaId,
  PostId,
  RemoteTermId,
  ReviewId,
  SavedReplyId,
  SnapshotId,
} from '../domain/ids.ts'
import type { ReviewPolicy } from '../domain/review.ts'
import { LONGEST_SECOND_LOOK_MINUTES } from '../domain/second-look.ts'
import { SHARE_KINDS } from '../domain/share-line.ts'
import { SHARE_PLATFORMS } from '../share/platforms.ts'
import { LANGUAGES } from '../words/languages.ts'
import { documentInput } from './document-input.ts'

/** The border: what a call may carry. Anything else is answered with `invalid-input` before it reaches a service. */
const id = <Id extends string>() => z.uuid().transform((text) => text as Id)

export const blogIdInput = id<BlogId>()
export const postIdInput = id<PostId>()
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
export const awayInput = z.object({ blogId: id<BlogId>(), status: z.enum(['spam', 'trash']) })
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

const lineOfText = z.string().trim().max(200)
const bylineInput = z.object({ role: lineOfText, place: lineOfText })

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

export const reviewPolicyInput = z.object({
  publishing: z.enum(['offered', 'required']),
  allowsUrgent: z.boolean(),
}) satisfies z.ZodType<ReviewPolicy>

const hour = z.int().min(0).max(23)

/** Whatever else is asked for a format refuses it, and with it every sentence. */
function isLocale(name: string): boolean {
  try {
    return Intl.getCanonicalLocales(name).length === 1
  } catch {
    return false
  }
}

/** Which language is spoken, and how its dates and numbers are written. */
export const speechInput = z.object({ language: z.enum(LANGUAGES), formatLocale: z.string().max(85).refine(isLocale) })

export const settingsInput = z.object({
  language: z.enum(['as-the-computer', ...LANGUAGES]),
  theme: z.enum(['system', 'light', 'dark']),
  interfaceDirection: z.enum(['ltr', 'rtl']),
  activeBlogId: blogIdInput.nullable(),
  /** What happens to waiting work when the line comes back after a while. */
  arrivals: z.enum(['ask', 'go-at-once', 'ask-on-metered']),
  /** The person's own word for the network this laptop is on. */
  isLineMetered: z.boolean(),
  /** Quotation marks, dashes and spaces are set by the language while typing. */
  smartTyping: z.boolean(),
  /** Words that no dictionary knows are underlined. */
  spelling: z.boolean(),
  /**
   * Who writes here: under the title, and in the sign-off. An empty name is the account's. `usual`: what a blog begins with that is
   * connected from now on, and the language of a new post (BCP 47, '' for none); absent where nobody said.
   */
  profile: z.object({
    name: lineOfText,
    byBlog: z.record(z.uuid(), bylineInput),
    usual: bylineInput.extend({ language: z.string().max(35) }).optional(),
  }),
  /** How long readers' addresses that somebody looked at stay on this laptop. */
  keepAddressesDays: z.int().min(0).max(30),
  /** How long a reply on each blog is held; a blog that is not here holds it for an undo only. */
  secondLook: z.record(
    z.uuid(),
    z.union([z.literal('until-looked-at'), z.int().min(1).max(LONGEST_SECOND_LOOK_MINUTES)]),
  ),
  /** What readers of each blog may expect; a blog that is not here promises nothing. */
  promises: z.record(
    z.uuid(),
    z.object({ workingDays: z.int().min(0).max(60), closedOn: z.array(z.int().min(0).max(6)).max(7) }),
  ),
  /** What each blog is for, in sight while somebody writes for it. */
  purposes: z.record(z.uuid(), z.string().max(1000)),
  /** By which tag a post of each blog is one of its best bits, or that what it keeps at its top is; a blog that is not here has none. */
  bestBits: z.record(z.uuid(), z.union([lineOfText, z.strictObject({ by: z.literal('top') })])),
  /** Whether a post of each blog has to be approved; a blog that is not here asks for nothing. */
  reviewPolicies: z.record(z.uuid(), reviewPolicyInput),
  /** Nobody at the desk for so long, and it locks itself; null: never. Only with a passphrase. */
  lockAfterMinutes: z.int().min(1).max(240).nullable(),
  /** When and how the person is told of new comments. */
  notices: z.object({
    isOn: z.boolean(),
    showsWords: z.boolean(),
    quiet: z.object({ from: hour, until: hour }).nullable(),
    isQuietOnClosedDays: z.boolean(),
    badge: z.enum(BADGE_COUNTS),
  }),
})
export type Settings = z.output<typeof settingsInput>

/** Absent fields stay as they are. */
export const settingsPatchInput = settingsInput.partial()
export type SettingsPatch = z.output<typeof settingsPatchInput>

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
