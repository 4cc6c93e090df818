import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { reviewedPostInput } from '../../../shared/contract/review-file-input.ts'
import type { RemoteCommentId, UtcIso } from '../../../shared/domain/ids.ts'
import type { ReviewedPost } from '../../../shared/domain/review-file.ts'
import { isAppError } from '../../../shared/errors.ts'
import { readJson } from '../review-file/read-json.ts'
import { reviewFileFault } from '../review-file/review-file-fault.ts'
import { REVIEW_FILE_LIMITS } from '../review-file/review-file-limits.ts'

/**
 * What somebody says of a review through the blog: everything that a review file says of a post (ADR 11), in a block behind the
 * proposed text that shows nothing. It stands in the autosave beside the post and never in the post (ADR 14).
 */
export interface ReviewLetter {
  /** 128 random bits by which a letter is known again, whatever clocks say. */
  token: string
  sentBy: string
  sentAt: UtcIso
  post: ReviewedPost
  /** Which of its notes and answers the blog has as notes of its own, and under which number. */
  numbers: { noteId: string; remoteId: RemoteCommentId }[]
  /** Notes of the blog that say in its own editor what stands here otherwise: who asked, and what was decided. */
  toldIn: RemoteCommentId[]
}

const VERSION = 1
const BLOCK = /\n*<!-- wp:attache\/review \{"version":(\d{1,3}),"letter":"([A-Za-z0-9+/=]{1,50000000})"\} \/-->\s*$/

const commentId = z
  .int()
  .positive()
  .transform((id) => id as RemoteCommentId)

const letterInput = z.strictObject({
  token: z.string().regex(/^desk-[0-9a-f]{32}$/),
  sentBy: z.string().max(200),
  sentAt: z.iso.datetime({ precision: 3 }).transform((text) => text as UtcIso),
  post: reviewedPostInput,
  numbers: z.array(z.strictObject({ noteId: z.string().min(1).max(100), remoteId: commentId })).max(20_000),
  toldIn: z.array(commentId).max(1000),
})

/**
 * The text with the letter behind it. Its letters are of an alphabet that no filter of a blog changes, and that no comment of HTML
 * ends in. Throws `review-file` (`too-much-to-send`) for what no desk would take.
 */
export function withLetter(content: string, letter: ReviewLetter): string {
  const bytes = Buffer.from(JSON.stringify(letter))
  if (bytes.byteLength > REVIEW_FILE_LIMITS.documentBytes) throw reviewFileFault('too-much-to-send')
  const packed = deflateRawSync(bytes, { level: 9 }).toString('base64')
  return `${content}\n\n<!-- wp:attache/review {"version":${VERSION},"letter":"${packed}"} /-->`
}

export type ReadLetter =
  | { state: 'none' }
  /** A block of ours that says nothing to this desk: of a later version, or damaged on the way. */
  | { state: 'unreadable' }
  | { state: 'read'; letter: ReviewLetter }

/** What stands behind a proposed text. Whoever may edit the post may have written anything there. */
export function readLetter(content: string): ReadLetter {
  const found = BLOCK.exec(content)
  if (!found) return { state: 'none' }
  const [, version, packed = ''] = found
  if (Number(version) !== VERSION) return { state: 'unreadable' }
  try {
    const bytes = inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: REVIEW_FILE_LIMITS.documentBytes })
    const result = letterInput.safeParse(readJson(bytes, REVIEW_FILE_LIMITS))
    return result.success ? { state: 'read', letter: result.data } : { state: 'unreadable' }
  } catch (error) {
    // What cannot be unpacked, and what is larger than anything a desk writes.
    if (isAppError(error) || (error instanceof Error && 'code' in error)) return { state: 'unreadable' }
    throw error
  }
}
