import type { AppErrorData } from './errors.ts'
import type { OutboxEntry } from './domain/outbox-entry.ts'

type ReplyRefusal = Record<'what' | 'kept' | 'next', string>

const KEPT = 'Nothing was published. Your words are kept on this laptop.'

/** What WordPress says only of a comment that is sent, by its code; null for anything else. */
export function replyRefusal(error: AppErrorData): ReplyRefusal | null {
  switch (codeOf(error)) {
    case 'comment_flood':
      return {
        what: 'The blog takes one comment of yours every 15 seconds, and this one came sooner.',
        kept: KEPT,
        next: 'The desk leaves room and sends it by itself.',
      }
    case 'rest_comment_closed':
      return {
        what: 'Comments on this post are closed.',
        kept: KEPT,
        next: 'Ask for them to be opened and choose “Try now”, answer in a post of your own, or discard it.',
      }
    case 'rest_comment_draft_post':
    case 'rest_comment_trash_post':
    case 'rest_cannot_read_post':
    case 'rest_comment_invalid_post_id':
      return {
        what: 'The post is not public any more, so nothing can be said under it.',
        kept: KEPT,
        next: 'Wait until it is back and choose “Try now”, or discard it.',
      }
    case 'comment_content_column_length':
      return {
        what: 'The reply is longer than the blog can hold as a comment.',
        kept: KEPT,
        next: 'Change the reply and shorten it, or make it a post and link that.',
      }
    case 'rest_comment_content_invalid':
      return {
        what: 'The blog found no words in the reply after it had taken out what it does not allow.',
        kept: KEPT,
        next: 'Change the reply.',
      }
    default:
      return null
  }
}

const codeOf = (error: AppErrorData): string => {
  if (error.kind === 'rate-limited') return error.isFlood ? 'comment_flood' : ''
  return error.kind === 'forbidden' || error.kind === 'rejected' ? error.code : ''
}

export interface ReplyWord {
  word: string
  sentence: string
  tone: 'done' | 'waits' | 'needs-you'
}

type ReplyStanding = Pick<OutboxEntry, 'state' | 'reason' | 'isStopping'> & Partial<Pick<OutboxEntry, 'receipt'>>

/** Where a reply stands when it is somewhere that only a reply can be; null where it stands as anything else may. */
export function replyStateWords({ state, reason, receipt, isStopping }: ReplyStanding): ReplyWord | null {
  if (isStopping) return null
  if (state === 'done') return receipt ? arrivedWords(receipt.remoteStatus, receipt.wasThere === true) : null
  if (reason === null) return null
  if (state === 'waiting' && codeOf(reason) === 'comment_flood') return said('Spaced', 'waits', reason)
  if (state !== 'blocked') return null
  if (codeOf(reason) === 'rest_comment_closed') return said('Closed', 'needs-you', reason)
  return reason.kind === 'forbidden' || reason.kind === 'rejected' ? said('Refused', 'needs-you', reason) : null
}

function said(word: string, tone: ReplyWord['tone'], reason: AppErrorData): ReplyWord {
  return { word, tone, sentence: replyRefusal(reason)?.what ?? 'The blog read it and refused it.' }
}

export const HELD_BY_THE_BLOG = 'The blog has it; readers see it once somebody there approves it.'

function arrivedWords(remoteStatus: string, wasThere: boolean): ReplyWord | null {
  switch (remoteStatus) {
    case 'hold':
      return {
        word: 'Held by the blog',
        sentence: HELD_BY_THE_BLOG,
        tone: 'waits',
      }
    case 'unseen':
      return {
        word: 'Not shown',
        sentence:
          'The blog says that it has this reply already, and does not show it to you: it is held there, or was put away.',
        tone: 'needs-you',
      }
    case 'spam':
      return { word: 'In the spam', sentence: 'The blog took it for spam; readers do not see it.', tone: 'needs-you' }
    case 'trash':
      return {
        word: 'In the trash',
        sentence: 'The blog put it away at once; readers do not see it.',
        tone: 'needs-you',
      }
    default:
      return wasThere
        ? {
            word: 'Already there',
            sentence: 'These very words of yours stood under this comment already; nothing was said twice.',
            tone: 'done',
          }
        : null
  }
}
