import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import { reviewedPostInput } from '../../../shared/contract/review-file-input.ts'
import type { RemoteCommentId, UtcIso } from '../../../shared/domain/ids.ts'
import type { ReviewedPost } from '../../../shared/domain/review-file.ts'
import { isAppError } from '../../../shared/errors.ts'
import { readJson } from '../sealed-file/read-json.ts'
import { sealedFileFault } from '../sealed-file/sealed-file-fault.ts'
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
const START = '<!-- wp:attache/review '
const BLOCK = /^<!-- wp:attache\/review \{"version":(\d{1,3}),"letter":"([A-Za-z0-9+/=]+)"\} \/-->$/
/** As much of it as a desk reads; what a desk writes is far smaller. */
const LONGEST_BLOCK = 3_000_000

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
  const packed = deflateRawSync(bytes, { level: 9 }).toString('base64')
  const block = `${START}{"version":${VERSION},"letter":"${packed}"} /-->`
  // What this desk would not take from another it does not send.
  if (readLetter(block).state !== 'read') throw sealedFileFault('too-much-to-send')
  return `${content}\n\n${block}`
}

export type ReadLetter = {
  /** The proposed text, which stands ahead of it. */
  text: string
} & (
  | { state: 'none' }
  /** A block of ours that says nothing to this desk: of a later version, or damaged on the way. */
  | { state: 'unreadable' }
  | { state: 'read'; letter: ReviewLetter }
)

/** What stands behind a proposed text. Whoever may edit the post may have written anything there. */
export function readLetter(content: string): ReadLetter {
  const at = content.lastIndexOf(START)
  if (at === -1) return { state: 'none', text: content }
  const text = content.slice(0, at).trimEnd()
  const unreadable = { state: 'unreadable', text } as const
  if (content.length - at > LONGEST_BLOCK) return unreadable
  const [, version, packed = ''] = BLOCK.exec(content.slice(at).trimEnd()) ?? []
  if (Number(version) !== VERSION) return unreadable
  try {
    const bytes = inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: REVIEW_FILE_LIMITS.documentBytes })
    const result = letterInput.safeParse(readJson(bytes, REVIEW_FILE_LIMITS))
    return result.success ? { state: 'read', text, letter: result.data } : unreadable
  } catch (error) {
    // What cannot be unpacked, and what is larger than anything a desk writes.
    if (isAppError(error) || (error instanceof Error && 'code' in error)) return unreadable
    throw error
  }
}
