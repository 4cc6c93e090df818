import { t } from '../../../../shared/words/t.ts'
import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'

/** What will happen on the blog. */
export function entryKindWords({ kind, mimeType }: Pick<OutboxEntry, 'kind' | 'mimeType'>): string {
  switch (kind) {
    case 'publish-post':
      return t('Post', {}, 'what is sent')
    case 'update-post':
      return t('Changed post', {}, 'what is sent')
    case 'reschedule-post':
      return t('Time of a post', {}, 'what is sent')
    case 'upload-picture':
      return fileWord(mimeType ?? '')
    case 'send-reply':
      return t('Reply', {}, 'what is sent')
    case 'moderate-comment':
      return t('Moderation', {}, 'what is sent')
    case 'send-review':
      return t('Review', {}, 'what is sent')
  }
}

function fileWord(mimeType: string): string {
  if (mimeType.startsWith('video/')) return t('Video', {}, 'what is sent')
  if (mimeType.startsWith('audio/')) return t('Audio', {}, 'what is sent')
  if (mimeType === 'text/vtt') return t('Captions', {}, 'what is sent')
  return mimeType === 'application/pdf' ? t('Document', {}, 'what is sent') : t('Picture', {}, 'what is sent')
}

/** The blog's own word for what it made of it, as a sentence. */
export function remoteStatusWords(status: string, isPractice: boolean): string {
  switch (status) {
    case 'publish':
      return isPractice ? t('It is on the practice blog, where nothing is public.') : t('It is public.')
    case 'pending':
      return t('The blog holds it for review.')
    case 'future':
      return t('The blog makes it public at its time.')
    case 'private':
      return t('It is on the blog for signed-in people only.')
    case 'draft':
      return t('The blog keeps it as a draft.')
    case 'inherit':
      return t('The blog has it.')
    case 'approved':
      return t('Readers can see it.')
    case 'hold':
      return t('The blog holds it until somebody approves it.')
    case 'unseen':
      return t('The blog has it, and does not show it to you.')
    case 'spam':
      return t('The blog keeps it with the spam.')
    case 'trash':
      return t('The blog has it in the trash.')
    case 'beside':
      return t('The blog keeps it beside the post, where only those see it who may edit the post.')
    default:
      return t('The blog calls it “{status}”.', { status })
  }
}
