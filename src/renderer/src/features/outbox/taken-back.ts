import { t } from '../../../../shared/words/t.ts'
import type { OutboxEntry } from '../../../../shared/domain/outbox-entry.ts'

type Taken = Pick<OutboxEntry, 'kind' | 'postId'>

/** What became of it, and where its words are. */
export function takenBackWords({ kind }: Taken): string {
  switch (kind) {
    case 'send-reply':
      return t('It is not sent. Its words stay in the outbox, under “Taken back”, and can be used again.')
    case 'moderate-comment':
      return t('It is not sent. The comment stays as it is on the blog.')
    case 'send-review':
      return t('It is not sent. The review stays here as it is, and can be sent another way.')
    case 'publish-post':
    case 'update-post':
    case 'reschedule-post':
    case 'upload-picture':
      return t('It is not sent, and the pictures that only it shows are not either. Its words stay in the post.')
  }
}

/** Where it can be done again; null where there is no such place. */
export function takenBackPath({ kind, postId }: Taken): string | null {
  if (postId === null) return null
  switch (kind) {
    case 'send-reply':
    case 'moderate-comment':
      return `/conversation/${postId}`
    case 'send-review':
    case 'publish-post':
    case 'update-post':
    case 'reschedule-post':
    case 'upload-picture':
      return `/writing/${postId}`
  }
}
