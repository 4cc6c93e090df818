import type { AppErrorData } from './errors.ts'
import type { OutboxEntry } from './domain/outbox-entry.ts'
import { t } from './words/t.ts'

type ReplyRefusal = Record<'what' | 'kept' | 'next', string>

const kept = (): string => t('Nothing was published. Your words are kept on this laptop.')

/** What WordPress says only of a comment that is sent, by its code; null for anything else. */
export function replyRefusal(error: AppErrorData): ReplyRefusal | null {
  switch (codeOf(error)) {
    case 'comment_flood':
      return {
        what: t('The blog takes one comment of yours every 15 seconds, and this one came sooner.'),
        kept: kept(),
        next: t('The desk leaves room and sends it by itself.'),
      }
    case 'rest_comment_closed':
      return {
        what: t('Comments on this post are closed.'),
        kept: kept(),
        next: t('Ask for them to be opened and choose “Try now”, answer in a post of your own, or discard it.'),
      }
    case 'rest_comment_draft_post':
    case 'rest_comment_trash_post':
    case 'rest_cannot_read_post':
    case 'rest_comment_invalid_post_id':
      return {
        what: t('The post is not public any more, so nothing can be said under it.'),
        kept: kept(),
        next: t('Wait until it is back and choose “Try now”, or discard it.'),
      }
    case 'comment_content_column_length':
      return {
        what: t('The reply is longer than the blog can hold as a comment.'),
        kept: kept(),
        next: t('Change the reply and shorten it, or make it a post and link that.'),
      }
    case 'rest_comment_content_invalid':
      return {
        what: t('The blog found no words in the reply after it had taken out what it does not allow.'),
        kept: kept(),
        next: t('Change the reply.'),
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
  if (state === 'waiting' && codeOf(reason) === 'comment_flood') return said(t('Spaced', {}, 'state'), 'waits', reason)
  if (state !== 'blocked') return null
  if (codeOf(reason) === 'rest_comment_closed') return said(t('Closed', {}, 'state'), 'needs-you', reason)
  return reason.kind === 'forbidden' || reason.kind === 'rejected'
    ? said(t('Refused', {}, 'state'), 'needs-you', reason)
    : null
}

function said(word: string, tone: ReplyWord['tone'], reason: AppErrorData): ReplyWord {
  return { word, tone, sentence: replyRefusal(reason)?.what ?? t('The blog read it and refused it.') }
}

export const heldByTheBlog = (): string => t('The blog has it; readers see it once somebody there approves it.')

function arrivedWords(remoteStatus: string, wasThere: boolean): ReplyWord | null {
  switch (remoteStatus) {
    case 'hold':
      return {
        word: t('Held by the blog', {}, 'state'),
        sentence: heldByTheBlog(),
        tone: 'waits',
      }
    case 'unseen':
      return {
        word: t('Not shown', {}, 'state'),
        sentence: t(
          'The blog says that it has this reply already, and does not show it to you: it is held there, or was put away.',
        ),
        tone: 'needs-you',
      }
    case 'spam':
      return {
        word: t('In the spam', {}, 'state'),
        sentence: t('The blog took it for spam; readers do not see it.'),
        tone: 'needs-you',
      }
    case 'trash':
      return {
        word: t('In the trash', {}, 'state'),
        sentence: t('The blog put it away at once; readers do not see it.'),
        tone: 'needs-you',
      }
    default:
      return wasThere
        ? {
            word: t('Already there', {}, 'state'),
            sentence: t('These very words of yours stood under this comment already; nothing was said twice.'),
            tone: 'done',
          }
        : null
  }
}
