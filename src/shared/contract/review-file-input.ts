import { z } from 'zod'
import { SEALED_PIECES } from '../content/seal/sealed-pieces.ts'
import type { BesideField } from '../content/words-beside.ts'
import { TRAIL_ACTS, type ReviewedPost, type ReviewFile, type ReviewRound } from '../domain/review-file.ts'
import type { UtcIso } from '../domain/ids.ts'
import { mediaIdInput, postEditInput, shareLinesInput } from './inputs.ts'

/** The border for what comes in a review file: whoever made it may have written anything into it. */
export const REVIEW_FORMAT = 'attache-review'
export const REVIEW_VERSION = 1

const moment = z.iso.datetime({ precision: 3 }).transform((text) => text as UtcIso)
const name = z.string().max(200)
const id = z.string().min(1).max(100)
const words = z.string().max(100_000)
const count = z.int().nonnegative()
const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** Ends at the first that is wrong: what zod has to say of one is a hundred times as large as what it says it of. */
const listOf = <Schema extends z.ZodType>(schema: Schema, most: number) =>
  z
    .array(z.unknown())
    .max(most)
    .transform((items, context): z.output<Schema>[] => {
      const taken: z.output<Schema>[] = []
      for (const item of items) {
        const result = schema.safeParse(item)
        if (!result.success) {
          context.addIssue({ code: 'custom', message: result.error.issues[0]?.code ?? 'list' })
          return z.NEVER
        }
        taken.push(result.data)
      }
      return taken
    })

export const postWordsInput = postEditInput
  .pick({
    title: true,
    document: true,
    excerpt: true,
    language: true,
    direction: true,
    categoryIds: true,
    tags: true,
  })
  // Whoever made a file before there were any says nothing of them.
  .extend({ shareLines: shareLinesInput.default([]) })
  .strict()

const besideField = z.enum(['caption', 'alt', 'credit', 'citation', 'name', 'text']) satisfies z.ZodType<BesideField>
const path = z.array(count).max(64)
export const anchorInput = z.strictObject({
  quote: z.string().max(1_000_000),
  before: z.string().max(1000),
  after: z.string().max(1000),
  where: z.union([
    z.strictObject({ in: z.literal('text'), path, from: count, to: count }),
    z.strictObject({ in: z.literal('block'), path, field: besideField.exactOptional() }),
    z.strictObject({ in: z.enum(['title', 'excerpt', 'language', 'review-by', 'post']) }),
  ]),
  type: name,
})

const remark = z.strictObject({ id, authorName: name, writtenAt: moment, words })
const note = remark.extend({
  anchor: anchorInput.nullable(),
  replies: listOf(remark, 10_000),
  resolved: z.strictObject({ by: name, at: moment }).nullable(),
})

const request = z.strictObject({ of: name, by: z.iso.date().nullable(), lookAt: words })
const base64 = z.string().regex(/^[A-Za-z0-9_-]{1,100}$/)
const seal = z.strictObject({
  approvedBy: name,
  approvedAt: moment,
  pieces: z.record(z.enum(SEALED_PIECES), hash),
  files: listOf(listOf(z.string().max(2000), 10), 10_000),
  publishAt: moment.nullable(),
  hash,
  signedBy: base64,
  signature: base64,
})
const round = z.strictObject({
  number: z.int().positive().max(100_000),
  state: z.enum(['asked', 'sent-back', 'approved', 'approved-with-changes', 'withdrawn']),
  request,
  askedBy: name,
  askedAt: moment,
  publishAt: moment.nullable(),
  concluded: z.strictObject({ by: name, at: moment, words }).nullable(),
  seal: seal.nullable(),
  categoryNames: z.record(z.string().max(20), name),
}) satisfies z.ZodType<ReviewRound>

/** `posts/<n>/document.json`. */
export const reviewedPostInput = z.strictObject({
  reviewId: z.uuid(),
  round,
  before: postWordsInput,
  after: postWordsInput,
  suggestions: listOf(z.strictObject({ suggestionId: id, authorName: name, suggestedAt: moment }), 100_000),
  decisions: listOf(
    z.strictObject({ suggestionId: id, isTaken: z.boolean(), decidedBy: name, decidedAt: moment }),
    100_000,
  ),
  notes: listOf(note, 10_000),
  trail: listOf(
    z.strictObject({ act: z.enum(TRAIL_ACTS), by: name, at: moment, words, hash: hash.nullable() }),
    100_000,
  ),
  pictures: listOf(
    z.strictObject({
      id: mediaIdInput,
      fileName: z.string().min(1).max(255),
      mimeType: z.enum(['image/jpeg', 'image/png', 'image/gif', 'image/webp']),
      sizeBytes: count,
    }),
    10_000,
  ),
}) satisfies z.ZodType<ReviewedPost>

/** What stands in a review file, in this order. `unpackedBytes` is null for what is stored as it is. */
const entry = z.strictObject({
  name: z.string(),
  sha256: hash,
  storedBytes: count,
  unpackedBytes: count.nullable(),
})

/** `manifest.json`. */
export const reviewManifestInput = z.strictObject({
  format: z.literal(REVIEW_FORMAT),
  version: z.literal(REVIEW_VERSION),
  blog: z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2000), name }),
  sentBy: name,
  sentAt: moment,
  asks: request.nullable(),
  entries: listOf(entry, 100_000),
}) satisfies z.ZodType<Omit<ReviewFile, 'posts'>>
