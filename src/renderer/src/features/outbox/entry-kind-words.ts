import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'

/** What will happen on the blog. */
export function entryKindWords({ kind, mimeType }: Pick<OutboxEntry, 'kind' | 'mimeType'>): string {
  switch (kind) {
    case 'publish-post':
      return 'Post'
    case 'update-post':
      return 'Changed post'
    case 'reschedule-post':
      return 'Time of a post'
    case 'upload-picture':
      return fileWord(mimeType ?? '')
    case 'send-reply':
      return 'Reply'
    case 'moderate-comment':
      return 'Moderation'
    case 'send-review':
      return 'Review'
  }
}

function fileWord(mimeType: string): string {
  if (mimeType.startsWith('video/')) return 'Video'
  if (mimeType.startsWith('audio/')) return 'Audio'
  if (mimeType === 'text/vtt') return 'Captions'
  return mimeType === 'application/pdf' ? 'Document' : 'Picture'
}

/** The blog's own word for what it made of it, as a sentence. */
export function remoteStatusWords(status: string): string {
  switch (status) {
    case 'publish':
      return 'It is public.'
    case 'pending':
      return 'The blog holds it for review.'
    case 'future':
      return 'The blog makes it public at its time.'
    case 'private':
      return 'It is on the blog for signed-in people only.'
    case 'draft':
      return 'The blog keeps it as a draft.'
    case 'inherit':
      return 'The blog has it.'
    case 'approved':
      return 'Readers can see it.'
    case 'hold':
      return 'The blog holds it until somebody approves it.'
    case 'unseen':
      return 'The blog has it, and does not show it to you.'
    case 'spam':
      return 'The blog keeps it with the spam.'
    case 'trash':
      return 'The blog has it in the trash.'
    case 'beside':
      return 'The blog keeps it beside the post, where only those see it who may edit the post.'
    default:
      return `The blog calls it “${status}”.`
  }
}
