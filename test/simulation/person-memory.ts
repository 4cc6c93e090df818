import type { BlockNode } from '../../src/shared/content/document.ts'
import type { CommentStatus } from '../../src/shared/domain/comment.ts'
import type { NewSchedule, PostWords } from '../../src/shared/domain/post.ts'
import type { ReviewPayload } from '../../src/main/core/outbox/entry-payload.ts'
import type { ReviewState } from '../../src/shared/domain/review-file.ts'
import type { ReviewPolicy } from '../../src/shared/domain/review.ts'
import type { EntryRecord } from './desk-records.ts'
import type { RemarkRecord } from './review-records.ts'

/** Something the person asked to leave the laptop. */
export type Act =
  | {
      kind: 'post'
      postId: string
      text: string
      as: 'publish' | 'pending'
      publishAt: string | null
      mediaIds: string[]
    }
  | { kind: 'reply'; commentId: string; text: string }
  | { kind: 'moderate'; commentId: string; to: CommentStatus }
  | { kind: 'reschedule'; postId: string; to: NewSchedule }
  /** `words`: what was said as it was asked, or decided. */
  | { kind: 'review'; postId: string; state: ReviewState; words: string }

/** The words in a window, and how many of the replacements by others are in them. */
export type ShownWords = PostWords & { mergeCount: number }

/** What the person at one laptop has done and seen. A kill of the laptop leaves it whole. */
export interface PersonMemory {
  acts: Act[]
  /** By the sequence under which a text was handed to the core. */
  typed: Map<number, { postId: string; text: string }>
  /** Texts shown as Saved that history may not have thinned yet, oldest first; the last is the newest. */
  acknowledged: Map<string, { text: string; atMs: number }[]>
  /** Texts that no thinning may ever take: what the person left the desk with, and what an old version took the place of. */
  lasting: { postId: string; text: string }[]
  /** The words saved last, by post, as long as they are the person's alone. */
  inEditor: Map<string, string>
  /** Entries taken back, with the core's word that it did. */
  cancelled: Set<string>
  /** Entries sent off before their undo window ended, by the person's own wish. */
  hurried: Set<string>
  /** Entries that are to stay here, or that were stopped, until the person lets them go on. */
  kept: Set<string>
  /** Entries that waited while the line was away, of which the person has yet to say that they may go. */
  asked: Set<string>
  /** When the blog was heard last. */
  lastAnswerMs: number | null
  /** What the window shows of a post that was opened. */
  open: Map<string, ShownWords>
  /** The text of a post as its window handed it over last. */
  taken: Map<string, { sequence: number; blocks: BlockNode[] }>
  /** What the person was shown of a post, its words and the blog's in a conflict: what of it is left out was left out on purpose. */
  known: Map<string, Set<string>>
  /** Every entry as it was last seen committed. */
  entries: Map<string, EntryRecord>
  /** Every text an entry ever said, after its post. */
  handedOver: Set<string>
  /** By the laptop's clock, and when the hold was first seen, in time that passed whatever that clock says. */
  heldUntil: Map<string, { until: string; seenMs: number }>
  /** Each post's place on the blog as it was last seen committed. */
  remoteIds: Map<string, number | null>
  /** Posts that the desk has noted as off the blog. */
  offBlog: Set<string>
  /** The person has said that what vanished is gone. */
  hasConfirmed: boolean
  /** Entries of posts that were made new drafts since. */
  past: Set<string>
  pictures: Map<string, Uint8Array>
  /** Posts of which an old version was brought back, with the tags it had. */
  restored: Set<string>
  /** How often the person said what in the notes of reviews, as far as they set out to. */
  said: Map<string, number>
  /** Every note and answer as it was last seen committed. */
  remarks: Map<string, RemarkRecord>
  trail: Set<string>
  /** What each letter said when it was first seen. */
  letters: Map<string, ReviewPayload>
  /** What the desk asks of a post before it goes out, and which entries were under way by then. null where a kill left that open. */
  policy: { is: ReviewPolicy; spared: Set<string> } | null
  lastSequence: number
}

export const createPersonMemory = (): PersonMemory => ({
  acts: [],
  typed: new Map(),
  acknowledged: new Map(),
  lasting: [],
  inEditor: new Map(),
  cancelled: new Set(),
  hurried: new Set(),
  kept: new Set(),
  asked: new Set(),
  lastAnswerMs: null,
  open: new Map(),
  taken: new Map(),
  known: new Map(),
  entries: new Map(),
  handedOver: new Set(),
  heldUntil: new Map(),
  remoteIds: new Map(),
  offBlog: new Set(),
  hasConfirmed: false,
  past: new Set(),
  pictures: new Map(),
  restored: new Set(),
  said: new Map(),
  remarks: new Map(),
  trail: new Set(),
  letters: new Map(),
  policy: null,
  lastSequence: 0,
})

export function addKnown(memory: PersonMemory, postId: string, text: string): void {
  const texts = memory.known.get(postId) ?? new Set()
  memory.known.set(postId, texts.add(text))
}
